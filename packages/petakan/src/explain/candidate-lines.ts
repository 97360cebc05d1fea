import type { EvidenceBar } from '../results-table.ts';
import type { MappingSummary } from '../summary.ts';
import { aloneProbability, evidenceWaterfall, probability } from './evidence-waterfall.ts';
import type { Candidate, RunCase } from './run-case.ts';
import { searchWords } from './search-words.ts';

/** Candidates listed beside the one explained in full. */
const OTHERS_SHOWN = 5;
/** A weight further than this from its evidence was set by a reviewer. */
const DECIDED_GAP = 1;

/** The evidence for the linked or most similar card, and what the other candidates made of it. */
export function cardLines(input: {
  found: RunCase;
  card: string;
  candidate: Candidate | undefined;
  bars: readonly EvidenceBar[] | undefined;
  summary: MappingSummary;
}): string[] {
  const { found, card, candidate, bars, summary } = input;
  const holder = found.holders.get(card);
  const held = holder
    ? [`Kartu ini terhubung dengan penduduk ${holder} / this card is linked to resident ${holder}.`]
    : [];
  if (!candidate || !bars)
    return [
      `Kartu yang paling mirip / most similar card: ${card}.`,
      ...held,
      'Peluangnya sebagai orang yang sama di bawah 0,05 %, sehingga rincian buktinya tidak disimpan.',
      'Its chance of being the same person is below 0.05 %, so the details were not kept.',
    ];
  const { id, en } = searchKeys(candidate, summary.blocking.rules);
  const evidence = bars.reduce((sum, { weight }) => sum + weight, 0);
  const decided = Math.abs(candidate.weight + summary.model.priorWeight - evidence) > DECIDED_GAP;
  return [
    `Bukti bahwa kartu ${card} milik orang ini / evidence that this card is theirs:`,
    `  Ditemukan lewat: ${id}.`,
    `  Found by: ${en}.`,
    ...evidenceWaterfall(bars),
    ...(decided
      ? ['  Peninjau sudah memutuskan pasangan ini; keputusannya mengalahkan bukti / decided by a reviewer.']
      : []),
    ...together(candidate, aloneProbability(bars)),
    ...held,
  ];
}

/** The other cards that were weighed for this person. */
export function otherCandidates(found: RunCase, explained: string | undefined): string[] {
  const others = found.candidates.filter(({ card }) => card !== explained);
  if (others.length === 0)
    return explained === undefined
      ? [
          'Tidak satu kunci pencarian pun menemukan kartu yang mirip.',
          'No search key found a card that resembles this person.',
        ]
      : [];
  return [
    'Calon lain / other candidates:',
    ...others.slice(0, OTHERS_SHOWN).map(({ card, posterior }) => {
      const holder = found.holders.get(card);
      return `  ${card}  ${probability(posterior)}${holder ? `  terhubung dengan penduduk ${holder} / linked to that resident` : ''}`;
    }),
    ...(others.length > OTHERS_SHOWN ? [`  dan ${others.length - OTHERS_SHOWN} lagi / and more`] : []),
  ];
}

function together({ posterior }: Candidate, alone: number): string[] {
  return [
    `  Setelah semua calon ditimbang bersama (satu kartu untuk satu orang): ${probability(posterior)}${Math.abs(alone - posterior) > 0.01 ? ', berubah karena ada calon lain' : ''}.`,
    `  Weighed together with all candidates: ${probability(posterior)}.`,
  ];
}

function searchKeys(
  { rules }: Candidate,
  all: MappingSummary['blocking']['rules'],
): { id: string; en: string } {
  const used = all.filter((_, i) => Math.floor(rules / 2 ** i) % 2 === 1).map(({ name }) => name);
  if (used.length === 0) return { id: 'keputusan peninjau', en: "a reviewer's decision" };
  const words = used.map(searchWords);
  return { id: words.map(({ id }) => id).join('; '), en: words.map(({ en }) => en).join('; ') };
}
