import { type AuditEntry, auditRoutes, routeUrl } from '@jangkau/contracts';
import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useSession } from '../api/use-session.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { fromField } from '../privacy/local-time.ts';
import styles from '../privacy/privacy.module.css';
import { privacyText } from '../privacy/privacy-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { uiText } from '../ui/ui-text.ts';
import { actionWords } from './action-words.ts';
import { auditText } from './audit-text.ts';
import { ChainState } from './chain-state.tsx';

interface Filters {
  username: string;
  action: string;
  from: string;
  to: string;
  outcome: '' | 'done' | 'denied';
  area: string | null;
}

const nothing: Filters = { username: '', action: '', from: '', to: '', outcome: '', area: null };

/** The audit for those who check it: searched, taken along, verified. */
export function AuditPage() {
  const text = useText(auditText);
  const words = useText(privacyText);
  const session = useSession();
  const [filters, setFilters] = useState<Filters>(nothing);
  const [settled] = useDebouncedValue(filters, 300);
  const [opened, setOpened] = useState<AuditEntry | null>(null);
  const query = queryOf(settled);
  const entries = useInfiniteQuery({
    queryKey: ['listAudit', query],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(auditRoutes.listAudit, { query: { ...query, limit: 50, cursor: pageParam }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: (before) => before,
  });
  const rows = entries.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        kicker={words.group}
        title={text.title}
        lede={text.lede}
        actions={
          session?.actions.includes('audit.export') ? (
            <Button
              component="a"
              variant="default"
              href={routeUrl(auditRoutes.exportAudit, {}, query)}
              title={text.exportXlsxWhy}
              download
            >
              {text.export}
            </Button>
          ) : null
        }
      />
      <section className={styles.section}>
        <ChainState head={rows.find((row) => row.sealed !== null)?.sealed ?? null} />
      </section>
      <FilterBar filters={filters} onChange={(part) => setFilters((old) => ({ ...old, ...part }))} />
      <Listed
        query={entries}
        items={entries.data && rows}
        lines={8}
        empty={{ title: text.empty, why: text.emptyWhy }}
      >
        {(items) => <Entries rows={items} onOpen={setOpened} />}
      </Listed>
      <More query={entries} label={text.more} />
      {opened ? <Entry entry={opened} onClose={() => setOpened(null)} /> : null}
    </>
  );
}

function queryOf(filters: Filters) {
  return {
    username: filters.username.trim() || undefined,
    action: filters.action.trim() || undefined,
    from: fromField(filters.from) ?? undefined,
    to: fromField(filters.to) ?? undefined,
    outcome: filters.outcome || undefined,
    area: filters.area ?? undefined,
  };
}

function FilterBar({ filters, onChange }: { filters: Filters; onChange: (part: Partial<Filters>) => void }) {
  const text = useText(auditText);
  return (
    <div className={styles.tools}>
      <TextInput
        label={text.who}
        value={filters.username}
        maxLength={100}
        autoComplete="off"
        onChange={(event) => onChange({ username: event.currentTarget.value })}
      />
      <TextInput
        label={text.action}
        placeholder={text.actionHint}
        value={filters.action}
        maxLength={60}
        autoComplete="off"
        onChange={(event) => onChange({ action: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={text.from}
        value={filters.from}
        onChange={(event) => onChange({ from: event.currentTarget.value })}
      />
      <TextInput
        type="datetime-local"
        label={text.to}
        value={filters.to}
        onChange={(event) => onChange({ to: event.currentTarget.value })}
      />
      <NativeSelect
        label={text.outcome}
        value={filters.outcome}
        data={[
          { value: '', label: text.outcomes.all },
          { value: 'done', label: text.outcomes.done },
          { value: 'denied', label: text.outcomes.denied },
        ]}
        onChange={(event) => onChange({ outcome: event.currentTarget.value as Filters['outcome'] })}
      />
      <AreaPicker
        label={text.area}
        placeholder={text.everywhere}
        levels={['regency', 'district', 'village']}
        value={filters.area}
        onChange={(area) => onChange({ area })}
      />
    </div>
  );
}

function Entries({ rows, onOpen }: { rows: readonly AuditEntry[]; onOpen: (entry: AuditEntry) => void }) {
  const text = useText(auditText);
  const words = useText(actionWords);
  const format = useFormat();
  return (
    <DataTable
      label={text.title}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        { header: text.when, cell: ({ at }) => format.dateTime(at) },
        { header: text.who, cell: ({ username }) => username },
        {
          header: text.action,
          cell: ({ action }) => (
            <span>
              {words[action] ?? action}
              {words[action] ? <small className={styles.code}>{action}</small> : null}
            </span>
          ),
        },
        {
          header: text.outcome,
          cell: ({ outcome }) => (
            <StateBadge tone={outcome === 'denied' ? 'uncovered' : 'plain'}>
              {text.outcomes[outcome]}
            </StateBadge>
          ),
        },
        { header: text.area, cell: ({ area }) => area ?? '–' },
        { header: text.purpose, cell: ({ purpose }) => purpose ?? '–' },
        {
          header: text.detail,
          role: 'acts',
          cell: (row) => (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={text.open(format.integer(row.id))}
              onClick={() => onOpen(row)}
            >
              {text.detail}
            </Button>
          ),
        },
      ]}
    />
  );
}

function Entry({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const text = useText(auditText);
  const ui = useText(uiText);
  const words = useText(actionWords);
  const format = useFormat();
  const facts: [string, string | null][] = [
    [text.when, format.dateTime(entry.at)],
    [text.who, entry.username],
    [text.role, entry.role],
    [text.action, [words[entry.action], entry.action].filter(Boolean).join(' · ')],
    [text.outcome, text.outcomes[entry.outcome]],
    [text.subject, entry.subjectKey && `${entry.subjectKind ?? ''} ${entry.subjectKey}`],
    [text.area, entry.area],
    [text.purpose, entry.purpose],
    [text.detail, entry.detail && JSON.stringify(entry.detail)],
    [text.address, entry.address],
    [text.request, entry.requestId],
    [text.sealed, entry.sealed ?? text.waiting],
  ];
  return (
    <Modal
      opened
      onClose={onClose}
      title={text.open(format.integer(entry.id))}
      closeButtonProps={{ 'aria-label': ui.close }}
    >
      <dl className={styles.facts}>
        {facts.map(([name, value]) => (
          <Fact key={name} name={name} value={value} />
        ))}
      </dl>
    </Modal>
  );
}

function Fact({ name, value }: { name: string; value: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value ?? '–'}</dd>
    </>
  );
}
