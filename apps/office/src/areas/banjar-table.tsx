import { routes, routeUrl } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import table from '../ui/table.module.css';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';

/** The banjars of a village with links to their lists, and the way to print them. */
export function BanjarTable({ runId, area }: { runId: string; area: string }) {
  const text = useText(areasText);
  const format = useFormat();
  const banjars = useQuery(apiQuery('listBanjarFigures', { params: { id: runId }, query: { area } }));
  const count = (value: number | null) => (value === null ? text.hiddenCount : format.integer(value));
  if (banjars.error) return <ProblemPanel error={banjars.error} onRetry={() => banjars.refetch()} />;
  if (banjars.isPending) return <Loading lines={5} />;
  return (
    <section className={styles.inside}>
      <div className={styles.banjarHead}>
        <h2>{text.banjars}</h2>
        <a
          href={routeUrl(routes.exportBanjarFigures, { id: runId }, { area })}
          download
          title={text.hiddenWhy}
        >
          {text.exportBanjars}
        </a>
        <Link to="/pemetaan/$runId/cetak" params={{ runId }} search={{ area }}>
          {text.printVillage}
        </Link>
      </div>
      <div className={table.wrap}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>{text.banjar}</th>
              <th className={table.number}>{text.uncovered}</th>
              <th className={table.number}>{text.inactive}</th>
              <th className={table.number}>{text.residents}</th>
            </tr>
          </thead>
          <tbody>
            {banjars.data.items.map((row) => {
              const search = { area, banjar: row.banjar ?? undefined };
              return (
                <tr key={row.banjar ?? ''}>
                  <td>{row.banjar ?? text.noBanjar}</td>
                  <td className={table.number}>
                    <Link
                      to="/pemetaan/$runId/daftar/$list"
                      params={{ runId, list: 'uncovered' }}
                      search={search}
                    >
                      {count(row.uncovered)}
                    </Link>
                  </td>
                  <td className={table.number}>
                    <Link
                      to="/pemetaan/$runId/daftar/$list"
                      params={{ runId, list: 'inactive' }}
                      search={search}
                    >
                      {count(row.inactive)}
                    </Link>
                  </td>
                  <td className={table.number}>{count(row.residents)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
