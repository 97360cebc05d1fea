import type { AreaFigures } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState, Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { AreaMap } from './area-map.tsx';
import { levelBelow, levelOf, namesOf, parentOf, pathTo } from './area-path.ts';
import { AreaTable } from './area-table.tsx';
import { AreaTiles } from './area-tiles.tsx';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';
import { BanjarTable } from './banjar-table.tsx';
import { useBoundaries } from './use-boundaries.ts';

const VIEWS = ['peta', 'petak', 'daftar'] as const;
const MEASURES = ['jumlah', 'bagian', 'tidakAktif'] as const;

/** Where unregistered people live: map or tiles, and a ranked list, from regencies down to banjars. */
export function AreasPage() {
  const { runId } = useParams({ from: '/office/pemetaan/$runId/wilayah' });
  const search = useSearch({ from: '/office/pemetaan/$runId/wilayah' });
  const navigate = useNavigate({ from: '/pemetaan/$runId/wilayah' });
  const text = useText(areasText);
  const area = search.area ?? null;
  const measure = search.measure ?? 'jumlah';
  const below = levelBelow(area ? levelOf(area) : null);
  // A village has no areas below it: it is shown among the villages of its district.
  const around = area && below === null ? parentOf(area) : area;
  const tree = useQuery({ ...apiQuery('listAreas'), staleTime: Number.POSITIVE_INFINITY });
  const boundaries = useBoundaries();
  const figures = useQuery(
    apiQuery('listAreaFigures', {
      params: { id: runId },
      query: { level: below ?? 'village', parent: around ?? undefined },
    }),
  );
  const [pointed, setPointed] = useState<string | null>(null);
  const view = search.view ?? (boundaries.data === null ? 'petak' : 'peta');
  const names = namesOf(tree.data?.items ?? []);
  const place = area ? (names.get(area) ?? area) : text.branch;
  const rows = figures.data?.items ?? [];
  const total =
    below === null ? (rows.find((row) => row.code === area) ?? null) : (figures.data?.total ?? null);
  const shown = rows.filter((row) => row.residents > 0);
  const enter = (code: string) => void navigate({ search: (old) => ({ ...old, area: code }) });

  return (
    <>
      <PageHeader
        kicker={<AreaTrail runId={runId} area={area} names={names} />}
        title={place}
        lede={area ? <AreaLede total={total} /> : text.lede}
      />
      <div className={styles.controls}>
        <Segments
          label={text.viewLabel}
          value={view}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, view: next }), replace: true })}
          options={VIEWS.map((value) => ({ value, label: text.views[value] }))}
        />
        <Segments
          label={text.measureLabel}
          value={measure}
          onChange={(next) => void navigate({ search: (old) => ({ ...old, measure: next }), replace: true })}
          options={MEASURES.map((value) => ({ value, label: text.measures[value] }))}
        />
      </div>
      {figures.error ? <ProblemPanel error={figures.error} onRetry={() => figures.refetch()} /> : null}
      {figures.isPending ? <Loading lines={8} height={28} /> : null}
      {figures.data && shown.length === 0 ? <EmptyState title={text.empty} /> : null}
      {view === 'peta' && boundaries.data === null ? <Notice tone="warning">{text.noMap}</Notice> : null}
      {shown.length > 0 ? (
        <div className={view === 'daftar' ? '' : styles.split}>
          {view === 'peta' && boundaries.data ? (
            <AreaMap
              runId={runId}
              area={around}
              marked={below === null ? area : null}
              place={place}
              features={boundaries.data.features}
              measure={measure}
              pointed={pointed}
              onPoint={setPointed}
              onEnter={enter}
              names={names}
            />
          ) : null}
          {view === 'petak' || (view === 'peta' && boundaries.data === null) ? (
            <AreaTiles runId={runId} rows={shown} measure={measure} place={place} below={below} />
          ) : null}
          {view === 'peta' && boundaries.data === undefined && !boundaries.error ? (
            <Loading lines={10} />
          ) : null}
          <div>
            {below ? (
              <AreaTable
                runId={runId}
                rows={shown}
                total={total}
                measure={measure}
                pointed={pointed}
                onPoint={setPointed}
              />
            ) : null}
            {area && below === null ? <BanjarTable runId={runId} area={area} /> : null}
          </div>
        </div>
      ) : null}
    </>
  );
}

function AreaTrail({
  runId,
  area,
  names,
}: {
  runId: string;
  area: string | null;
  names: Map<string, string>;
}) {
  const text = useText(areasText);
  const steps = area ? pathTo(area) : [];
  return (
    <nav aria-label={text.path} className={styles.trail}>
      <ol>
        <li>
          {area ? (
            <Link
              to="/pemetaan/$runId/wilayah"
              params={{ runId }}
              search={(old) => ({ ...old, area: undefined })}
            >
              {text.branch}
            </Link>
          ) : (
            text.title
          )}
        </li>
        {steps.map((code) => (
          <li key={code}>
            {code === area ? (
              <span aria-current="page">{names.get(code) ?? code}</span>
            ) : (
              <Link
                to="/pemetaan/$runId/wilayah"
                params={{ runId }}
                search={(old) => ({ ...old, area: code })}
              >
                {names.get(code) ?? code}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function AreaLede({ total }: { total: AreaFigures | null }) {
  const text = useText(areasText);
  const format = useFormat();
  if (!total) return null;
  return (
    <>
      {text.uncovered}: <b>{format.integer(total.expected)}</b> ({format.interval(total.low, total.high)}),{' '}
      {text.shareOf(format.percent(total.expected / Math.max(total.residents, 1)))}
    </>
  );
}
