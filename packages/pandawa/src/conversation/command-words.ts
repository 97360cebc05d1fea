/** Words that work anywhere. */
export type Command = 'menu' | 'cancel' | 'back' | 'help' | 'person' | 'stop';

const words: Readonly<Record<Command, readonly string[]>> = {
  menu: ['menu', 'mulai', 'mulai lagi', 'mulai ulang', 'dari awal', 'start', 'utama', 'menu utama'],
  cancel: [
    'batal',
    'batalkan',
    'cancel',
    'gak jadi',
    'ga jadi',
    'tidak jadi',
    'nggak jadi',
    'gajadi',
    'sing jadi',
    'ora sido',
  ],
  back: ['kembali', 'back', 'sebelumnya', 'mundur', 'ulangi'],
  help: ['bantuan', 'help', '?', 'bingung', 'tolong'],
  person: ['petugas', 'operator', 'cs', 'admin', 'orang', 'manusia', 'customer service', 'bicara petugas'],
  stop: ['stop', 'unsubscribe', 'berhenti', 'berhenti kirim pesan'],
};

const byWord = new Map(
  Object.entries(words).flatMap(([command, spellings]) =>
    spellings.map((word) => [word, command as Command]),
  ),
);

/** The command a message is, when it is nothing but one. */
export function commandIn(text: string): Command | undefined {
  return byWord.get(
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}? ]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
