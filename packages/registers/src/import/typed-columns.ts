import { sqlString } from '@jangkau/linkage';
import type { DetectedFile } from '../detect/detect-file.ts';
import { detectDateStyle, detectSexCoding, hasUndottedVillages } from '../detect/detect-styles.ts';
import { type CanonicalColumn, ownNumberColumn, type RegisterKind } from '../register-kind.ts';
import { bornColumn, type DateOrder } from '../sql/date-sql.ts';
import { kkColumn, nikColumn } from '../sql/number-sql.ts';
import { phoneColumn } from '../sql/phone-sql.ts';
import { idColumn, nameColumn, sexColumn, textColumn } from '../sql/text-sql.ts';
import type { TypedColumn } from '../sql/typed-column.ts';
import { villageColumn } from '../sql/village-sql.ts';
import type { ColumnPositions } from './resolve-mapping.ts';

/** What is known about a file's values before its rows are read. */
export interface ReadingPlan {
  kind: RegisterKind;
  file: DetectedFile;
  positions: ColumnPositions;
  /** Order of day and month when it was given. */
  dateOrder: DateOrder | undefined;
  /** Village code of the whole file. */
  village: string | undefined;
  /** 'YYYY-MM-DD' */
  today: string;
  /** Columns left empty. */
  unread?: readonly CanonicalColumn[] | undefined;
}

/** What is known about the values only once the file was gone through. */
export interface ReadingFacts {
  /** Tabs, line breaks or no-break spaces may occur. */
  oddSpaces: boolean;
  /** Positions of columns whose long numbers kept all their digits. */
  exactFloats?: ReadonlySet<number>;
  /** SQL expression for the id of a row that has none. */
  madeUpId?: string;
}

/** The columns of the imported table, as expressions over text columns c0, c1... of the file. */
export function typedColumns(plan: ReadingPlan, facts: ReadingFacts): TypedColumn[] {
  const { kind, file, positions, village, today } = plan;
  const raw = (column: CanonicalColumn) => {
    const index = plan.unread?.includes(column) ? undefined : positions.get(column);
    return index === undefined ? 'CAST(NULL AS VARCHAR)' : `c${index}`;
  };
  const samples = (column: CanonicalColumn) => file.columns[positions.get(column) ?? -1]?.samples ?? [];
  const exact = (column: CanonicalColumn) => ({
    exactFloats: facts.exactFloats?.has(positions.get(column) ?? -1) ?? false,
  });
  const dates = detectDateStyle(samples('tanggal_lahir'), plan.dateOrder);
  const common = [
    idColumn(raw(ownNumberColumn(kind)), facts.madeUpId),
    nikColumn(raw('nik'), exact('nik')),
    kkColumn(raw('no_kk'), exact('no_kk')),
    nameColumn(raw('nama'), facts.oddSpaces),
    sexColumn(raw('jenis_kelamin'), detectSexCoding(samples('jenis_kelamin'))),
    bornColumn(raw('tanggal_lahir'), today, dates),
    phoneColumn(raw('no_hp')),
    village === undefined
      ? villageColumn(raw('kode_desa'), hasUndottedVillages(samples('kode_desa')))
      : textColumn('village', sqlString(village)),
    textColumn('address', raw('alamat')),
  ];
  const own: ReadonlyArray<readonly [string, CanonicalColumn]> =
    kind === 'residents'
      ? [
          ['birthplace', 'tempat_lahir'],
          ['banjar', 'banjar'],
          ['relation', 'hubungan_keluarga'],
          ['occupation', 'pekerjaan'],
        ]
      : [
          ['segment', 'segmen'],
          ['class', 'kelas'],
          ['status', 'status'],
        ];
  return [...common, ...own.map(([name, column]) => textColumn(name, raw(column)))];
}
