import { useRef } from 'react';
import { useText } from '../text/language-context.tsx';
import styles from './list.module.css';
import { ListCell } from './list-cell.tsx';
import { columnsOfList, listsCards } from './list-columns.ts';
import { listText } from './list-text.ts';
import type { PeopleViewProps } from './people-table.tsx';
import { PersonLink } from './person-link.tsx';
import { useVisibleRows } from './use-visible-rows.ts';

const CARD = 118;

/** A list on the phone: one card a person. */
export function PeopleCards(props: PeopleViewProps) {
  const { runId, list, rows, asOf, hasMore, loadingMore } = props;
  const text = useText(listText);
  const box = useRef<HTMLUListElement>(null);
  const visible = useVisibleRows({ ...props, count: rows.length, height: CARD, box });
  const [, ...columns] = columnsOfList[list];
  return (
    <>
      <ul
        ref={box}
        className={styles.cards}
        style={{ paddingTop: visible.before, paddingBottom: visible.after }}
      >
        {visible.items.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <li key={item.key} data-index={item.index} ref={visible.measure}>
              <div className={styles.cardName}>
                <PersonLink runId={runId} row={row} card={listsCards(list)} />
              </div>
              <div className={styles.cardLines}>
                {columns.map((column) =>
                  column === 'name' ? null : (
                    <span key={column} data-column={column}>
                      <ListCell column={column} row={row} asOf={asOf} />
                    </span>
                  ),
                )}
              </div>
            </li>
          );
        })}
      </ul>
      <p className={styles.end}>{loadingMore ? text.loadingMore : hasMore ? '' : text.end}</p>
    </>
  );
}
