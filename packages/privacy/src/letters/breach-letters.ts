import { formatNumber } from '@jangkau/kernel';
import { type BreachState, dataKinds, type NoticeAudience } from '../breach/breach.ts';
import { dayInWords, type Issue, instantInWords, type Letter, type LetterBlock } from './letter.ts';

/** What a notice says of a breach; the law asks for the data exposed, when and how, and the remedy (Art 46). */
export interface BreachForLetter {
  number: number;
  title: string;
  whatHappened: string;
  happenedAt: string | null;
  knownAt: string;
  state: BreachState;
  /** Names of the areas by code. */
  areaNames: Readonly<Record<string, string>>;
}

/** The written notice of a breach to the authority, to the people, or to the public. */
export function breachLetter(breach: BreachForLetter, audience: NoticeAudience, issue: Issue): Letter {
  const build = { authority: toAuthority, subjects: toSubjects, public: toPublic }[audience];
  return {
    head: issue.head,
    number: issue.number,
    date: dayInWords(issue.at, issue.timeZone),
    nature: audience === 'public' ? 'Biasa' : 'Segera',
    attachments: '-',
    copies: audience === 'authority' ? ['Pejabat Pelindungan Data Pribadi', 'Kedeputian Wilayah'] : [],
    ...build(breach, issue),
  };
}

type Part = Pick<Letter, 'subject' | 'recipient' | 'body'>;

function toAuthority(breach: BreachForLetter, issue: Issue): Part {
  const { state } = breach;
  return {
    subject: 'Pemberitahuan kegagalan pelindungan data pribadi',
    recipient: ['Lembaga Pelindungan Data Pribadi', 'Republik Indonesia', 'di Jakarta'],
    body: [
      {
        type: 'paragraph',
        text: 'Memenuhi Pasal 46 Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi, bersama ini kami memberitahukan kegagalan pelindungan data pribadi sebagai berikut.',
      },
      {
        type: 'facts',
        rows: [
          ['Nomor daftar', `Insiden ${breach.number}`],
          ['Perihal', breach.title],
          ...when(breach, issue),
          ['Data yang terungkap', kindsOf(state)],
          ['Data pribadi spesifik', state.specific ? 'Ya' : 'Tidak'],
          ['Jumlah subjek data', `${formatNumber(state.total)} orang`],
        ],
      },
      ...peopleTable(breach),
      { type: 'heading', text: 'Apa yang terjadi' },
      { type: 'paragraph', text: breach.whatHappened },
      { type: 'paragraph', text: `Sebab: ${state.cause ?? ''}` },
      { type: 'paragraph', text: `Dampak yang mungkin: ${state.consequences ?? ''}` },
      { type: 'heading', text: 'Upaya penanganan dan pemulihan' },
      ...remedies(state),
      {
        type: 'paragraph',
        text: `Subjek data diberi tahu secara tertulis. Keterangan lebih lanjut: ${issue.head.contact}.`,
      },
    ],
  };
}

function toSubjects(breach: BreachForLetter, issue: Issue): Part {
  const { state } = breach;
  return {
    subject: 'Pemberitahuan tentang data pribadi Bapak/Ibu',
    recipient: ['Bapak/Ibu peserta dan penduduk yang datanya terdampak', 'di tempat'],
    body: [
      { type: 'paragraph', text: 'Dengan hormat,' },
      {
        type: 'paragraph',
        text: 'Kami memberitahukan bahwa data pribadi Bapak/Ibu yang kami simpan ikut terdampak sebuah kegagalan pelindungan data. Kami menyesal dan meminta maaf. Pemberitahuan ini kewajiban kami menurut Pasal 46 Undang-Undang Nomor 27 Tahun 2022.',
      },
      { type: 'facts', rows: [...when(breach, issue), ['Data yang terungkap', kindsOf(state)]] },
      { type: 'heading', text: 'Apa yang terjadi' },
      { type: 'paragraph', text: breach.whatHappened },
      { type: 'heading', text: 'Apa artinya bagi Bapak/Ibu' },
      { type: 'paragraph', text: state.consequences ?? '' },
      { type: 'heading', text: 'Apa yang sudah kami lakukan' },
      ...remedies(state),
      { type: 'heading', text: 'Yang dapat Bapak/Ibu lakukan' },
      {
        type: 'list',
        items: [
          'Jangan memberikan kode OTP, kata sandi, atau foto KTP kepada siapa pun yang mengaku dari kantor kami.',
          'Abaikan permintaan uang. Layanan kami tidak dipungut biaya.',
          `Bila ada yang janggal, hubungi kami: ${issue.head.contact}.`,
        ],
      },
    ],
  };
}

function toPublic(breach: BreachForLetter, issue: Issue): Part {
  const { state } = breach;
  return {
    subject: 'Pengumuman kegagalan pelindungan data pribadi',
    recipient: ['Masyarakat'],
    body: [
      {
        type: 'paragraph',
        text: `Berdasarkan Pasal 46 Undang-Undang Nomor 27 Tahun 2022, ${issue.head.office} mengumumkan kegagalan pelindungan data pribadi berikut.`,
      },
      {
        type: 'facts',
        rows: [
          ...when(breach, issue),
          ['Data yang terungkap', kindsOf(state)],
          ['Jumlah orang', `sekitar ${formatNumber(roundedUp(state.total))} orang`],
        ],
      },
      { type: 'paragraph', text: breach.whatHappened },
      { type: 'heading', text: 'Penanganan' },
      ...remedies(state),
      {
        type: 'paragraph',
        text: `Mereka yang terdampak dihubungi satu per satu secara tertulis. Keterangan: ${issue.head.contact}.`,
      },
    ],
  };
}

function when(breach: BreachForLetter, { timeZone }: Issue): [string, string][] {
  return [
    ['Terjadi', breach.happenedAt ? instantInWords(breach.happenedAt, timeZone) : 'belum dapat dipastikan'],
    ['Diketahui', instantInWords(breach.knownAt, timeZone)],
  ];
}

function kindsOf(state: BreachState): string {
  return state.dataKinds.map((kind) => dataKinds[kind].id).join('; ');
}

function peopleTable({ state, areaNames }: BreachForLetter): LetterBlock[] {
  if (state.people.length === 0) return [];
  return [
    {
      type: 'table',
      head: ['Wilayah', 'Jumlah orang'],
      rows: state.people.map(({ area, people }) => [areaNames[area] ?? area, formatNumber(people)]),
    },
  ];
}

function remedies(state: BreachState): LetterBlock[] {
  return state.remedies.length === 0
    ? [{ type: 'paragraph', text: 'Penanganan sedang berjalan.' }]
    : [{ type: 'list', items: state.remedies }];
}

/** In public, small numbers of people are not told apart: to the next ten, at least ten. */
function roundedUp(people: number): number {
  return Math.max(10, Math.ceil(people / 10) * 10);
}
