import type { TypedColumn } from './typed-column.ts';

/** Text as the file has it: output `name` VARCHAR, NULL when blank. */
export function textColumn(name: string, raw: string): TypedColumn {
  return { steps: [], outputs: [[name, raw]] };
}

/** The register's own number of a person: output `id`, trimmed, NULL when blank. */
export function idTextColumn(raw: string): TypedColumn {
  return { steps: [], outputs: [['id', `nullif(trim(${raw}), '')`]] };
}

/** Name: output `nama`, trimmed and with runs of white space folded to one space, otherwise as given. */
export function nameColumn(raw: string): TypedColumn {
  const untidy =
    `contains(${raw}, '  ') OR starts_with(${raw}, ' ') OR ends_with(${raw}, ' ')` +
    ` OR contains(${raw}, chr(9)) OR contains(${raw}, chr(10)) OR contains(${raw}, chr(160))`;
  return {
    steps: [['nama_untidy', untidy]],
    outputs: [
      [
        'nama',
        `CASE WHEN nama_untidy THEN nullif(trim(regexp_replace(${raw}, '[\\s\\x{00a0}]+', ' ', 'g')), '') ELSE ${raw} END`,
      ],
    ],
  };
}

/** How a file writes men and women; 'pria-wanita' files use P for men. */
export type SexCoding = 'laki-perempuan' | 'pria-wanita';

/** Sex: output `sex` TINYINT, 1 for men (L), 2 for women (P), NULL when unreadable. */
export function sexColumn(raw: string, coding: SexCoding = 'laki-perempuan'): TypedColumn {
  const p = coding === 'pria-wanita' ? 1 : 2;
  const word = `upper(regexp_replace(${raw}, '[^A-Za-z0-9]', '', 'g'))`;
  const spelled =
    `CASE WHEN ${word} IN ('L', 'LK', 'LAKI', 'LAKILAKI', 'LELAKI', 'PRIA', 'M', 'MALE', '1') THEN 1` +
    ` WHEN ${word} IN ('PR', 'PEREMPUAN', 'WANITA', 'W', 'F', 'FEMALE', '2') THEN 2 WHEN ${word} = 'P' THEN ${p} END`;
  return {
    steps: [],
    outputs: [
      [
        'sex',
        `CAST(CASE ${raw} WHEN 'L' THEN 1 WHEN 'P' THEN ${p} ELSE CASE WHEN ${raw} IS NOT NULL THEN ${spelled} END END AS TINYINT)`,
      ],
    ],
  };
}
