import type { PublicFigures } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { AppearanceChoices } from '../app/account-panel.tsx';
import { Brand } from '../app/brand.tsx';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { monthName } from './month-name.ts';
import { shareOf } from './shares.ts';
import { TimeChart } from './time-chart.tsx';

/** The figures for everybody, in plain words and without signing in. */
export function PublicPage() {
  const text = useText(figuresText);
  const { area } = useSearch({ from: '/angka-publik' });
  const figures = useQuery({ ...apiQuery('getPublicFigures', { query: { area } }), staleTime: 300_000 });
  useEffect(() => {
    document.title = `${text.publicTitle} · Jangkau`;
  }, [text.publicTitle]);
  return (
    <main className={styles.public}>
      <div className={styles.publicTop}>
        <Brand />
        <span className={styles.save}>
          <AppearanceChoices />
        </span>
      </div>
      {figures.isPending ? <Loading lines={8} height={26} /> : null}
      {figures.error ? <ProblemPanel error={figures.error} onRetry={() => figures.refetch()} /> : null}
      {figures.data ? <Drawn figures={figures.data} /> : null}
      <p className={styles.source}>
        {text.publicHiddenWhy} <Link to="/masuk">{text.signIn}</Link>
      </p>
    </main>
  );
}

function Drawn({ figures }: { figures: PublicFigures }) {
  const text = useText(figuresText);
  const people = useText(peopleText);
  const format = useFormat();
  const { language } = useLanguage();
  const [, keep] = useState<SVGSVGElement | null>(null);
  const { area, path, parts, months, banjars } = figures;
  const number = (value: number | null) => (value === null ? text.publicHidden : format.integer(value));
  const share = (measure: Parameters<typeof shareOf>[1]) => shareOf(area, measure);
  const ofTen = (value: number | null) =>
    value === null
      ? undefined
      : value > 1
        ? text.publicMore
        : text.publicOfTen(format.integer(Math.round(value * 10)));
  const place = area.code === '' ? text.publicBranch : area.name;
  return (
    <>
      <nav aria-label={text.publicPath}>
        <ol className={styles.trail}>
          {path.map((step) => (
            <li key={step.code}>
              <Link to="/angka-publik" search={{ area: step.code || undefined }}>
                {step.code === '' ? text.publicBranch : step.name}
              </Link>
            </li>
          ))}
        </ol>
      </nav>
      <h1>
        {text.publicTitle}: {place}
      </h1>
      <p>
        {text.publicLede} {monthName(figures.month, language)}. {text.asOf(format.date(figures.asOf))}.
      </p>
      <div className={styles.big}>
        <Figures>
          <Figure label={text.population} value={number(area.population)} note={figures.population?.source} />
          <Figure
            label={text.publicCovered}
            value={number(area.members)}
            note={ofTen(share('coverage'))}
            tone="covered"
          />
          <Figure
            label={text.publicActive}
            value={number(area.active)}
            note={ofTen(share('activeOfPopulation'))}
            tone="covered"
          />
        </Figures>
      </div>
      {figures.uhc ? <p>{text.publicUhc(text.categories[figures.uhc])}</p> : null}
      {figures.inactive ? (
        <section className={styles.section}>
          <h2>{text.publicInactive}</h2>
          <Figures>
            <Figure label={text.arrears} value={number(figures.inactive.arrears)} note={text.publicArrears} />
            <Figure label={text.lapsed} value={number(figures.inactive.lapsed)} note={text.publicLapsed} />
          </Figures>
        </section>
      ) : null}
      {months.length > 1 ? (
        <section className={styles.section}>
          <h2>{text.development}</h2>
          <TimeChart
            label={text.chartLabel(text.series.coverage, place)}
            months={months.map(({ month }) => month)}
            lines={(['coverage', 'activeOfPopulation'] as const).map((id) => ({
              id,
              name: text.series[id],
              values: months.map((month) => shareOf(month, id)),
            }))}
            write={(value) => format.percent(value, 1)}
            drawing={keep}
          />
        </section>
      ) : null}
      {parts.length > 0 ? (
        <section className={styles.section}>
          <h2>{text.publicWhere}</h2>
          <ScrollBox label={text.publicWhere}>
            <table className={`${table.table} ${table.cards}`}>
              <thead>
                <tr>
                  <th scope="col">{text.area}</th>
                  {[text.population, text.publicCovered, text.publicActive].map((head) => (
                    <th key={head} scope="col" className={table.number}>
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {parts.map((part) => (
                  <tr key={part.code}>
                    <td>
                      {part.code === '' ? (
                        text.publicElsewhere
                      ) : (
                        <Link to="/angka-publik" search={{ area: part.code }}>
                          {part.name}
                        </Link>
                      )}
                    </td>
                    <td data-label={text.population} className={table.number}>
                      {number(part.population)}
                    </td>
                    <td data-label={text.publicCovered} className={table.number}>
                      {number(part.members)}
                    </td>
                    <td data-label={text.publicActive} className={table.number}>
                      {number(part.active)}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      ) : null}
      {figures.segments ? (
        <section className={styles.section}>
          <h2>{text.publicWho}</h2>
          <table className={table.table}>
            <tbody>
              {figures.segments.map(({ segment, members }) => (
                <tr key={segment}>
                  <td>{people.segments[segment] ?? segment}</td>
                  <td className={table.number}>{format.integer(members)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
      {banjars ? (
        <section className={styles.section}>
          <h2>{text.publicBanjar(format.date(banjars.asOf))}</h2>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Banjar</th>
                <th scope="col" className={table.number}>
                  {text.population}
                </th>
                <th scope="col" className={table.number}>
                  {text.publicUncovered}
                </th>
              </tr>
            </thead>
            <tbody>
              {banjars.items.map((row) => (
                <tr key={row.banjar ?? ''}>
                  <td>{row.banjar ?? '–'}</td>
                  <td className={table.number}>{number(row.residents)}</td>
                  <td className={table.number}>{number(row.uncovered)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </>
  );
}
