import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Segments } from '../ui/segments.tsx';
import table from '../ui/table.module.css';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

const levels = ['regency', 'village', 'banjar', 'agent'] as const;
type Level = (typeof levels)[number];

/** The funnel place by place or agent by agent; a name opens its cases. */
export function PlaceTable({ area }: { area: string | undefined }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const [level, setLevel] = useState<Level>(area && area.length > 5 ? 'banjar' : 'village');
  const places = useQuery(apiQuery('getFunnel', { query: { level, area } }));
  const areas = useQuery({ ...apiQuery('listAreas'), staleTime: Number.POSITIVE_INFINITY });
  const names = new Map(areas.data?.items.map(({ code, name }) => [code, name]));
  const nameOf = (key: string) => {
    const [code = '', banjar] = key.split('/');
    const village = names.get(code) ?? (code || text.unassigned);
    return banjar ? `${banjar}, ${village}` : village;
  };
  return (
    <section className={styles.section}>
      <h2>{text.places}</h2>
      <Segments
        label={text.by}
        value={level}
        options={levels.map((value) => ({ value, label: text.levels[value] }))}
        onChange={setLevel}
      />
      {places.isPending ? <Loading lines={6} /> : null}
      {places.error ? <ProblemPanel error={places.error} onRetry={() => places.refetch()} /> : null}
      {places.data ? (
        <ScrollBox label={text.places}>
          <table className={`${table.table} ${table.cards}`}>
            <thead>
              <tr>
                <th scope="col">{level === 'agent' ? text.agent : text.place}</th>
                {(['mapped', 'visited', 'advocated', 'registered', 'active'] as const).map((step) => (
                  <th key={step} scope="col" className={table.number}>
                    {text.funnel[step]}
                  </th>
                ))}
                <th scope="col" className={table.number}>
                  {text.overdue}
                </th>
              </tr>
            </thead>
            <tbody>
              {places.data.items.map((item) => (
                <tr key={item.key}>
                  <td>
                    <Link
                      to="/pesiar/kasus"
                      search={
                        level === 'agent'
                          ? { agent: item.key || undefined, area }
                          : { area: item.key.split('/')[0] || undefined, banjar: item.key.split('/')[1] }
                      }
                    >
                      {level === 'agent' ? item.key || text.unassigned : nameOf(item.key)}
                    </Link>
                  </td>
                  {(['mapped', 'visited', 'advocated', 'registered', 'active'] as const).map((step) => (
                    <td key={step} data-label={text.funnel[step]} className={table.number}>
                      {format.integer(item[step])}
                    </td>
                  ))}
                  <td data-label={text.overdue} className={table.number}>
                    {format.integer(item.overdue)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
    </section>
  );
}
