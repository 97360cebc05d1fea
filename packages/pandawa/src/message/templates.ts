/** A message Meta has to approve before it may be sent to somebody who has not written within 24 hours. */
interface Template {
  readonly name: string;
  readonly category: 'authentication' | 'utility';
  /** As approved; {{1}}, {{2}} ... are filled in. */
  readonly body: string;
}

/** The templates of conversations, word for word as they are to be approved. */
export const conversationTemplates: readonly Template[] = [
  {
    name: 'pandawa_kode',
    category: 'authentication',
    body: '{{1}} adalah kode PANDAWA Anda, berlaku 5 menit. Jangan berikan kepada siapa pun, juga kepada petugas.',
  },
  {
    name: 'pandawa_jawaban_tersedia',
    category: 'utility',
    body: 'Jawaban BPJS Kesehatan Cabang Denpasar untuk Anda sudah tersedia. Balas pesan ini untuk membacanya.',
  },
];

/** What a person reads of a template; its name when it is not one of conversations. */
export function templateText(name: string, parameters: readonly string[]): string {
  const template = conversationTemplates.find((one) => one.name === name);
  if (!template) return [name, ...parameters].join(' ');
  return template.body.replace(/\{\{(\d+)\}\}/g, (_, nth: string) => parameters[Number(nth) - 1] ?? '');
}
