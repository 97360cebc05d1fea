import { formatNumber } from '@jangkau/kernel';
import type { EvidenceBar } from '../results-table.ts';
import { evidenceWords } from './evidence-words.ts';
import { insideSentence } from './inside-sentence.ts';

const BITS_PER_MARK = 2;
const MOST_MARKS = 12;

/** The evidence as lines of text: bits, running sum, a bar and words. Ends with what the sum means. */
export function evidenceWaterfall(bars: readonly EvidenceBar[]): string[] {
  let sum = 0;
  const lines = bars.map(({ field, label, weight }) => {
    sum += weight;
    const words = evidenceWords(field, label);
    return `  ${signed(weight).padStart(7)} ${signed(sum).padStart(7)}  ${bar(weight).padEnd(MOST_MARKS)}  ${words.field.id}: ${insideSentence(words.level.id)} (${words.field.en}: ${insideSentence(words.level.en)})`;
  });
  const alone = aloneProbability(bars);
  return [
    `  ${'bit'.padStart(7)} ${'jumlah'.padStart(7)}`,
    ...lines,
    `  Jumlah bukti ${signed(sum)} bit: kedua catatan ini saja berarti peluang orang yang sama ${probability(alone)}.`,
    `  These two records alone mean a ${probability(alone)} chance of one person.`,
  ];
}

/** The probability of one person if the two records were all there is: sum of bits as log2 odds. */
export function aloneProbability(bars: readonly EvidenceBar[]): number {
  return 1 / (1 + 2 ** -bars.reduce((sum, { weight }) => sum + weight, 0));
}

/** A probability as a percentage that never says a flat 0 or 100 %. */
export function probability(p: number): string {
  if (p > 0.9999) return '> 99,99 %';
  if (p < 0.0001) return '< 0,01 %';
  return `${formatNumber(p * 100, 2)} %`;
}

function signed(bits: number): string {
  const text = formatNumber(bits, 1);
  return bits < 0 || text === '0,0' ? text : `+${text}`;
}

function bar(bits: number): string {
  const marks = Math.min(MOST_MARKS, Math.round(Math.abs(bits) / BITS_PER_MARK));
  return (bits < 0 ? '-' : '+').repeat(marks);
}
