import { formatNumber } from '@jangkau/kernel';
import { refusalGrounds } from '../requests/refusal-grounds.ts';
import type { RequestKind, RequestState } from '../requests/subject-request.ts';
import { dayInWords, type Issue, type Letter, type LetterBlock } from './letter.ts';

/** What a letter says of a request. */
export interface RequestForLetter {
  number: number;
  kind: RequestKind;
  receivedAt: string;
  legalBasis: string;
  askedByName: string;
  askedByAddress: string;
  wish: string;
  /** Why it was decided so; empty when it was granted without words. */
  reason: string;
  state: RequestState;
}

/** What people call the six wishes. */
export const requestNames: Record<RequestKind, { id: string; en: string }> = {
  access: { id: 'Akses dan salinan data', en: 'Access and copy' },
  correction: { id: 'Perbaikan data', en: 'Correction' },
  restriction: { id: 'Penundaan atau pembatasan pemrosesan', en: 'Restriction of processing' },
  objection: { id: 'Keberatan atas pemrosesan', en: 'Objection to processing' },
  withdrawal: { id: 'Penarikan persetujuan', en: 'Withdrawal of consent' },
  erasure: { id: 'Penghapusan data', en: 'Erasure' },
};

/** The answer to a person: what was asked, what was decided and why, what was done and what stays. */
export function requestLetter(request: RequestForLetter, issue: Issue): Letter {
  const { state } = request;
  return {
    head: issue.head,
    number: issue.number,
    date: dayInWords(issue.at, issue.timeZone),
    nature: 'Rahasia',
    attachments: request.kind === 'access' && state.decision !== 'refused' ? '1 (satu) berkas' : '-',
    subject: `Jawaban atas permohonan ${requestNames[request.kind].id.toLowerCase()}`,
    recipient: [request.askedByName, request.askedByAddress],
    body: [
      { type: 'paragraph', text: 'Dengan hormat,' },
      {
        type: 'paragraph',
        text: `Kami telah menerima permohonan Bapak/Ibu (nomor ${request.number}) pada ${dayInWords(request.receivedAt, issue.timeZone)} berdasarkan ${request.legalBasis}. Permohonan tersebut berbunyi: “${request.wish}”`,
      },
      { type: 'paragraph', text: opening(state) },
      ...(request.reason ? [{ type: 'paragraph', text: `Pertimbangan: ${request.reason}` } as const] : []),
      ...grounds(state),
      ...done(state),
      ...kept(state),
      {
        type: 'paragraph',
        text: `Bila Bapak/Ibu tidak sependapat, silakan menghubungi kami (${issue.head.contact}) atau mengajukan keberatan kepada Lembaga Pelindungan Data Pribadi.`,
      },
    ],
    copies: [],
  };
}

function opening(state: RequestState): string {
  if (state.decision === 'granted') return 'Permohonan tersebut kami penuhi seluruhnya.';
  if (state.decision === 'partly') return 'Permohonan tersebut kami penuhi sebagian.';
  if (state.decision === 'refused') return 'Dengan menyesal kami tidak dapat memenuhi permohonan tersebut.';
  return 'Permohonan tersebut sedang kami kerjakan.';
}

function grounds(state: RequestState): LetterBlock[] {
  if (state.grounds.length === 0) return [];
  return [
    { type: 'heading', text: 'Dasar penolakan' },
    {
      type: 'list',
      items: state.grounds.map(
        (ground) => `${refusalGrounds[ground].id} (${refusalGrounds[ground].legalBasis})`,
      ),
    },
  ];
}

function done(state: RequestState): LetterBlock[] {
  if (!state.result || state.result.done.length === 0) return [];
  return [
    { type: 'heading', text: 'Yang sudah kami lakukan' },
    {
      type: 'table',
      head: ['Apa', 'Jumlah'],
      rows: state.result.done.map((one) => [one.what, formatNumber(one.count)]),
    },
  ];
}

function kept(state: RequestState): LetterBlock[] {
  if (!state.result || state.result.kept.length === 0) return [];
  return [
    { type: 'heading', text: 'Yang tetap disimpan, dan dasarnya' },
    { type: 'list', items: state.result.kept.map((one) => `${one.what} (${one.legalBasis})`) },
  ];
}
