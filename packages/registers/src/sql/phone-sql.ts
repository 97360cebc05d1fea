import type { TypedColumn } from './typed-column.ts';

/**
 * Mobile number: output `phone` BIGINT with the country code (628...), from '0812...', '+62 812-...',
 * '62812...' or '812...'. NULL for anything else, also for fixed lines, which cannot receive a message.
 */
export function phoneColumn(raw: string): TypedColumn {
  const cleaned =
    `CASE WHEN regexp_matches(${raw}, '[A-Za-z]') THEN NULL` +
    ` ELSE try_cast(regexp_replace(regexp_replace(${raw}, '[.,]0+$', ''), '[^0-9]', '', 'g') AS BIGINT) END`;
  const plain = 'phone_cast BETWEEN 80000000 AND 6289999999999999';
  return {
    steps: [
      ['phone_cast', `try_cast(${raw} AS BIGINT)`],
      [
        'phone_n',
        // Rounded by a spreadsheet, 8.12E+10 would pass for a number; such values end in zeros. Two branches instead
        // of an OR, which would be asked of every row.
        `CASE WHEN ${raw} IS NULL THEN NULL WHEN ${plain} AND phone_cast % 100 <> 0 THEN phone_cast` +
          ` WHEN ${plain} AND NOT contains(${raw}, 'E') AND NOT contains(${raw}, 'e') THEN phone_cast` +
          ` ELSE ${cleaned} END`,
      ],
    ],
    outputs: [['phone', withCountryCode('phone_n')]],
  };
}

/** 8 to 12 digits after the zero, the lengths Indonesian mobile operators have issued; the common ones first. */
function withCountryCode(n: string): string {
  const ranges: Array<[low: string, high: string, prefix: string]> = [
    ['80000000000', '89999999999', '6200000000000'],
    ['8000000000', '8999999999', '620000000000'],
    ['800000000', '899999999', '62000000000'],
    ['800000000000', '899999999999', '62000000000000'],
    ['80000000', '89999999', '6200000000'],
  ];
  const local = ranges.map(
    ([low, high, prefix]) => `WHEN ${n} BETWEEN ${low} AND ${high} THEN ${prefix} + ${n}`,
  );
  const international = ranges.map(
    ([low, high, prefix]) => `${n} BETWEEN ${prefix} + ${low} AND ${prefix} + ${high}`,
  );
  return `CASE WHEN ${n} IS NULL THEN NULL ${local.join(' ')} WHEN ${international.join(' OR ')} THEN ${n} END`;
}
