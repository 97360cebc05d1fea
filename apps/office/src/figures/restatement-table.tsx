import { caseCountNames } from '@jangkau/pesiar';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { monthName } from './month-name.ts';

/** What later versions of months changed in an area, and why. */
export function RestatementTable({ area }: { area: string | undefined }) {
  const text = useText(figuresText);
  const people = useText(peopleText);
  const format = useFormat();
  const { language } = useLanguage();
  const changes = useQuery(apiQuery('listRestatements', { query: { area, limit: 20 } }));
  if (changes.isPending) return <Loading lines={3} />;
  if (changes.error) return <ProblemPanel error={changes.error} onRetry={() => changes.refetch()} />;
  const { items } = changes.data;
  if (items.length === 0) return <p className={styles.why}>{text.noRestated}</p>;
  const number = (value: number | null) => (value === null ? '–' : format.integer(value));
  const named: Record<string, string> = {
    population: text.population,
    members: text.members,
    active: text.active,
    arrears: text.arrears,
    lapsed: text.lapsed,
    contacts: text.contacts,
    uncovered: text.publicUncovered,
  };
  const nameOf = (measure: string) => {
    const [kind = '', part = ''] = measure.split(':');
    if (kind === 'segment') return `${text.segment}: ${people.segments[part] ?? part}`;
    if (kind === 'visits') return text.useParts[part as keyof typeof text.useParts] ?? part;
    if (kind === 'cases') return `${text.cases}: ${caseCountNames[part]?.[language] ?? part}`;
    return named[kind] ?? kind;
  };
  return (
    <>
      <p className={styles.why}>{text.restatedWhy}</p>
      <ScrollBox label={text.restated}>
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th scope="col">{text.month}</th>
              <th scope="col">{text.count}</th>
              <th scope="col" className={table.number}>
                {text.before}
              </th>
              <th scope="col" className={table.number}>
                {text.after}
              </th>
              <th scope="col">{text.why}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={`${one.month} ${one.version} ${one.measure}`}>
                <td>
                  {monthName(one.month, language)}, {text.versionName(one.version, false)}
                </td>
                <td data-label={text.count}>{nameOf(one.measure)}</td>
                <td data-label={text.before} className={table.number}>
                  {number(one.before)}
                </td>
                <td data-label={text.after} className={table.number}>
                  {number(one.after)}
                </td>
                <td data-label={text.why}>
                  {one.causes
                    .map(({ cause, facts }) => text.facts(format.integer(facts), text.causes[cause] ?? cause))
                    .join(', ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}
