import type { RuleSettingView } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { type Column, DataTable } from '../ui/data-table.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { ruleValue } from './rule-value.ts';
import styles from './rules.module.css';
import { rulesText } from './rules-text.ts';

const groups = ['membership', 'contributions', 'rehab'] as const;

/** Readings of disputed rules: what holds, what else it could be, what it rests on, and deciding. */
export function RulesPage() {
  const text = useText(rulesText);
  const rules = useQuery(apiQuery('listRuleSettings'));
  const [deciding, setDeciding] = useState<RuleSettingView | null>(null);
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      {rules.error ? <ProblemPanel error={rules.error} onRetry={() => rules.refetch()} /> : null}
      {rules.isPending ? <Loading lines={9} /> : null}
      {groups.map((group) =>
        rules.data ? (
          <section key={group} className={styles.group}>
            <h2>{text.groups[group]}</h2>
            <Rules
              label={text.groups[group] ?? group}
              items={rules.data.items.filter((item) => item.group === group)}
              onDecide={setDeciding}
            />
          </section>
        ) : null,
      )}
      {deciding && rules.data ? (
        <RuleDialog rule={deciding} today={rules.data.today} onClose={() => setDeciding(null)} />
      ) : null}
    </>
  );
}

interface RulesProps {
  label: string;
  items: readonly RuleSettingView[];
  onDecide: (rule: RuleSettingView) => void;
}

function Rules({ label, items, onDecide }: RulesProps) {
  const text = useText(rulesText);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay();
  const said = (rule: RuleSettingView, value: unknown) => ruleValue(rule, value, { text, format, language });
  const columns: Column<RuleSettingView>[] = [
    { header: text.rule, role: 'title', cell: ({ what }) => <b>{what[language]}</b> },
    {
      header: text.inForce,
      cell: (rule) => (
        <span>
          {said(rule, rule.value)}
          <br />
          <small>
            {JSON.stringify(rule.value) === JSON.stringify(rule.default)
              ? text.usual
              : text.usualIs(said(rule, rule.default))}
          </small>
        </span>
      ),
    },
    {
      header: text.choices,
      muted: true,
      cell: (rule) => {
        const { form } = rule;
        if (form.kind === 'choice') return form.values.map((known) => known[language]).join(' / ');
        if (form.kind === 'wages') return '–';
        return text.between(said(rule, form.least), said(rule, form.most));
      },
    },
    {
      header: text.decided,
      cell: (rule) =>
        rule.decisions.length === 0 ? (
          '–'
        ) : (
          <ul className={styles.decisions}>
            {rule.decisions.map(({ validFrom, value, legalBasis, setBy }) => (
              <li key={validFrom}>
                {said(rule, value)}, {text.from(format.shortDate(validFrom))}
                <small>
                  {legalBasis}, {text.by(setBy)}
                </small>
              </li>
            ))}
          </ul>
        ),
    },
    { header: text.basis, muted: true, cell: ({ basis }) => basis },
  ];
  if (may('rule.manage'))
    columns.push({
      header: text.decide,
      role: 'acts',
      cell: (rule) => (
        <Button
          size="xs"
          variant="default"
          aria-label={text.decideFor(rule.what[language])}
          onClick={() => onDecide(rule)}
        >
          {text.decide}
        </Button>
      ),
    });
  return <DataTable label={label} rows={items} keyOf={({ name }) => name} columns={columns} />;
}
