import { flagNames, outcomeNames } from '@jangkau/pesiar';
import { TextInput } from '@mantine/core';
import { IconWalk } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useSession } from '../api/use-session.ts';
import { todayIn } from '../format/today-in.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

/** The visits of each agent on a day, in order, and what is worth a second look. */
export function AgentDaysPage() {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const session = useSession();
  const [day, setDay] = useState(() => todayIn(session?.timeZone ?? 'Asia/Makassar'));
  const days = useQuery({ ...apiQuery('getAgentDays', { query: { day } }), enabled: day !== '' });
  const flagged = (factId: string, flags: readonly { factId: string; kind: keyof typeof flagNames }[]) =>
    flags.filter((flag) => flag.factId === factId).map(({ kind }) => flagNames[kind][language]);
  return (
    <>
      <PageHeader title={text.days} lede={text.daysLede} />
      <div className={styles.area}>
        <TextInput
          type="date"
          label={text.day}
          value={day}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
      </div>
      {days.isPending ? <Loading lines={8} /> : null}
      {days.error ? <ProblemPanel error={days.error} onRetry={() => days.refetch()} /> : null}
      {days.data?.items.length === 0 ? (
        <EmptyState title={text.noVisits} icon={<IconWalk size={40} stroke={1.3} aria-hidden />} />
      ) : null}
      {days.data?.items.map((agent) => (
        <section key={agent.agent} className={styles.section}>
          <h2>{agent.agent}</h2>
          <p className={styles.why}>
            {[
              `${text.visits}: ${format.integer(agent.visits.length)}`,
              text.households(format.integer(agent.households)),
              text.hours(format.dateTime(agent.first), format.dateTime(agent.last)),
            ].join(' · ')}
          </p>
          <ScrollBox label={agent.agent}>
            <table className={`${table.table} ${table.cards}`}>
              <thead>
                <tr>
                  <th scope="col">{text.when}</th>
                  <th scope="col">{text.name}</th>
                  <th scope="col">{text.result}</th>
                  <th scope="col">{text.flags}</th>
                </tr>
              </thead>
              <tbody>
                {agent.visits.map((visit) => (
                  <tr key={visit.factId}>
                    <td data-label={text.when}>{format.dateTime(visit.at)}</td>
                    <td>
                      <Link to="/pesiar/kasus/$caseId" params={{ caseId: visit.caseId }}>
                        {visit.name}
                      </Link>
                    </td>
                    <td data-label={text.result}>
                      {outcomeNames[visit.result as keyof typeof outcomeNames]?.[language] ?? visit.result}
                    </td>
                    <td data-label={text.flags}>{flagged(visit.factId, agent.flags).join(', ') || '–'}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </section>
      ))}
    </>
  );
}
