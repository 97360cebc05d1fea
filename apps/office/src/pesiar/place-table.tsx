import type { FunnelFigures } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { levelBelow, levelOf } from '../areas/area-path.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Segments } from '../ui/segments.tsx';
import table from '../ui/table.module.css';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

type Funnel = z.output<typeof FunnelFigures>;
const levels = ['regency', 'district', 'village', 'banjar', 'agent'] as const;
type Level = (typeof levels)[number];
const steps = ['visited', 'advocated', 'registered', 'active'] as const;

/** The funnel place by place or agent by agent: a name goes one level down, a number of cases to the cases. */
export function PlaceTable({ area }: { area: string | undefined }) {
  const text = useText(pesiarText);
  const first = levelBelow(area ? levelOf(area) : null) ?? 'banjar';
  const [level, setLevel] = useState<Level>(first);
  const open = levels.slice(levels.indexOf(first));
  const places = useQuery(apiQuery('getFunnel', { query: { level, area } }));
  return (
    <section className={styles.section}>
      <h2>{text.places}</h2>
      <Segments
        label={text.by}
        value={level}
        options={open.map((value) => ({ value, label: text.levels[value] }))}
        onChange={setLevel}
      />
      {places.isPending ? <Loading lines={6} /> : null}
      {places.error ? <ProblemPanel error={places.error} onRetry={() => places.refetch()} /> : null}
      {places.data ? <Places items={places.data.items} level={level} area={area} /> : null}
    </section>
  );
}

function Places({
  items,
  level,
  area,
}: {
  items: readonly Funnel[];
  level: Level;
  area: string | undefined;
}) {
  const text = useText(pesiarText);
  const format = useFormat();
  const nameOf = useAreaNames();
  const targets = level !== 'banjar' && level !== 'agent';
  const casesOf = (key: string) => {
    const [code, banjar] = key.split('/');
    return level === 'agent' ? { agent: key || undefined, area } : { area: code || undefined, banjar };
  };
  const named = (key: string) =>
    level === 'agent' ? key || text.unassigned : nameOf(key) || text.unassigned;
  return (
    <ScrollBox label={text.places}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{level === 'agent' ? text.agent : text.place}</th>
            {(['mapped', ...steps] as const).map((step) => (
              <th key={step} scope="col" className={table.number}>
                {text.funnel[step]}
              </th>
            ))}
            {targets ? (
              <th scope="col" className={table.number}>
                {text.target}
              </th>
            ) : null}
            <th scope="col" className={table.number}>
              {text.overdue}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.key}>
              <td>
                {targets ? (
                  <Link to="/pesiar" search={{ area: item.key || undefined }}>
                    {named(item.key)}
                  </Link>
                ) : (
                  <Link to="/pesiar/kasus" search={casesOf(item.key)}>
                    {named(item.key)}
                  </Link>
                )}
              </td>
              <td data-label={text.funnel.mapped} className={table.number}>
                <Link to="/pesiar/kasus" search={casesOf(item.key)}>
                  {format.integer(item.mapped)}
                </Link>
              </td>
              {steps.map((step) => (
                <td key={step} data-label={text.funnel[step]} className={table.number}>
                  {format.integer(item[step])}
                </td>
              ))}
              {targets ? (
                <td data-label={text.target} className={table.number}>
                  {item.target === null
                    ? '–'
                    : `${format.integer(item.target)} (${format.percent(item.target === 0 ? 1 : item.active / item.target, 0)})`}
                </td>
              ) : null}
              <td data-label={text.overdue} className={table.number}>
                {format.integer(item.overdue)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
