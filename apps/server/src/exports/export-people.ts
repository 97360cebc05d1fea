import { Readable } from 'node:stream';
import {
  type Database,
  type PeopleFilter,
  PeopleRepository,
  type PersonRow,
  type Scope,
} from '@jangkau/store';
import { writeXlsxStream } from 'hucre/xlsx';
import { peopleColumns } from './people-columns.ts';
import { csvLine, safeCell } from './safe-cell.ts';

export interface ExportOrder {
  database: Database;
  scope: Scope;
  run: number;
  filter: PeopleFilter;
  format: 'csv' | 'xlsx';
  fullNumbers: boolean;
}

const pageSize = 5000;
/** Rows of an XLSX sheet, less the header. */
const sheetRows = 1_048_575;

/** A list as a stream of bytes: however long it is, only a page of it is in memory. */
export function exportPeople(order: ExportOrder): Readable {
  if (order.format === 'csv') return Readable.from(csvLines(order));
  return Readable.fromWeb(
    writeXlsxStream(sheet(order), {
      name: 'Daftar',
      columns: peopleColumns.map(({ header, width }) => ({ header, width })),
      freezePane: { rows: 1 },
    }) as never,
  );
}

async function* csvLines(order: ExportOrder): AsyncGenerator<string> {
  // Excel takes UTF-8 for something else without the mark.
  yield `\uFEFF${csvLine(peopleColumns.map((column) => column.header))}`;
  for await (const rows of pages(order))
    yield rows.map((row) => csvLine(peopleColumns.map((column) => column.value(row)))).join('');
}

async function* sheet(order: ExportOrder): AsyncGenerator<(string | number | null)[]> {
  let written = 0;
  for await (const rows of pages(order)) {
    for (const row of rows) {
      if (written++ >= sheetRows) return;
      yield peopleColumns.map((column) => {
        const value = column.value(row);
        return typeof value === 'string' ? safeCell(value) : value;
      });
    }
  }
}

async function* pages(order: ExportOrder): AsyncGenerator<PersonRow[]> {
  let after: number | undefined;
  do {
    // A transaction each: a slow reader must not keep one open.
    const page = await order.database.as(order.scope, (db) =>
      new PeopleRepository(db).page(order.scope, order.run, order.filter, {
        after,
        limit: pageSize,
        fullNumbers: order.fullNumbers,
        withoutRestricted: true,
        count: false,
      }),
    );
    if (!page) return;
    yield page.items;
    after = page.next ?? undefined;
  } while (after !== undefined);
}
