import type { TypedColumn } from './typed-column.ts';

/**
 * 16-digit numbers. The cheap test comes first and the cleaning expression sits in a CASE branch, so a clean
 * column never pays for it: DuckDB evaluates a branch only for the rows that reach it.
 */

/** Steps that leave sixteen digits as BIGINT in `<name>_n`, NULL when `raw` is anything else. */
function digits16Steps(name: string, raw: string, exactFloats: boolean): TypedColumn['steps'] {
  // The cast also takes '5.1710145079E+15', which has lost its last digits; in sixteen characters such a
  // number has at most fourteen digits, so only values that end in 00 need the look for an exponent. Two
  // branches instead of an OR: DuckDB sorts the rows an OR selects.
  const plain = `strlen(${raw}) = 16 AND ${name}_cast >= 1000000000000000`;
  const exact = `NOT contains(${raw}, 'E') AND NOT contains(${raw}, 'e')`;
  return [
    [`${name}_cast`, `try_cast(${raw} AS BIGINT)`],
    [
      `${name}_n`,
      `CASE WHEN ${plain} AND ${name}_cast % 100 <> 0 THEN ${name}_cast WHEN ${plain} AND ${exact} THEN ${name}_cast` +
        ` WHEN ${raw} IS NULL THEN NULL ELSE ${cleaned16(raw, exactFloats)} END`,
    ],
  ];
}

/**
 * Sixteen digits out of text with apostrophes, spaces, dots, dashes or a trailing '.0'; NULL otherwise.
 * Scientific notation has lost digits and gives NULL, unless the column is known to hold whole floats.
 */
function cleaned16(raw: string, exactFloats: boolean): string {
  const digits = `regexp_replace(regexp_replace(${raw}, '^\\D*(\\d{16})[.,]0+\\s*$', '\\1'), '[^0-9A-Za-z]', '', 'g')`;
  const clean = `try_cast(regexp_extract(${digits}, '^\\d{16}$') AS BIGINT)`;
  if (!exactFloats) return clean;
  return `CASE WHEN regexp_full_match(${raw}, '\\d\\.\\d{14,15}[eE]\\+?15') THEN try_cast(${raw} AS BIGINT) ELSE ${clean} END`;
}

/**
 * NIK: output `nik` BIGINT, and `nik_text` with what the file said when it cannot be a NIK. A NIK has a
 * province of 11 to 97, a day of 1 to 31 (41 to 71 for women, PP 37/2007 Art 37) and a month of 1 to 12,
 * and is not one repeated digit. The serial is not judged: 0000 marks test data.
 */
export function nikColumn(raw: string, options: { exactFloats?: boolean } = {}): TypedColumn {
  return {
    steps: [
      ...digits16Steps('nik', raw, options.exactFloats ?? false),
      ['nik_ddmm', 'CAST((nik_n // 1000000) % 10000 AS SMALLINT)'],
      [
        'nik_ok',
        'nik_n BETWEEN 1100000000000000 AND 9799999999999999' +
          ' AND nik_ddmm < 7200 AND nik_ddmm % 4000 BETWEEN 101 AND 3199' +
          ' AND nik_ddmm % 100 BETWEEN 1 AND 12 AND nik_n <> 1111111111111111',
      ],
    ],
    outputs: [
      ['nik', 'CASE WHEN nik_ok THEN nik_n END'],
      ['nik_text', `CASE WHEN nik_ok THEN NULL ELSE nullif(trim(${raw}), '') END`],
    ],
  };
}

/** Family card number: output `kk` BIGINT, NULL when it is not sixteen digits or is one repeated digit. */
export function kkColumn(raw: string, options: { exactFloats?: boolean } = {}): TypedColumn {
  return {
    steps: digits16Steps('kk', raw, options.exactFloats ?? false),
    outputs: [['kk', 'CASE WHEN kk_n >= 1000000000000000 AND kk_n % 1111111111111111 <> 0 THEN kk_n END']],
  };
}
