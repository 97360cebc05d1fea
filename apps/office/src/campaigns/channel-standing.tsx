import type { ChannelStanding as Standing } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './campaigns.module.css';
import { channelText } from './channel-text.ts';

/** Beyond this WhatsApp means that there is no limit. */
const unlimited = 1_000_000_000;

/** How many people may be written to, and what WhatsApp said last of messages, number and account. */
export function ChannelStanding() {
  const text = useText(channelText);
  const format = useFormat();
  const standing = useQuery({ ...apiQuery('getChannelStanding'), refetchInterval: 60_000 });
  if (standing.error) return <ProblemPanel error={standing.error} onRetry={() => standing.refetch()} />;
  if (!standing.data) return null;
  const { portfolioLimit, limitSaidAt, notices } = standing.data;
  return (
    <section className={styles.section}>
      <h2>{text.title}</h2>
      <p className={styles.why}>
        {portfolioLimit >= unlimited ? text.noLimit : text.limit(format.integer(portfolioLimit))} (
        {limitSaidAt ? text.limitSaid(format.shortDate(limitSaidAt)) : text.limitConfigured}).
      </p>
      {notices.length === 0 ? (
        <p className={styles.why}>{text.none}</p>
      ) : (
        <ol className={styles.history} aria-label={text.latest}>
          {notices.map((notice) => (
            <Notice
              key={`${notice.saidAt} ${notice.about} ${notice.subject} ${notice.said}`}
              notice={notice}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function Notice({ notice }: { notice: Standing['notices'][number] }) {
  const text = useText(channelText);
  const format = useFormat();
  const people = notice.about === 'limit' ? Number(notice.said) : null;
  const said =
    people === null
      ? (text.said[notice.said] ?? notice.said)
      : people >= unlimited
        ? text.unlimited
        : text.people(format.integer(people));
  // What was so before is no reason.
  const why = notice.about === 'template-state' || notice.about === 'account' ? notice.detail : null;
  return (
    <li>
      <span>
        {text.about[notice.about](notice.subject)}: <strong>{said}</strong>
        {why ? ` (${why})` : ''}
      </span>
      <time dateTime={notice.saidAt}>{format.dateTime(notice.saidAt)}</time>
    </li>
  );
}
