import { Checkbox } from '@mantine/core';
import type { ReactNode } from 'react';
import { ScrollBox } from './scroll-box.tsx';
import table from './table.module.css';

/** A column of a table. */
export interface Column<Row> {
  /** At its head, and before the value on a phone. */
  header: string;
  /** title: names the row, without its header on a phone; acts: buttons, whose header is for screen readers alone. */
  role?: 'title' | 'acts';
  /** Figures stand to the right. */
  number?: boolean;
  muted?: boolean;
  cell: (row: Row) => ReactNode;
  /** Below the column, such as its sum. */
  foot?: ReactNode;
}

/** Rows that can be chosen, to do something with all of them. */
interface Choosing<Row> {
  /** What a screen reader calls the box of a row. */
  label: (row: Row) => string;
  isChosen: (row: Row) => boolean;
  /** Whether there is a box at all; always unless told. */
  mayChoose?: (row: Row) => boolean;
  onChoose: (row: Row, chosen: boolean) => void;
}

interface DataTableProps<Row> {
  /** What a screen reader calls the table. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string | number;
  choosing?: Choosing<Row> | undefined;
}

/** A table of the office: rows on a desk, cards on a phone. */
export function DataTable<Row>({ label, columns, rows, keyOf, choosing }: DataTableProps<Row>) {
  const alignment = ({ number, role, muted }: Column<Row>) =>
    number || role === 'acts' ? table.number : muted ? table.muted : undefined;
  const named = ({ header, role }: Column<Row>) => (role === undefined ? { 'data-label': header } : {});
  return (
    <ScrollBox label={label}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            {choosing ? <td className={table.choice} /> : null}
            {columns.map((column) => (
              <th key={column.header} scope="col" className={column.number ? table.number : undefined}>
                {column.role === 'acts' ? (
                  <span className="hidden-visually">{column.header}</span>
                ) : (
                  column.header
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {choosing ? (
                <td className={table.choice}>
                  {(choosing.mayChoose?.(row) ?? true) ? (
                    <Checkbox
                      aria-label={choosing.label(row)}
                      checked={choosing.isChosen(row)}
                      onChange={(event) => choosing.onChoose(row, event.currentTarget.checked)}
                    />
                  ) : null}
                </td>
              ) : null}
              {columns.map((column) => (
                <td key={column.header} {...named(column)} className={alignment(column)}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        {columns.some(({ foot }) => foot !== undefined) ? (
          <tfoot>
            <tr>
              {choosing ? <td /> : null}
              {columns.map((column) => (
                <td
                  key={column.header}
                  {...(column.foot !== undefined && named(column))}
                  className={alignment(column)}
                >
                  {column.foot}
                </td>
              ))}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </ScrollBox>
  );
}
