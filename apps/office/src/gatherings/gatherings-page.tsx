import type { Gathering } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconUsersGroup } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Segments } from '../ui/segments.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import styles from './gatherings.module.css';
import { gatheringsText } from './gatherings-text.ts';
import { PlanDialog } from './plan-dialog.tsx';

type GatheringRow = z.output<typeof Gathering>;
const shownStates = ['all', 'planned', 'held', 'cancelled'] as const;

/** Meetings at banjars: those to come, those held and what came of them. */
export function GatheringsPage() {
  const text = useText(gatheringsText);
  const may = useMay();
  const [planning, setPlanning] = useState(false);
  const [state, setState] = useState<(typeof shownStates)[number]>('all');
  const gatherings = useQuery(apiQuery('listGatherings'));
  const items = gatherings.data?.items.filter((one) => state === 'all' || one.state === state);
  const plan = may('gathering.manage') ? (
    <Button onClick={() => setPlanning(true)}>{text.plan}</Button>
  ) : null;
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} actions={plan} />
      <div className={styles.tools}>
        <Segments
          label={text.state}
          value={state}
          options={shownStates.map((value) => ({
            value,
            label: value === 'all' ? text.all : text.states[value],
          }))}
          onChange={setState}
        />
      </div>
      {gatherings.isPending ? <Loading lines={5} height={28} /> : null}
      {gatherings.error ? (
        <ProblemPanel error={gatherings.error} onRetry={() => gatherings.refetch()} />
      ) : null}
      {items?.length === 0 ? (
        <EmptyState title={text.none} icon={<IconUsersGroup size={40} stroke={1.3} aria-hidden />}>
          {text.noneWhy}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? <GatheringTable items={items} /> : null}
      {planning ? <PlanDialog onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

const tones = { planned: 'accent', held: 'covered', cancelled: 'plain' } as const;

function GatheringTable({ items }: { items: readonly GatheringRow[] }) {
  const text = useText(gatheringsText);
  const format = useFormat();
  const nameOf = useAreaNames();
  return (
    <ScrollBox label={text.title}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.when}</th>
            <th scope="col">{text.where}</th>
            {(['invited', 'attended', 'agrees', 'active'] as const).map((count) => (
              <th key={count} scope="col" className={table.number}>
                {text[count]}
              </th>
            ))}
            <th scope="col">{text.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td>
                <Link to="/pesiar/sosialisasi/$id" params={{ id: one.id }}>
                  {one.title}
                </Link>
              </td>
              <td data-label={text.when}>{format.dateTime(one.startsAt)}</td>
              <td data-label={text.where}>
                <span>
                  {one.place}
                  <small className={styles.small}>
                    {nameOf(one.banjar ? `${one.area}/${one.banjar}` : one.area)}
                  </small>
                </span>
              </td>
              {(['invited', 'attended', 'agrees', 'active'] as const).map((count) => (
                <td key={count} data-label={text[count]} className={table.number}>
                  {count !== 'invited' && one.state !== 'held' ? '–' : format.integer(one[count])}
                </td>
              ))}
              <td data-label={text.state}>
                <StateBadge tone={tones[one.state]}>{text.states[one.state]}</StateBadge>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
