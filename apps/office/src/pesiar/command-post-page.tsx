import type { FunnelFigures } from '@jangkau/contracts';
import { classNames, outcomeNames } from '@jangkau/pesiar';
import { IconRoute } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import table from '../ui/table.module.css';
import { FunnelBars } from './funnel-bars.tsx';
import { OpenCases } from './open-cases.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';
import { PlaceTable } from './place-table.tsx';
import { ProgressMap } from './progress-map.tsx';

type Funnel = z.output<typeof FunnelFigures>;

/** How far the drive has come: the funnel, how cases ended, how old the others are, and the same by place or agent. */
export function CommandPostPage() {
  const text = useText(pesiarText);
  const { area } = useSearch({ from: '/office/pesiar' });
  const navigate = useNavigate({ from: '/pesiar' });
  const funnel = useQuery(apiQuery('getFunnel', { query: { level: 'all', area } }));
  const figures = funnel.data?.items[0];
  return (
    <>
      <PageHeader title={text.post} lede={text.postLede} actions={<OpenCases />} />
      <div className={styles.area}>
        <AreaPicker
          label={text.area}
          value={area ?? null}
          placeholder={text.wholeArea}
          levels={['regency', 'district', 'village']}
          onChange={(code) => void navigate({ search: { area: code ?? undefined }, replace: true })}
        />
      </div>
      {funnel.isPending ? <Loading lines={8} height={24} /> : null}
      {funnel.error ? <ProblemPanel error={funnel.error} onRetry={() => funnel.refetch()} /> : null}
      {funnel.data && !figures?.mapped ? (
        <EmptyState title={text.noCases} icon={<IconRoute size={40} stroke={1.3} aria-hidden />}>
          {text.noCasesWhy}
        </EmptyState>
      ) : null}
      {figures && figures.mapped > 0 ? (
        <>
          <Drawn figures={figures} />
          <ProgressMap area={area} />
          <PlaceTable key={area ?? ''} area={area} />
        </>
      ) : null}
    </>
  );
}

function Drawn({ figures }: { figures: Funnel }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const { buckets, ageing, classes } = figures;
  const outcomes = Object.entries(buckets).sort(([, a], [, b]) => b - a);
  return (
    <>
      <Figures>
        <Figure label={text.sum} value={format.integer(figures.mapped)} />
        <Figure label={text.pending} value={format.integer(figures.pending)} tone="inactive" />
        <Figure
          label={text.overdue}
          value={format.integer(figures.overdue)}
          tone={figures.overdue > 0 ? 'uncovered' : 'plain'}
        />
        <Figure
          label={text.funnel.active}
          value={format.integer(figures.active)}
          note={figures.target === null ? text.noTarget : text.targetNote(format.integer(figures.target))}
          tone="covered"
        />
      </Figures>
      <section className={styles.section}>
        <h2>{text.funnelTitle}</h2>
        <FunnelBars figures={figures} />
      </section>
      <div className={styles.two}>
        <section className={styles.section}>
          <h2>{text.ended}</h2>
          <p className={styles.why}>{text.endedWhy}</p>
          <Counts
            rows={[
              [text.pending, figures.pending],
              ...outcomes.map(([id, n]): [string, number] => [
                outcomeNames[id as keyof typeof outcomeNames]?.[language] ?? id,
                n,
              ]),
            ]}
            sum={text.sum}
          />
        </section>
        <div>
          <section className={styles.section}>
            <h2>{text.ageing}</h2>
            <Counts
              rows={(['week', 'month', 'quarter', 'older'] as const).map((age) => [
                text.ages[age],
                ageing[age],
              ])}
              sum={text.pending}
            />
          </section>
          <section className={styles.section}>
            <h2>{text.classes}</h2>
            <Counts
              rows={(['able', 'unable', 'working'] as const).map((id) => [
                classNames[id][language],
                classes[id],
              ])}
            />
          </section>
        </div>
      </div>
    </>
  );
}

/** Counts by name, with their sum where they are parts of one whole. */
function Counts({ rows, sum }: { rows: ReadonlyArray<readonly [string, number]>; sum?: string }) {
  const format = useFormat();
  return (
    <table className={table.table}>
      <tbody>
        {rows.map(([name, n]) => (
          <tr key={name}>
            <td>{name}</td>
            <td className={table.number}>{format.integer(n)}</td>
          </tr>
        ))}
      </tbody>
      {sum ? (
        <tfoot>
          <tr>
            <td>{sum}</td>
            <td className={table.number}>{format.integer(rows.reduce((total, [, n]) => total + n, 0))}</td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}
