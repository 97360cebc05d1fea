import { skipToken, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useSession } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';

const everyFiveMinutes = 5 * 60_000;

/** A line at the top of every page while a clock of the law is about to run out, or has. */
export function ClockWarning() {
  const words = useText(privacyText);
  const format = useFormat();
  const session = useSession();
  const query = apiQuery('getPrivacyOverview');
  const allowed = session?.actions.includes('subject-request.manage') ?? false;
  const overview = useQuery({
    ...(allowed ? query : { ...query, queryFn: skipToken }),
    refetchInterval: everyFiveMinutes,
    staleTime: everyFiveMinutes,
  });
  if (!overview.data) return null;
  const { requests, breaches } = overview.data;
  const lines = {
    requests: words.warnRequests(format.integer(requests?.soon ?? 0), format.integer(requests?.overdue ?? 0)),
    breaches: words.warnBreaches(format.integer(breaches?.soon ?? 0), format.integer(breaches?.overdue ?? 0)),
  };
  if (!lines.requests && !lines.breaches) return null;
  return (
    <p className={styles.warning} role="status">
      <Link to={lines.breaches ? '/pelindungan/insiden' : '/pelindungan/permohonan'}>
        {words.warning(lines.requests, lines.breaches)}
      </Link>
    </p>
  );
}
