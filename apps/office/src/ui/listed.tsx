import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './listed.module.css';
import { Loading } from './loading.tsx';
import { EmptyState } from './notice.tsx';
import { ProblemPanel } from './problem-panel.tsx';

interface ListedProps<Item> {
  /** How the query for the list stands. */
  query: { isPending: boolean; error: unknown; refetch: () => unknown };
  /** Undefined until they are there. */
  items: readonly Item[] | undefined;
  /** Lines shown while it loads. */
  lines?: number;
  /** Said when there is nothing. */
  empty: { title: string; why?: string; icon?: ReactNode };
  children: (items: readonly Item[]) => ReactNode;
}

/** A list with everything it can be before it is one: loading, failed, empty. */
export function Listed<Item>({ query, items, lines = 4, empty, children }: ListedProps<Item>) {
  return (
    <>
      {query.error ? <ProblemPanel error={query.error} onRetry={() => query.refetch()} /> : null}
      {query.isPending ? <Loading lines={lines} /> : null}
      {items?.length === 0 ? (
        <EmptyState title={empty.title} {...(empty.icon !== undefined && { icon: empty.icon })}>
          {empty.why}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? children(items) : null}
    </>
  );
}

interface MoreProps {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  label: string;
  /** Said instead when there is no other page. */
  end?: string;
}

/** Loads the next page of a list, while there is one. */
export function More({ query, label, end }: MoreProps) {
  return query.hasNextPage ? (
    <Button
      variant="default"
      mt={12}
      loading={query.isFetchingNextPage}
      onClick={() => void query.fetchNextPage()}
    >
      {label}
    </Button>
  ) : end ? (
    <p className={styles.end}>{end}</p>
  ) : null;
}
