import { formatPercent } from '@jangkau/kernel';
import type { Engine } from '@jangkau/linkage';
import type { MappingSummary } from '../summary.ts';
import type { Bilingual } from './bilingual.ts';
import type { BothRows } from './both-rows.ts';
import { probability } from './evidence-waterfall.ts';
import { insideSentence } from './inside-sentence.ts';
import { acceptingRule } from './nik-rule.ts';
import { NIK_RULE_WORDS } from './nik-rule-words.ts';
import { REASON_WORDS, TIER_WORDS, wordsOf } from './reason-words.ts';
import type { RunCase } from './run-case.ts';

const INACTIVE_WORDS: Record<string, Bilingual> = {
  arrears: { id: 'menunggak', en: 'in arrears' },
  lapsed: {
    id: 'mutasi: keluar dari segmen lama tanpa pembayar baru',
    en: 'lapsed: left a segment with no new payer',
  },
  unknown: { id: 'sebabnya tidak diketahui', en: 'cause unknown' },
};

/** The result in words: linked or not, how sure, and what the code of the reason or the tier means. */
export function verdict(
  { link, uncovered, inactive, listedAs, furtherCards }: RunCase,
  summary: MappingSummary,
): string[] {
  const lines: string[] = [];
  if (link) {
    const tier = wordsOf(TIER_WORDS, link.tier);
    lines.push(
      `TERHUBUNG dengan kartu ${link.card}, peluang ${probability(link.probability)}.`,
      `${tier.id} (tingkat ${link.tier}).`,
      `LINKED to this card: ${insideSentence(tier.en)}.`,
    );
  } else if (uncovered) {
    const reason = wordsOf(REASON_WORDS, uncovered.reason);
    lines.push(
      `BELUM TERDAFTAR, peluang ${probability(uncovered.p)}.`,
      `${reason.id} (alasan ${uncovered.reason}).`,
      `NOT REGISTERED: ${insideSentence(reason.en)}.`,
      `Masuk daftar karena peluangnya tidak di bawah ambang ${formatPercent(summary.threshold, 0)}.`,
    );
  } else if (listedAs !== undefined) {
    lines.push(
      `TERCATAT DUA KALI di register desa: kartunya terhubung lewat penduduk ${listedAs}. Tidak perlu dikunjungi.`,
      'LISTED TWICE in the village register; the card is linked through the other row.',
    );
  } else {
    lines.push(
      'Tidak terhubung dan tidak masuk daftar: semua kartu yang mungkin dipegang orang lain.',
      'Neither linked nor listed: every possible card belongs to someone else.',
    );
  }
  if (inactive) {
    const kind = wordsOf(INACTIVE_WORDS, inactive.kind);
    lines.push(
      `Kartunya TIDAK AKTIF, ${kind.id}${inactive.segment ? ` (segmen ${inactive.segment})` : ''}.`,
      `The card is INACTIVE, ${kind.en}.`,
    );
  }
  if (furtherCards.length > 0)
    lines.push(`Kartu lain yang tampaknya miliknya juga / further cards: ${furtherCards.join(', ')}.`);
  return lines;
}

/** Which rule accepted a link by NIK. */
export async function nikRuleLines(
  engine: Engine,
  summary: MappingSummary,
  card: string,
  rows: BothRows,
): Promise<string[]> {
  const general = [
    'Terhubung langsung lewat NIK, tanpa menimbang bukti lain.',
    'Linked by NIK at once, without weighing other evidence.',
  ];
  if (!rows.resident || !rows.card) return general;
  const rule = await acceptingRule(engine, summary.model.definition, rows.resident.id, card);
  if (rule === undefined) return general;
  const words = wordsOf(NIK_RULE_WORDS, rule);
  return [...general, `Aturan yang menerimanya: ${words.id}.`, `Accepting rule: ${words.en}.`];
}
