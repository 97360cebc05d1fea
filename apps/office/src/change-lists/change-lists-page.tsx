import { IconListDetails } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
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
        <Listed
          query={lists}
          items={lists.data?.items}
          empty={{ title: text.none, icon: <IconListDetails size={36} stroke={1.3} aria-hidden /> }}
        >
          {(items) => (
            <DataTable
              label={text.earlier}
              rows={items}
              keyOf={({ listId }) => listId}
              columns={[
                {
                  header: text.reference,
                  role: 'title',
                  cell: ({ listId, reference, kind, payer }) => (
                    <span>
                      <Link to="/daftar-perubahan/$listId" params={{ listId: String(listId) }}>
                        {reference}
                      </Link>
                      <small className={styles.small}>
                        {text.kinds[kind]} · {payer}
                      </small>
                    </span>
                  ),
                },
                {
                  header: text.on,
                  cell: ({ submittedOn, submittedBy }) => (
                    <span>
                      {format.shortDate(submittedOn)}
                      <small className={styles.small}>{submittedBy}</small>
                    </span>
                  ),
                },
                { header: text.effectiveShort, cell: ({ effectiveOn }) => format.shortDate(effectiveOn) },
                { header: text.submitted, number: true, cell: ({ submitted }) => format.integer(submitted) },
                { header: text.accepted, number: true, cell: ({ accepted }) => format.integer(accepted) },
                { header: text.refused, number: true, cell: ({ refused }) => format.integer(refused) },
              ]}
            />
          )}
        </Listed>
      </section>
    </>
  );
}
