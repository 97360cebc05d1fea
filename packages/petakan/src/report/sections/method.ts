import { type Html, html } from '../html.ts';
import type { ReportData } from '../report-data.ts';
import { section } from '../section.ts';

function sentences(keys: number): string[] {
  return [
    'Register penduduk dari desa dan register peserta JKN dibaca utuh; baris yang tidak memuat orang disisihkan dan dihitung.',
    'Penduduk dan kartu dengan NIK yang sama langsung dihubungkan bila tanggal lahir dan namanya juga cocok.',
    'Untuk sisanya, nama diseragamkan dahulu: ejaan lama, singkatan Bali, gelar, dan kata yang tergabung atau terpisah.',
    `Calon pasangan dicari lewat ${keys} kunci, antara lain tanggal lahir, kartu keluarga, kata dalam nama, telepon, dan alamat.`,
    'Setiap calon dibandingkan pada NIK, tanggal lahir, nama, urutan lahir, keluarga, jenis kelamin, desa, telepon, dan alamat.',
    'Bobot setiap bukti dipelajari dari data itu sendiri: dari pasangan yang sudah pasti sama dan dari yang sudah pasti berbeda.',
    'Nama yang jarang memberi bukti lebih kuat daripada nama yang umum, dan bukti keluarga dapat menolong anggota keluarga yang datanya lemah.',
    'Semua calon ditimbang bersama-sama dengan syarat satu kartu untuk satu orang, sehingga setiap penduduk mendapat peluang belum terdaftar.',
    'Perkiraan jumlah adalah jumlah peluang itu; rentang 95 % memuat ketidakpastian setiap orang dan kesalahan model sebesar 3 %.',
    'Keputusan peninjau selalu dipakai, dan masukan yang sama memberi hasil yang sama sampai ke bita terakhir.',
  ];
}

/** The method in ten sentences. */
export function method({ summary }: ReportData): Html {
  return section(
    'cara',
    { id: 'Cara kerja dalam sepuluh kalimat', en: 'The method in ten sentences' },
    html`<ol>
${sentences(summary.blocking.rules.length).map(
  (sentence) => html`<li>${sentence}</li>
`,
)}</ol>
`,
  );
}
