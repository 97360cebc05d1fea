import { formatDate, formatNumber } from '@jangkau/kernel';
import { dayInWords, type Issue, instantInWords, type Letter, type LetterBlock } from '@jangkau/privacy';

/** Somebody named in a letter. */
export interface NamedPerson {
  name: string;
  born: string | null;
  nik: string | null;
  address: string | null;
  banjar: string | null;
  /** Why: position at work, or what speaks for the class. */
  remark: string;
}

const dash = '-';
const oneList = (people: number) => `1 (satu) daftar, ${formatNumber(people)} orang`;
const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text });

function frame(
  issue: Issue,
  subject: string,
  recipient: string[],
  body: LetterBlock[],
  attachments = dash,
): Letter {
  return {
    head: issue.head,
    number: issue.number,
    date: dayInWords(issue.at, issue.timeZone),
    nature: 'Penting',
    attachments,
    subject,
    recipient,
    body,
    copies: [],
  };
}

function people(rows: readonly NamedPerson[], remark: string): LetterBlock {
  return {
    type: 'table',
    head: ['No', 'Nama', 'NIK', 'Tanggal lahir', 'Alamat', remark],
    rows: rows.map((row, i) => [
      String(i + 1),
      row.name,
      row.nik ?? 'belum ada',
      row.born === null ? dash : formatDate(row.born),
      [row.address, row.banjar].filter(Boolean).join(', ') || dash,
      row.remark,
    ]),
  };
}

/** To an employer: workers that were found without registration, and the duty to register them. */
export function employerLetter(issue: Issue, employer: string, rows: readonly NamedPerson[]): Letter {
  return frame(
    issue,
    'Pekerja yang belum didaftarkan pada Program JKN',
    [`Pimpinan ${employer}`, 'di tempat'],
    [
      paragraph('Dengan hormat,'),
      paragraph(
        `Dari kunjungan PESIAR (Petakan, Sisir, Advokasi, Registrasi) kami menemukan ${formatNumber(rows.length)} orang yang menerangkan bekerja pada ${employer} dan belum terdaftar atau tidak aktif sebagai peserta Jaminan Kesehatan Nasional.`,
      ),
      paragraph(
        'Pemberi kerja wajib mendaftarkan dirinya dan pekerjanya sebagai peserta (UU 24/2011 Pasal 15 ayat (1)) serta memungut dan menyetorkan iurannya (Pasal 19).',
      ),
      paragraph(
        'Daftarnya terlampir. Mohon memeriksanya di Jangkau (menu Meja pendaftaran) atau di e-Dabu paling lambat 14 hari sejak surat ini: konfirmasikan dan daftarkan pekerja Saudara, atau jelaskan bila bukan. Pendaftaran sampai sehari sebelum akhir bulan berlaku mulai tanggal 1 bulan berikutnya; bagi yang kini dibayar Pemda, sampai tanggal 20.',
      ),
      paragraph(
        'Data pribadi dalam daftar ini hanya untuk pendaftaran JKN dan tidak untuk keperluan lain (UU 27/2022).',
      ),
      { type: 'attachment', title: `Pekerja ${employer} yang belum terdaftar` },
      people(rows, 'Pekerjaan'),
    ],
    oneList(rows.length),
  );
}

/** To Dinas Sosial: people proposed for the Pemda's list or for PBI, with what speaks for it. */
export function socialLetter(
  issue: Issue,
  exit: 'pemda' | 'pbi',
  area: string,
  rows: readonly NamedPerson[],
): Letter {
  const what = exit === 'pemda' ? 'PBPU dan BP Pemda' : 'Penerima Bantuan Iuran (PBI JK)';
  return frame(
    issue,
    `Usulan peserta ${what}`,
    ['Kepala Dinas Sosial', area],
    [
      paragraph('Dengan hormat,'),
      paragraph(
        `Bersama ini kami sampaikan usulan ${formatNumber(rows.length)} orang dari ${area} yang telah dikunjungi dan digolongkan kurang mampu, untuk didaftarkan sebagai peserta ${what}.`,
      ),
      paragraph(
        exit === 'pemda'
          ? 'Mohon keputusan Saudara sesuai kuota dan anggaran bulan berjalan. Di wilayah UHC Prioritas kepesertaan aktif pada hari disetujui; di wilayah lain mulai tanggal 1 bulan berikutnya.'
          : 'Mohon diusulkan melalui SIKS-NG untuk ditetapkan Menteri Sosial (Permensos 3/2026).',
      ),
      paragraph(
        'Nama dan pertimbangannya ada pada lampiran. Bukti tiap orang (foto, SKTM, catatan kunjungan) dapat dilihat di Jangkau pada menu Meja pendaftaran.',
      ),
      paragraph('Data pribadi dalam lampiran ini hanya untuk penetapan kepesertaan JKN (UU 27/2022).'),
      { type: 'attachment', title: `Usulan peserta ${what} dari ${area}` },
      people(rows, 'Pertimbangan'),
    ],
    oneList(rows.length),
  );
}

/** To the people of a banjar: come to a gathering. */
export function invitationLetter(
  issue: Issue,
  gathering: { title: string; place: string; startsAt: string; banjar: string | null; area: string },
  names: readonly string[],
): Letter {
  const where = gathering.banjar ?? gathering.area;
  return frame(
    issue,
    `Undangan: ${gathering.title}`,
    ['Bapak/Ibu yang namanya tercantum', `di ${where}`],
    [
      paragraph('Dengan hormat,'),
      paragraph('Kami mengundang Bapak/Ibu untuk hadir pada:'),
      {
        type: 'facts',
        rows: [
          ['Acara', gathering.title],
          ['Waktu', instantInWords(gathering.startsAt, issue.timeZone)],
          ['Tempat', gathering.place],
        ],
      },
      paragraph(
        'Mohon membawa KTP dan KK. Di tempat dapat langsung bertanya tentang kepesertaan JKN, biaya, dan pendaftaran keluarga.',
      ),
      { type: 'attachment', title: `Daftar undangan (${formatNumber(names.length)} orang)` },
      { type: 'list', items: [...names] },
    ],
    oneList(names.length),
  );
}

/** For an agent without a phone: families of a banjar in the order of the walk, with room to write. */
export function visitListLetter(
  issue: Issue,
  where: string,
  agent: string | null,
  families: readonly { address: string | null; people: readonly string[] }[],
): Letter {
  const count = families.reduce((sum, family) => sum + family.people.length, 0);
  return frame(
    issue,
    `Daftar kunjungan ${where}`,
    [agent === null ? 'Agen PESIAR' : `Agen PESIAR ${agent}`, where],
    [
      paragraph(
        `${formatNumber(families.length)} keluarga, ${formatNumber(count)} orang, menurut urutan jalan. Tulis hasil kunjungan pada kolom terakhir lalu masukkan ke aplikasi pada hari yang sama. Simpan daftar ini baik-baik dan musnahkan setelah dimasukkan.`,
      ),
      {
        type: 'table',
        head: ['No', 'Alamat', 'Nama', 'Hasil kunjungan'],
        rows: families.map((family, i) => [
          String(i + 1),
          family.address ?? dash,
          family.people.join('; '),
          '                              ',
        ]),
      },
    ],
  );
}
