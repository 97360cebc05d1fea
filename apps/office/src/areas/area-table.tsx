import type { AreaFigures } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { useFormat, useText } from '../text/language-context.tsx';
import { CoverageBar } from '../ui/coverage-bar.tsx';
import { Definition } from '../ui/definition.tsx';
import table from '../ui/table.module.css';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';
import { type AreaMeasure, measureOf } from './color-classes.ts';

interface AreaTableProps {
  runId: string;
  rows: AreaFigures[];
  total: AreaFigures | null;
  measure: AreaMeasure;
  pointed: string | null;
  onPoint: (code: string | null) => void;
}

/** Areas ranked by the chosen measure, with their total. */
export function AreaTable({ runId, rows, total, measure, pointed, onPoint }: AreaTableProps) {
  const text = useText(areasText);
  const ranked = [...rows].sort((a, b) => (measureOf(b, measure) ?? -1) - (measureOf(a, measure) ?? -1));
  return (
    <div className={table.wrap}>
      <table className={`${table.table} ${styles.ranked}`}>
        <thead>
          <tr>
            <th>{text.area}</th>
            <th className={table.number}>
              {text.uncovered}
              <Definition of="rentang" />
            </th>
            <th className={table.number}>{text.inactive}</th>
            <th className={`${table.number} ${styles.wide}`}>{text.residents}</th>
          </tr>
        </thead>
        <tbody>
          {ranked.map((row) => (
            <tr
              key={row.code}
              data-on={pointed?.startsWith(row.code) ? true : undefined}
              onPointerEnter={() => onPoint(row.code)}
              onPointerLeave={() => onPoint(null)}
            >
              <td>
                <Link
                  to="/pemetaan/$runId/wilayah"
                  params={{ runId }}
                  search={(old) => ({ ...old, area: row.code })}
                >
                  {row.name}
                </Link>
                <CoverageBar residents={row.residents} linked={row.linked} inactive={row.inactive} />
              </td>
              <Figures runId={runId} row={row} />
            </tr>
          ))}
        </tbody>
        {total ? (
          <tfoot>
            <tr>
              <td>{text.total}</td>
              <Figures runId={runId} row={total} />
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}

function Figures({ runId, row }: { runId: string; row: AreaFigures }) {
  const format = useFormat();
  const search = { area: row.code || undefined };
  return (
    <>
      <td className={table.number}>
        <Link to="/pemetaan/$runId/daftar/$list" params={{ runId, list: 'uncovered' }} search={search}>
          {format.integer(row.uncovered)}
        </Link>
        <small className={styles.interval}>
          ≈ {format.integer(row.expected)} ({format.interval(row.low, row.high)})
        </small>
      </td>
      <td className={table.number}>
        <Link to="/pemetaan/$runId/daftar/$list" params={{ runId, list: 'inactive' }} search={search}>
          {format.integer(row.inactive)}
        </Link>
      </td>
      <td className={`${table.number} ${styles.wide}`}>{format.integer(row.residents)}</td>
    </>
  );
}
