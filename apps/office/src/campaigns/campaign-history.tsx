import type { CampaignDetail } from '@jangkau/contracts';
import { useZoneName } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';

/** The plan as it was drawn up, and who did what with it. */
export function CampaignHistory({ campaign }: { campaign: CampaignDetail }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const zone = useZoneName();
  const facts: [string, string][] = [
    [
      text.speed,
      text.speedWords(
        format.integer(campaign.perDay),
        `${campaign.from}–${campaign.to} ${zone}`.replaceAll(':', '.'),
      ),
    ],
    [text.days, campaign.days.map((day) => text.dayNames[day - 1]).join(', ')],
    [text.frequency, format.integer(campaign.frequencyDays)],
    [text.followUp, format.integer(campaign.followUpDays)],
  ];
  return (
    <div className={styles.two}>
      <section className={styles.section}>
        <h2>{text.plan}</h2>
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={styles.section}>
        <h2>{text.history}</h2>
        <ol className={styles.history}>
          {campaign.events.map((event) => (
            <li key={`${event.at} ${event.act}`}>
              <time dateTime={event.at}>{format.dateTime(event.at)}</time>
              <span>
                {event.madeBy} {text.did[event.act]}
                {event.reason && event.madeBy !== 'sistem' ? `: ${event.reason}` : ''}
              </span>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
