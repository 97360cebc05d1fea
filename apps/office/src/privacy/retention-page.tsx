import {
  type RetentionOverview,
  type RetentionRuleView,
  retentionRoutes as routes,
} from '@jangkau/contracts';
import { type RetentionKind, retentionRule } from '@jangkau/privacy';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';
import { retentionText } from './retention-text.ts';

type Asking =
  | { about: 'days'; rule: RetentionRuleView }
  | { about: 'hold'; kind: RetentionKind; key: string | null; label: string; held: boolean };

/** How long what is kept: the rules, what they would delete now, holds, and what was deleted. */
export function RetentionPage() {
  const overview = useQuery(apiQuery('getRetention'));
  const words = useText(privacyText);
  const text = useText(retentionText);
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <>
      <PageHeader
        kicker={words.group}
        title={text.title}
        lede={text.lede}
        actions={overview.data ? <RunNow overview={overview.data} /> : null}
      />
      {overview.error ? <ProblemPanel error={overview.error} onRetry={() => overview.refetch()} /> : null}
      {overview.isPending ? <Loading lines={10} /> : null}
      {overview.data ? (
        <div className={styles.page}>
          <Rules rules={overview.data.rules} onAsk={setAsking} />
          <Due rules={overview.data.rules} onAsk={setAsking} />
          <Holds overview={overview.data} onAsk={setAsking} />
          <History overview={overview.data} />
        </div>
      ) : null}
      {asking ? <Ask asking={asking} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function RunNow({ overview }: { overview: RetentionOverview }) {
  const text = useText(retentionText);
  const format = useFormat();
  const client = useQueryClient();
  const [open, dialog] = useDisclosure(false);
  const due = overview.rules.reduce((sum, rule) => sum + rule.dueCount, 0);
  const run = useMutation({
    mutationFn: () => call(routes.runRetention, { body: { confirm: true } }),
    onSuccess: async ({ deleted }) => {
      const count = Object.values(deleted).reduce((sum, n) => sum + (n ?? 0), 0);
      toastDone(text.ran(format.integer(count)));
      dialog.close();
      await client.invalidateQueries({ queryKey: ['getRetention'] });
    },
  });
  return (
    <>
      <Button variant="default" disabled={due === 0} onClick={dialog.open}>
        {text.run}
      </Button>
      <ConfirmDialog
        opened={open}
        title={text.runTitle}
        action={text.run}
        dangerous
        busy={run.isPending}
        error={run.error}
        onConfirm={() => run.mutate()}
        onClose={dialog.close}
      >
        <p>{text.runWhat(format.integer(due))}</p>
      </ConfirmDialog>
    </>
  );
}

function Rules({ rules, onAsk }: { rules: RetentionRuleView[]; onAsk: (asking: Asking) => void }) {
  const text = useText(retentionText);
  const words = useText(privacyText);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <section className={styles.section}>
      <h2>{text.rules}</h2>
      <DataTable
        label={text.rules}
        rows={rules}
        keyOf={({ kind }) => kind}
        columns={[
          { header: text.what, role: 'title', cell: ({ what }) => <b>{what[language]}</b> },
          {
            header: text.days,
            cell: ({ days, countedFrom }) => (
              <span>
                {text.dayCount(format.integer(days))} {text.from(countedFrom[language])}
              </span>
            ),
          },
          { header: words.basis, muted: true, cell: ({ legalBasis }) => legalBasis },
          {
            header: text.due,
            number: true,
            cell: ({ ending, dueCount }) => (ending === 'keep' ? text.keep : format.integer(dueCount)),
          },
          { header: text.held, number: true, cell: ({ heldCount }) => format.integer(heldCount) },
          { header: text.staying, number: true, cell: ({ staying }) => format.integer(staying) },
          {
            header: text.change,
            role: 'acts',
            cell: (rule) => (
              <Button size="xs" variant="default" onClick={() => onAsk({ about: 'days', rule })}>
                {text.change}
              </Button>
            ),
          },
        ]}
      />
    </section>
  );
}

function Due({ rules, onAsk }: { rules: RetentionRuleView[]; onAsk: (asking: Asking) => void }) {
  const text = useText(retentionText);
  const format = useFormat();
  const { language } = useLanguage();
  const items = rules.flatMap((rule) => rule.due.map((item) => ({ ...item, rule })));
  return (
    <section className={styles.section}>
      <h2>{text.dueList}</h2>
      {items.length === 0 ? <p className={styles.why}>{text.nothing}</p> : null}
      <ul className={styles.list}>
        {items.map(({ rule, key, label, since }) => (
          <li key={`${rule.kind} ${key}`}>
            {rule.what[language]}: {label}, {format.date(since)}{' '}
            <Button
              size="compact-xs"
              variant="default"
              onClick={() => onAsk({ about: 'hold', kind: rule.kind, key, label, held: true })}
            >
              {text.hold}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Holds({ overview, onAsk }: { overview: RetentionOverview; onAsk: (asking: Asking) => void }) {
  const text = useText(retentionText);
  const words = useText(privacyText);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <section className={styles.section}>
      <h2>{text.holds}</h2>
      {overview.holds.length === 0 ? <p className={styles.why}>{text.noHolds}</p> : null}
      <ul className={styles.list}>
        {overview.holds.map((hold) => {
          const label = `${retentionRule(hold.kind).what[language]}: ${hold.key ?? text.all}`;
          return (
            <li key={`${label} ${hold.reason}`}>
              {label}. {hold.reason}{' '}
              {hold.by === 'sistem' ? null : (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => onAsk({ about: 'hold', kind: hold.kind, key: hold.key, label, held: false })}
                >
                  {text.release}
                </Button>
              )}
              <small>{words.by(hold.by, format.dateTime(hold.at))}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function History({ overview }: { overview: RetentionOverview }) {
  const text = useText(retentionText);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <section className={styles.section}>
      <h2>{text.history}</h2>
      {overview.nextRunAt ? (
        <p className={styles.why}>{text.next(format.dateTime(overview.nextRunAt))}</p>
      ) : null}
      {overview.runs.length === 0 ? <p className={styles.why}>{text.noHistory}</p> : null}
      <ul className={styles.list}>
        {overview.runs.map((run) => {
          const parts = Object.entries(run.deleted).map(
            ([kind, count]) =>
              `${retentionRule(kind as RetentionKind).what[language]}: ${format.integer(count ?? 0)}`,
          );
          return (
            <li key={run.id}>
              {parts.join('; ') || text.nothing}
              {run.failed > 0 ? ` (${text.failed(format.integer(run.failed))})` : ''}
              <small>
                {format.dateTime(run.at)}, {run.by}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Ask({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  const text = useText(retentionText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const done = (overview: RetentionOverview) => {
    client.setQueryData(apiQuery('getRetention').queryKey, overview);
    onClose();
  };
  const days = useMutation({
    mutationFn: (body: { kind: RetentionKind; days: number; reason: string }) =>
      call(routes.setRetention, { body }),
    onSuccess: done,
  });
  const hold = useMutation({
    mutationFn: (body: { kind: RetentionKind; key: string | null; held: boolean; reason: string }) =>
      call(routes.holdRetention, { body }),
    onSuccess: done,
  });
  if (asking.about === 'days') {
    const { rule } = asking;
    const [least, most, usual] = [rule.least, rule.most, rule.defaultDays].map((n) => format.integer(n));
    return (
      <ReasonDialog
        title={text.changeTitle(rule.what[language])}
        action={text.save}
        number={{ label: text.days, value: rule.days, least: rule.least, most: rule.most }}
        busy={days.isPending}
        error={days.error}
        onSave={(reason, value) => days.mutate({ kind: rule.kind, days: value, reason })}
        onClose={onClose}
      >
        {text.range(least ?? '', most ?? '', usual ?? '')}
      </ReasonDialog>
    );
  }
  const { kind, key, held, label } = asking;
  return (
    <ReasonDialog
      title={held ? text.holdTitle(label) : text.releaseTitle(label)}
      action={held ? text.hold : text.release}
      busy={hold.isPending}
      error={hold.error}
      onSave={(reason) => hold.mutate({ kind, key, held, reason })}
      onClose={onClose}
    >
      {text.holdWhy}
    </ReasonDialog>
  );
}
