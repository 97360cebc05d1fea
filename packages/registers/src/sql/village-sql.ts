import type { TypedColumn } from './typed-column.ts';

/**
 * Village code: output `village` VARCHAR. Codes with dots pass, ten plain digits get their dots (PP.KK.CC.DDDD),
 * and other values stay as they are, to be settled by distinct value after the import.
 */
export function villageColumn(raw: string, undotted: boolean): TypedColumn {
  if (!undotted) return { steps: [], outputs: [['village', raw]] };
  const part = (from: number, length: number) => `substr(${raw}, ${from}, ${length})`;
  const dotted = `${part(1, 2)} || '.' || ${part(3, 2)} || '.' || ${part(5, 2)} || '.' || ${part(7, 4)}`;
  return {
    steps: [['village_digits', `strlen(${raw}) = 10 AND try_cast(${raw} AS BIGINT) >= 1100000000`]],
    outputs: [['village', `CASE WHEN village_digits THEN ${dotted} ELSE ${raw} END`]],
  };
}
