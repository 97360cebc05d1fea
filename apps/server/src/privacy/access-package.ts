import { dayInWords, type Letter, type LetterBlock } from '@jangkau/privacy';
import type { HeldData, RequestRecord } from '@jangkau/store';
import { csvLine } from '../exports/safe-cell.ts';
import { typesetLetter } from '../letters/typeset-letter.ts';
import type { LetterOffice } from './issue-letter.ts';

/** Everything held on a person, for a machine to read. */
export function packageJson(request: RequestRecord, held: HeldData[], at: string): string {
  return `${JSON.stringify({ permohonan: request.number, nama: request.subjectName, dibuat: at, data: held }, null, 2)}\n`;
}

/** The same for a spreadsheet: one line a value, so that every section fits. */
export function packageCsv(held: HeldData[]): string {
  const lines = held.flatMap(({ section, rows }) =>
    rows.flatMap((row, i) =>
      Object.entries(row).map(([column, value]) => csvLine([section, i + 1, column, value])),
    ),
  );
  return `\uFEFF${csvLine(['bagian', 'baris', 'kolom', 'nilai'])}${lines.join('')}`;
}

/** The same to read, as a PDF with the office's letterhead. */
export async function packagePdf(
  request: RequestRecord,
  held: HeldData[],
  office: LetterOffice,
  at: string,
): Promise<Buffer> {
  const document: Letter & { signed: false } = {
    head: office.head,
    number: `Lampiran permohonan ${request.number}`,
    date: dayInWords(at, office.timeZone),
    nature: 'Rahasia',
    attachments: '-',
    subject: 'Data pribadi yang kami simpan',
    recipient: [request.subjectName],
    signed: false,
    copies: [],
    body: [
      {
        type: 'paragraph',
        text: `Berikut seluruh data tentang ${request.subjectName} yang ada pada sistem kami saat permohonan dijawab (${request.legalBasis}). Data orang lain tidak ikut ditampilkan.`,
      },
      ...held.filter(({ rows }) => rows.length > 0).flatMap(sectionBlocks),
      ...nothingIn(held),
    ],
  };
  return typesetLetter(document);
}

function sectionBlocks({ section, rows }: HeldData): LetterBlock[] {
  const heading: LetterBlock = { type: 'heading', text: section };
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length <= 4)
    return [
      heading,
      { type: 'table', head: columns, rows: rows.map((row) => columns.map((column) => text(row[column]))) },
    ];
  return [
    heading,
    ...rows.map(
      (row): LetterBlock => ({
        type: 'facts',
        rows: columns.map((column) => [column.replaceAll('_', ' '), text(row[column])]),
      }),
    ),
  ];
}

/** Where nothing was found is said too. */
function nothingIn(held: HeldData[]): LetterBlock[] {
  const empty = held.filter(({ rows }) => rows.length === 0).map(({ section }) => section);
  if (empty.length === 0) return [];
  return [
    { type: 'heading', text: 'Tidak ada data pada bagian ini' },
    { type: 'list', items: empty },
  ];
}

function text(value: string | number | null | undefined): string {
  return value === null || value === undefined || value === '' ? '–' : String(value);
}
