/** A message Meta has to approve before it may be sent to somebody who has not written within 24 hours. */
interface Template {
  readonly name: string;
  readonly category: 'authentication' | 'utility';
  /** As approved; {{1}}, {{2}} ... are filled in. */
  readonly body: string;
}

/** Every template beside those of campaigns, word for word as it is to be approved. None names a debt or an amount. */
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
  {
    name: 'pandawa_aktif_kembali',
    category: 'utility',
    body: 'Halo {{1}}, kartu JKN Anda aktif kembali sejak {{2}}. Ketik MENU untuk layanan lain.',
  },
  {
    name: 'pandawa_tagihan',
    category: 'utility',
    body: 'Halo {{1}}, kami ingatkan: iuran JKN bulan ini dibayar paling lambat {{2}}. Balas CARA BAYAR untuk caranya.',
  },
  {
    name: 'pandawa_tahap_rehab',
    category: 'utility',
    body: 'Halo {{1}}, kami ingatkan: pembayaran JKN Anda yang berikut paling lambat {{2}}. Rinciannya di aplikasi peserta, atau balas pesan ini.',
  },
  {
    name: 'pandawa_percobaan_masuk',
    category: 'utility',
    body: 'Ada yang berkali-kali mencoba masuk ke aplikasi peserta dengan nomor Anda. Bila bukan Anda, jangan berikan kode kepada siapa pun; balas pesan ini atau hubungi 165.',
  },
];

/** What a person reads of a template; its name when it is not one of conversations. */
export function templateText(name: string, parameters: readonly string[]): string {
  const template = conversationTemplates.find((one) => one.name === name);
  if (!template) return [name, ...parameters].join(' ');
  return template.body.replace(/\{\{(\d+)\}\}/g, (_, nth: string) => parameters[Number(nth) - 1] ?? '');
}
