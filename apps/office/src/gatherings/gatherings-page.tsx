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
import { DataTable } from '../ui/data-table.tsx';
import { Listed } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Segments } from '../ui/segments.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
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
      <Listed
        query={gatherings}
        items={items}
        lines={5}
        empty={{
          title: text.none,
          why: text.noneWhy,
          icon: <IconUsersGroup size={40} stroke={1.3} aria-hidden />,
        }}
      >
        {(found) => <GatheringTable items={found} />}
      </Listed>
      {planning ? <PlanDialog onClose={() => setPlanning(false)} /> : null}
    </>
  );
}

const counts = ['invited', 'attended', 'agrees', 'active'] as const;
const tones = { planned: 'accent', held: 'covered', cancelled: 'plain' } as const;

function GatheringTable({ items }: { items: readonly GatheringRow[] }) {
  const text = useText(gatheringsText);
  const format = useFormat();
  const nameOf = useAreaNames();
  return (
    <DataTable
      label={text.title}
      rows={items}
      keyOf={({ id }) => id}
      columns={[
        {
          header: text.what,
          role: 'title',
          cell: ({ id, title }) => (
            <Link to="/pesiar/sosialisasi/$id" params={{ id }}>
              {title}
            </Link>
          ),
        },
        { header: text.when, cell: ({ startsAt }) => format.dateTime(startsAt) },
        {
          header: text.where,
          cell: ({ place, area, banjar }) => (
            <span>
              {place}
              <small className={styles.small}>{nameOf(banjar ? `${area}/${banjar}` : area)}</small>
            </span>
          ),
        },
        ...counts.map((count) => ({
          header: text[count],
          number: true,
          // What came of a gathering is known once it was held.
          cell: (one: GatheringRow) =>
            count !== 'invited' && one.state !== 'held' ? '–' : format.integer(one[count]),
        })),
        {
          header: text.state,
          cell: ({ state }) => <StateBadge tone={tones[state]}>{text.states[state]}</StateBadge>,
        },
      ]}
    />
  );
}
