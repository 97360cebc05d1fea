import { clockRules } from '../clocks/privacy-clock.ts';
import { requestNames } from '../letters/request-letter.ts';
import { retentionRules } from './retention-rules.ts';

/** The table of docs/privasi.md on how long what is kept, written from the rules. */
export function retentionTable(): string {
  const rows = retentionRules.map(
    ({ what, days, least, most, countedFrom, ending, legalBasis }) =>
      `| ${what.id} | ${days} hari sejak ${countedFrom.id} | ${least}–${most} | ${ending === 'delete' ? 'dihapus otomatis' : 'tidak dihapus otomatis'} | ${legalBasis} |`,
  );
  return [
    '| apa | disimpan | batas (hari) | akhir | dasar hukum |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

/** The table of docs/privasi.md on the clocks, written from the rules. */
export function clockTable(): string {
  const rows = clockRules.map(({ kind, hours, legalBasis, inLaw }) => {
    const name = kind === 'breach-notice' ? 'Pemberitahuan insiden' : requestNames[kind].id;
    return `| ${name} | ${hours} jam | ${legalBasis} | ${inLaw ? 'ya' : 'tidak; kantor mengikat diri sendiri'} |`;
  });
  return [
    '| untuk | paling lama | dasar hukum | jam disebut undang-undang |',
    '| --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}
