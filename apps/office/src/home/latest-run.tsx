import type { Run } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useSession } from '../api/use-session.ts';
import { useUncoveredEstimate } from '../results/use-uncovered-estimate.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { CoverageBar } from '../ui/coverage-bar.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import styles from './home-page.module.css';
import { homeText } from './home-text.ts';

/** The newest finished mapping: its headline, its figures and what to do with them. */
export function LatestRun({ run }: { run: Run }) {
  const text = useText(homeText);
  const format = useFormat();
  const may = useMay();
  const session = useSession();
  const estimate = useUncoveredEstimate(run);
  const { counts } = run;
  if (!counts) return null;
  const expected = estimate?.expected ?? counts.expectedUncovered ?? counts.uncovered;
  const params = { runId: run.id };
  return (
    <section className={styles.latest}>
      <PageHeader
        kicker={text.latest(format.integer(run.number), format.date(run.asOf))}
        title={text.headline(format.integer(expected))}
        lede={
          estimate?.low !== undefined && estimate.high !== undefined
            ? text.ledeInterval(format.integer(estimate.low), format.integer(estimate.high))
            : undefined
        }
        actions={
          <>
            <Button component={Link} to="/petakan" variant="default">
              {text.newRun}
            </Button>
            <Button
              component={Link}
              to={`/pemetaan/${run.id}`}
              rightSection={<IconArrowRight size={16} aria-hidden />}
            >
              {text.open}
            </Button>
          </>
        }
      />
      <CoverageBar
        residents={counts.residents}
        linked={counts.linked}
        inactive={counts.inactive}
        size="thick"
        legend
      />
      <div className={styles.figures}>
        <Figures>
          <Figure
            label={text.residents}
            definition="penduduk"
            value={
              <Link to="/pemetaan/$runId/daftar/$list" params={{ ...params, list: 'all' }}>
                {format.integer(counts.residents)}
              </Link>
            }
          />
          <Figure
            label={text.linked}
            definition="terhubung"
            tone="covered"
            value={
              <Link to="/pemetaan/$runId/daftar/$list" params={{ ...params, list: 'linked' }}>
                {format.integer(counts.linked)}
              </Link>
            }
            note={text.ofResidents(format.percent(counts.linked / Math.max(counts.residents, 1)))}
          />
          <Figure
            label={text.uncovered}
            definition="belumTerdaftar"
            tone="uncovered"
            value={
              <Link to="/pemetaan/$runId/daftar/$list" params={{ ...params, list: 'uncovered' }}>
                {format.integer(expected)}
              </Link>
            }
            note={text.onList(format.integer(counts.uncovered))}
          />
          <Figure
            label={text.inactive}
            definition="tidakAktif"
            tone="inactive"
            value={
              <Link to="/pemetaan/$runId/daftar/$list" params={{ ...params, list: 'inactive' }}>
                {format.integer(counts.inactive)}
              </Link>
            }
            note={text.ofLinked(format.percent(counts.inactive / Math.max(counts.linked, 1)))}
          />
        </Figures>
      </div>
      <h2 className={styles.next}>{text.next}</h2>
      <ol className={styles.steps}>
        <Step
          link={(title) => (
            <Link to="/pemetaan/$runId/cetak" params={params}>
              {title}
            </Link>
          )}
          title={text.printTitle}
          why={text.printWhy}
        />
        {counts.doubtful > 0 ? (
          <Step
            link={(title) => (
              <Link to="/pemetaan/$runId/tinjau" params={params}>
                {title}
              </Link>
            )}
            title={text.reviewTitle(format.integer(counts.doubtful))}
            why={text.reviewWhy}
          />
        ) : null}
        {counts.inactive > 0 ? (
          <Step
            link={(title) => (
              <Link to="/pemetaan/$runId/daftar/$list" params={{ ...params, list: 'inactive' }}>
                {title}
              </Link>
            )}
            title={text.inactiveTitle(format.integer(counts.inactive))}
            why={text.inactiveWhy}
          />
        ) : null}
        <Step link={(title) => <Link to="/petakan">{title}</Link>} title={text.mapTitle} why={text.mapWhy} />
        {session?.simulator && may('simulator.use') ? (
          <Step
            link={(title) => <Link to="/pandawa/simulator">{title}</Link>}
            title={text.chatTitle}
            why={text.chatWhy}
          />
        ) : null}
      </ol>
    </section>
  );
}

function Step({ link, title, why }: { link: (title: string) => ReactNode; title: string; why: string }) {
  return (
    <li>
      {link(title)}
      <p>{why}</p>
    </li>
  );
}
