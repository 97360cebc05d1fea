import type { DriveFigures } from '@jangkau/contracts';
import { IconMoodSmile } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { AreaBars } from './area-bars.tsx';
import styles from './drive.module.css';
import { driveText } from './drive-text.ts';
import { GroupTable } from './group-table.tsx';
import { KindBar } from './kind-bar.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';

type Drive = z.output<typeof DriveFigures>;

/** Inactive members by kind, reason and area, the way open to each, and what a campaign would change. */
export function DrivePage() {
  const text = useText(driveText);
  const { area } = useSearch({ from: '/office/reaktivasi' });
  const navigate = useNavigate({ from: '/reaktivasi' });
  const drive = useQuery(apiQuery('getDrive', { query: { area } }));
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <div className={styles.area}>
        <AreaPicker
          label={text.area}
          value={area ?? null}
          placeholder={text.wholeBranch}
          levels={['regency', 'district', 'village']}
          onChange={(code) => void navigate({ search: { area: code ?? undefined }, replace: true })}
        />
      </div>
      {drive.isPending ? <Loading lines={9} height={24} /> : null}
      {drive.error ? <ProblemPanel error={drive.error} onRetry={() => drive.refetch()} /> : null}
      {drive.data ? <Drawn drive={drive.data} area={area} /> : null}
    </>
  );
}

function Drawn({ drive, area }: { drive: Drive; area: string | undefined }) {
  const text = useText(driveText);
  const format = useFormat();
  const { members, inactive, groups, areas } = drive;
  if (inactive === 0)
    return (
      <EmptyState title={text.none} icon={<IconMoodSmile size={40} stroke={1.3} aria-hidden />}>
        {text.noneWhy}
      </EmptyState>
    );
  const of = (kind: 'arrears' | 'lapsed') => groups.filter((group) => group.kind === kind);
  const people = (kind: 'arrears' | 'lapsed') => of(kind).reduce((sum, group) => sum + group.people, 0);
  const owed = groups.reduce((sum, group) => sum + group.amount, 0);
  return (
    <>
      <Figures>
        <Figure
          label={text.inactive}
          value={format.integer(inactive)}
          note={text.ofMembers(format.percent(inactive / members))}
          tone="inactive"
        />
        <Figure label={text.lapsed} value={format.integer(people('lapsed'))} note={text.lapsedWhy} />
        <Figure label={text.arrears} value={format.integer(people('arrears'))} note={text.arrearsWhy} />
        <Figure label={text.owed} value={rupiah(format, owed)} />
      </Figures>
      <KindBar groups={groups} />
      <section className={styles.section}>
        <h2>{text.groups}</h2>
        <p className={styles.why}>{text.groupsWhy}</p>
        <GroupTable groups={groups} area={area} />
      </section>
      <WhatIfPanel key={area ?? ''} area={area} />
      {areas.length > 1 ? (
        <section className={styles.section}>
          <h2>{text.areas}</h2>
          <AreaBars areas={areas} />
        </section>
      ) : null}
    </>
  );
}
