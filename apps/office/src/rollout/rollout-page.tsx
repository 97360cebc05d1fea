import type { Area } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { pathTo } from '../areas/area-path.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useWorkAreas } from '../areas/use-work-areas.ts';
import { rupiah } from '../members/rupiah.ts';
import { QuotaPanel } from '../pesiar/quota-panel.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { AreaSettingDialog } from './area-setting-dialog.tsx';
import styles from './rollout.module.css';
import { rolloutText } from './rollout-text.ts';
import { type Setting, standingIn } from './standing-in.ts';

/** Where the drive runs, area by area, with targets and the terms of the Pemda. */
export function RolloutPage() {
  const text = useText(rolloutText);
  const may = useMay();
  const nameOf = useAreaNames();
  const { area } = useSearch({ from: '/office/pesiar/wilayah' });
  const settings = useQuery(apiQuery('listPesiarSettings'));
  const areas = useWorkAreas();
  const [changing, setChanging] = useState<string | null>(null);
  const called = (code: string) => (code === '' ? text.branch : nameOf(code));
  const here = area ?? '';
  const below = (areas.items ?? []).filter((one) =>
    here === '' ? one.level === 'regency' : one.parent === here,
  );
  const error = settings.error ?? areas.error;
  return (
    <>
      <PageHeader
        kicker={area ? <Trail area={area} called={called} /> : undefined}
        title={area ? called(area) : text.title}
        lede={text.lede}
      />
      {settings.isPending || areas.isPending ? <Loading lines={6} height={28} /> : null}
      {error ? <ProblemPanel error={error} onRetry={() => settings.refetch()} /> : null}
      {settings.data && areas.items ? (
        <SettingTable
          areas={[{ code: here, level: null }, ...below]}
          settings={settings.data.items}
          called={called}
          onChange={may('rollout.manage') ? setChanging : undefined}
        />
      ) : null}
      {may('quota.manage') ? (
        <div className={styles.section}>
          <QuotaPanel key={here.slice(0, 5)} first={here.slice(0, 5) || undefined} />
        </div>
      ) : null}
      {changing !== null && settings.data ? (
        <AreaSettingDialog
          area={changing}
          name={called(changing)}
          settings={settings.data.items}
          onClose={() => setChanging(null)}
        />
      ) : null}
    </>
  );
}

function Trail({ area, called }: { area: string; called: (code: string) => string }) {
  const text = useText(rolloutText);
  return (
    <nav aria-label={text.path} className={styles.trail}>
      <Link to="/pesiar/wilayah">{text.branch}</Link>
      {pathTo(area)
        .slice(0, -1)
        .map((code) => (
          <Link key={code} to="/pesiar/wilayah" search={{ area: code }}>
            {called(code)}
          </Link>
        ))}
    </nav>
  );
}

interface SettingTableProps {
  /** The area itself, then those directly in it. */
  areas: ReadonlyArray<{ code: string; level: Area['level'] | null }>;
  settings: readonly Setting[];
  called: (code: string) => string;
  onChange: ((area: string) => void) | undefined;
}

function SettingTable({ areas, settings, called, onChange }: SettingTableProps) {
  const text = useText(rolloutText);
  const format = useFormat();
  const names = ['live', 'target', 'prioritas', 'newborn-pemda', 'unable-per-head'] as const;
  const heads = {
    live: text.live,
    target: text.target,
    prioritas: text.prioritas,
    'newborn-pemda': text.newborn,
    'unable-per-head': text.perHead,
  };
  const say = (name: (typeof names)[number], value: boolean | number) => {
    if (name === 'live')
      return (
        <StateBadge tone={value === true ? 'covered' : 'plain'}>
          {value === true ? text.liveOn : text.liveOff}
        </StateBadge>
      );
    if (name === 'prioritas') return value === true ? text.prioritasOn : text.prioritasOff;
    if (name === 'newborn-pemda') return value === true ? text.newbornOn : text.newbornOff;
    return name === 'target' ? format.integer(Number(value)) : text.perHeadOf(rupiah(format, Number(value)));
  };
  return (
    <ScrollBox label={text.title}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.area}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {heads[name]}
              </th>
            ))}
            {onChange ? <td /> : null}
          </tr>
        </thead>
        <tbody>
          {areas.map(({ code, level }, i) => (
            <tr key={code} data-whole={i === 0 || undefined}>
              <td>
                {i === 0 || level === 'village' ? (
                  <b>{called(code)}</b>
                ) : (
                  <Link to="/pesiar/wilayah" search={{ area: code }}>
                    {called(code)}
                  </Link>
                )}
              </td>
              {names.map((name) => {
                // A target is of its own area: a larger one's says nothing about a part of it.
                const found = standingIn(settings, name, code);
                const own = found?.from === code;
                const shown = name === 'target' && !own ? undefined : found;
                return (
                  <td key={name} data-label={heads[name]}>
                    <span className={own || !shown ? undefined : styles.follows}>
                      {shown ? say(name, shown.value) : name === 'live' ? say(name, false) : text.none}
                      {shown && !own && i === 0 ? (
                        <small className={styles.small}>{text.follows(called(shown.from))}</small>
                      ) : null}
                    </span>
                  </td>
                );
              })}
              {onChange ? (
                <td>
                  <Button
                    size="xs"
                    variant="default"
                    aria-label={text.changeOf(called(code))}
                    onClick={() => onChange(code)}
                  >
                    {text.change}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
