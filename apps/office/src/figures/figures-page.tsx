import { type MonthFigures, routes, routeUrl } from '@jangkau/contracts';
import { Button, Select } from '@mantine/core';
import {
  IconCalendarOff,
  IconDownload,
  IconFileTypePdf,
  IconListCheck,
  IconWorld,
} from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ApiProblem } from '../api/failures.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { AreaSection } from './area-section.tsx';
import { BucketBar } from './bucket-bar.tsx';
import { Explain, FigureCard } from './figure-card.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { MonthDevelopment } from './month-development.tsx';
import { monthName } from './month-name.ts';
import { RestatementTable } from './restatement-table.tsx';
import { SegmentTable } from './segment-table.tsx';
import { UhcPanel } from './uhc-panel.tsx';
import { UsePanel } from './use-panel.tsx';

/** The figures of a month and area, each with what stands behind it, over time, on a map, and to take along. */
export function FiguresPage() {
  const text = useText(figuresText);
  const { language } = useLanguage();
  const search = useSearch({ from: '/office/angka' });
  const navigate = useNavigate({ from: '/angka' });
  const months = useQuery(apiQuery('listFigureMonths'));
  const view = useQuery(apiQuery('getMonthFigures', { query: search }));
  const items = months.data?.items ?? [];
  const month = view.data?.snapshot.month;
  const latest = view.data?.snapshot.latest ?? 1;
  const none = view.error instanceof ApiProblem && view.error.status === 404;
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace: true });
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} actions={<Exports />} />
      <div className={styles.controls}>
        <Select
          label={text.month}
          value={search.month ?? month ?? null}
          data={items.map((item) => ({ value: item.month, label: monthName(item.month, language) }))}
          allowDeselect={false}
          onChange={(value) => change({ month: value ?? undefined, version: undefined })}
        />
        <Select
          label={text.version}
          value={String(view.data?.snapshot.version ?? latest)}
          data={Array.from({ length: latest }, (_, i) => ({
            value: String(i + 1),
            label: text.versionName(i + 1, i + 1 === latest),
          }))}
          allowDeselect={false}
          onChange={(value) => change({ month, version: Number(value) })}
        />
        <AreaPicker
          label={text.area}
          value={search.area ?? null}
          placeholder={text.wholeBranch}
          levels={['regency', 'district', 'village']}
          onChange={(code) => change({ area: code ?? undefined })}
        />
      </div>
      {view.isPending ? <Loading lines={10} height={26} /> : null}
      {none ? (
        <EmptyState title={text.none} icon={<IconCalendarOff size={40} stroke={1.3} aria-hidden />}>
          {text.noneWhy}
        </EmptyState>
      ) : null}
      {view.error && !none ? <ProblemPanel error={view.error} onRetry={() => view.refetch()} /> : null}
      {view.data ? <Drawn view={view.data} area={search.area} /> : null}
    </>
  );
}

function Exports() {
  const text = useText(figuresText);
  const search = useSearch({ from: '/office/angka' });
  return (
    <div className={styles.links}>
      <Button
        component="a"
        href={routeUrl(routes.printFigures, {}, search)}
        download
        leftSection={<IconFileTypePdf size={18} aria-hidden />}
      >
        {text.report}
      </Button>
      <Button
        component="a"
        variant="default"
        href={routeUrl(routes.exportFigures, {}, search)}
        download
        leftSection={<IconDownload size={18} aria-hidden />}
      >
        {text.workbook}
      </Button>
    </div>
  );
}

function Drawn({ view, area }: { view: MonthFigures; area: string | undefined }) {
  const text = useText(figuresText);
  const format = useFormat();
  const may = useMay();
  const { snapshot } = view;
  const definitions = useQuery({
    ...apiQuery('listFigureDefinitions'),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const series = useQuery(apiQuery('getFigureSeries', { query: { area } }));
  const meant = (id: string) => definitions.data?.items.find((one) => one.id === id);
  const figure = (id: string) => view.figures.find((one) => one.id === id);
  const driveList = may('drive.read') ? (
    <Link to="/reaktivasi/daftar" search={{ area }}>
      {text.list}
    </Link>
  ) : null;
  const shown = [
    ['coverage', 'covered', null],
    ['active-of-members', 'plain', null],
    ['active-of-population', 'plain', null],
    ['inactive-of-members', 'inactive', driveList],
    ['tax-funded-of-members', 'plain', null],
    ['rehab-segments-of-members', 'plain', null],
  ] as const;
  const people = [
    ['population', view.area.population],
    ['members', view.area.members],
    ['active-members', view.area.active],
    ['inactive-members', view.area.arrears + view.area.lapsed],
  ] as const;
  return (
    <>
      <Figures>
        {people.map(([id, value]) => (
          <FigureCard
            key={id}
            name={meant(id)?.name ?? id}
            value={value === null ? '–' : format.integer(value)}
            note={
              id === 'population' && value === null
                ? text.unknown
                : text.asOf(format.shortDate(snapshot.asOf))
            }
            explanation={{
              definition: meant(id),
              snapshot,
              list: id === 'inactive-members' ? driveList : undefined,
            }}
          />
        ))}
        {shown.map(([id, tone, list]) => {
          const one = figure(id);
          return one ? (
            <FigureCard
              key={id}
              name={meant(id)?.name ?? id}
              value={one.ratio === null ? '–' : format.percent(one.ratio)}
              note={
                one.ratio === null
                  ? text.unknown
                  : text.of(format.integer(one.numerator.value), format.integer(one.denominator.value))
              }
              tone={tone}
              explanation={{ definition: meant(id), figure: one, snapshot, list }}
            />
          ) : null;
        })}
      </Figures>
      <section className={styles.section}>
        <h2>{text.parts}</h2>
        <BucketBar view={view} area={area} />
      </section>
      <section className={styles.section}>
        <h2>{text.development}</h2>
        {series.isPending ? <Loading lines={8} height={26} /> : null}
        {series.error ? <ProblemPanel error={series.error} onRetry={() => series.refetch()} /> : null}
        {series.data ? <MonthDevelopment points={series.data.items} place={view.area.name} /> : null}
      </section>
      <AreaSection view={view} area={area} />
      <section className={styles.section}>
        <h2>{text.segments}</h2>
        <SegmentTable view={view} />
      </section>
      <section className={styles.section}>
        <h2>
          {text.uhc} <Explain name={text.uhc} definition={meant('uhc')} snapshot={snapshot} />
        </h2>
        <UhcPanel view={view} />
      </section>
      <UsePanel view={view} meant={meant} />
      <section className={styles.section}>
        <h2>{text.restated}</h2>
        <RestatementTable area={area} />
      </section>
      <footer className={styles.source}>
        <strong>{text.source}</strong>
        <ul>
          <li>{text.asOf(format.date(snapshot.asOf))}</li>
          {snapshot.population ? (
            <li>
              {text.sourcePopulation(snapshot.population.source, format.date(snapshot.population.asOf))}
            </li>
          ) : null}
          <li>{text.sourceMembers(format.integer(snapshot.knownTo))}</li>
          <li>{text.sourceComputed(format.dateTime(snapshot.computedAt), snapshot.computedBy)}</li>
        </ul>
        <div className={styles.links}>
          <Button
            component={Link}
            to="/angka/periksa"
            variant="subtle"
            leftSection={<IconListCheck size={18} aria-hidden />}
          >
            {text.check}
          </Button>
          <Button
            component="a"
            href="/angka-publik"
            variant="subtle"
            leftSection={<IconWorld size={18} aria-hidden />}
          >
            {text.publicPage}
          </Button>
        </div>
      </footer>
    </>
  );
}
