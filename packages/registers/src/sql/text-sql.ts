import type { TypedColumn } from './typed-column.ts';

/** Text as the file has it: output `name` VARCHAR, NULL when blank. */
export function textColumn(name: string, raw: string): TypedColumn {
  return { steps: [], outputs: [[name, raw]] };
}

/**
 * The register's own number of a person: output `id`, trimmed; where it is blank, `madeUp`, or NULL without one.
 */
export function idColumn(raw: string, madeUp?: string): TypedColumn {
  // Comparing costs a quarter of trimming: anything below '!' starts with a space or a control character.
  const untidy = `${raw} < '!' OR ${raw} LIKE '% '`;
  const id = `CASE WHEN ${untidy} THEN nullif(trim(${raw}), '') ELSE ${raw} END`;
  return { steps: [], outputs: [['id', madeUp ? `coalesce(${id}, ${madeUp})` : id]] };
}

/**
 * Name: output `nama`, trimmed and with runs of white space folded to one space, otherwise as given.
 * `oddSpaces` says that tabs, line breaks or no-break spaces occur in the file.
 */
export function nameColumn(raw: string, oddSpaces = true): TypedColumn {
  const odd = oddSpaces ? ` OR ${oddSpacesSql(raw)}` : '';
  return {
    steps: [],
    outputs: [
      [
        'nama',
        `CASE WHEN ${raw} < '!' OR ${raw} LIKE '% ' OR contains(${raw}, '  ')${odd} THEN ${foldedNameSql(raw)} ELSE ${raw} END`,
      ],
    ],
  };
}

/** SQL: tabs, line breaks or no-break spaces stand in the text. */
export function oddSpacesSql(text: string): string {
  return `contains(${text}, chr(9)) OR contains(${text}, chr(10)) OR contains(${text}, chr(160))`;
}

/** SQL: the text trimmed, every run of white space one space; NULL when nothing is left. */
export function foldedNameSql(text: string): string {
  return `nullif(trim(regexp_replace(${text}, '[\\s\\x{00a0}]+', ' ', 'g')), '')`;
}

/** How a file writes men and women; 'pria-wanita' files use P for men. */
export type SexCoding = 'laki-perempuan' | 'pria-wanita';

/** Sex: output `sex` TINYINT, 1 for men (L), 2 for women (P), NULL when unreadable. */
export function sexColumn(raw: string, coding: SexCoding = 'laki-perempuan'): TypedColumn {
  const p = coding === 'pria-wanita' ? 1 : 2;
  const word = `upper(regexp_replace(${raw}, '[^A-Za-z0-9]', '', 'g'))`;
  // No IN lists here: DuckDB turns a long one into a join, which runs for every row.
  const men = `regexp_full_match(${word}, 'L|LK|LAKI|LAKILAKI|LELAKI|PRIA|M|MALE|1')`;
  const women = `regexp_full_match(${word}, 'PR|PEREMPUAN|WANITA|W|F|FEMALE|2')`;
  return {
    steps: [],
    outputs: [
      [
        'sex',
        `CAST(CASE WHEN ${raw} = 'L' THEN 1 WHEN ${raw} = 'P' THEN ${p} WHEN ${raw} IS NULL THEN NULL` +
          ` WHEN ${men} THEN 1 WHEN ${women} THEN 2 WHEN ${word} = 'P' THEN ${p} END AS TINYINT)`,
      ],
    ],
  };
}
