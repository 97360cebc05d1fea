import type { PeopleList, PeopleSort, PersonRow } from '@jangkau/contracts';
import { IconArrowDown } from '@tabler/icons-react';
import { useRef } from 'react';
import { useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import table from '../ui/table.module.css';
import styles from './list.module.css';
import { ListCell } from './list-cell.tsx';
import { columnsOfList, type ListColumn, listsCards, sortOfColumn, sortsOfList } from './list-columns.ts';
import { listText } from './list-text.ts';
import { PersonLink } from './person-link.tsx';
import { useVisibleRows } from './use-visible-rows.ts';

export interface PeopleViewProps {
  runId: string;
  list: PeopleList;
  rows: PersonRow[];
  /** The date ages are counted for. */
  asOf: string | null;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

const ROW = 50;

/** A list on the desk: a dense table whose rows are drawn as they come into view. */
export function PeopleTable(
  props: PeopleViewProps & { sort: PeopleSort; onSort: (sort: PeopleSort) => void },
) {
  const { runId, list, rows, asOf, hasMore, loadingMore } = props;
  const text = useText(listText);
  const body = useRef<HTMLTableSectionElement>(null);
  const visible = useVisibleRows({ ...props, count: rows.length, height: ROW, box: body });
  const columns = columnsOfList[list];
  return (
    <>
      <table className={`${table.table} ${styles.table}`} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {visible.before > 0 ? <Gap height={visible.before} span={columns.length} /> : null}
          {visible.items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <tr key={item.key} data-index={item.index} ref={visible.measure} aria-rowindex={item.index + 2}>
                {columns.map((column) =>
                  column === 'name' ? (
                    <td key={column}>
                      <PersonLink runId={runId} row={row} card={listsCards(list)} />
                      <small className={styles.number}>
                        {row.restricted ? text.restricted : (row.nik ?? '')}
                      </small>
                    </td>
                  ) : (
                    <td key={column} data-column={column}>
                      <ListCell column={column} row={row} asOf={asOf} />
                    </td>
                  ),
                )}
              </tr>
            );
          })}
          {visible.after > 0 ? <Gap height={visible.after} span={columns.length} /> : null}
        </tbody>
      </table>
      <p className={styles.end}>{loadingMore ? text.loadingMore : hasMore ? '' : text.end}</p>
    </>
  );
}

function Heading(props: {
  column: ListColumn;
  list: PeopleList;
  sort: PeopleSort;
  onSort: (sort: PeopleSort) => void;
}) {
  const text = useText(listText);
  const { column, list, sort } = props;
  const by = sortOfColumn[column];
  const sortable = by !== undefined && sortsOfList[list].includes(by);
  const order = by === 'p' ? 'descending' : 'ascending';
  return (
    <th aria-sort={sortable && sort === by ? order : undefined} data-column={column}>
      {sortable ? (
        <button type="button" className={styles.sort} onClick={() => props.onSort(by)}>
          {text.columns[column]}
          {sort === by ? (
            <IconArrowDown size={14} aria-hidden data-up={order === 'ascending' || undefined} />
          ) : null}
        </button>
      ) : (
        text.columns[column]
      )}
      {column === 'probability' ? <Definition of="peluang" /> : null}
    </th>
  );
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden className={styles.gap}>
      <td colSpan={span} style={{ height }} />
    </tr>
  );
}
