import { IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './change-lists.module.css';
import { changeListsText } from './change-lists-text.ts';
import { SubmitList } from './submit-list.tsx';

/** A form for a new list, and the lists before. */
export function ChangeListsPage() {
  const text = useText(changeListsText);
  const format = useFormat();
  const lists = useQuery(apiQuery('listChangeLists'));
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <SubmitList />
      <section className={styles.section}>
        <h2>{text.earlier}</h2>
        {lists.isPending ? <Loading lines={4} /> : null}
        {lists.error ? <ProblemPanel error={lists.error} onRetry={() => lists.refetch()} /> : null}
        {lists.data?.items.length === 0 ? (
          <EmptyState title={text.none} icon={<IconListDetails size={36} stroke={1.3} aria-hidden />} />
        ) : null}
        {lists.data && lists.data.items.length > 0 ? (
          <ScrollBox label={text.earlier}>
            <table className={`${table.table} ${table.cards}`}>
              <thead>
                <tr>
                  <th scope="col">{text.reference}</th>
                  <th scope="col">{text.on}</th>
                  <th scope="col">{text.effectiveShort}</th>
                  <th scope="col" className={table.number}>
                    {text.submitted}
                  </th>
                  <th scope="col" className={table.number}>
                    {text.accepted}
                  </th>
                  <th scope="col" className={table.number}>
                    {text.refused}
                  </th>
                </tr>
              </thead>
              <tbody>
                {lists.data.items.map((list) => (
                  <tr key={list.listId}>
                    <td>
                      <span>
                        <Link to="/daftar-perubahan/$listId" params={{ listId: String(list.listId) }}>
                          {list.reference}
                        </Link>
                        <small className={styles.small}>
                          {text.kinds[list.kind]} · {list.payer}
                        </small>
                      </span>
                    </td>
                    <td data-label={text.on}>
                      <span>
                        {format.shortDate(list.submittedOn)}
                        <small className={styles.small}>{list.submittedBy}</small>
                      </span>
                    </td>
                    <td data-label={text.effectiveShort}>{format.shortDate(list.effectiveOn)}</td>
                    <td data-label={text.submitted} className={table.number}>
                      {format.integer(list.submitted)}
                    </td>
                    <td data-label={text.accepted} className={table.number}>
                      {format.integer(list.accepted)}
                    </td>
                    <td data-label={text.refused} className={table.number}>
                      {format.integer(list.refused)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        ) : null}
      </section>
    </>
  );
}
