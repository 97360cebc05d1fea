import type { CampaignForecast } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { DayBars } from './day-bars.tsx';

/** What a plan comes to: when it is done, how many a day, and what it could show. */
export function ForecastPanel({ forecast }: { forecast: CampaignForecast }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const n = format.integer;
  return (
    <>
      <Figures>
        <Figure
          label={text.writes}
          value={n(forecast.contacts)}
          note={text.perHour(n(forecast.perHour))}
          tone="covered"
        />
        <Figure label={text.heldOut} value={n(forecast.holdOut)} />
      </Figures>
      <p className={styles.due}>
        {forecast.lastAt ? (
          <>
            {text.due}: <strong>{format.dateTime(forecast.lastAt)}</strong>
            <small className={styles.small}>{text.lasts(n(forecast.days.length))}</small>
          </>
        ) : forecast.contacts > 0 ? (
          text.never
        ) : (
          text.nobody
        )}
      </p>
      {forecast.days.length > 1 && forecast.lastAt ? (
        <DayBars
          compact
          label={text.perDayChart}
          days={forecast.days.map(({ date, people }) => ({ date, parts: [people] }))}
        />
      ) : null}
      <p className={styles.why}>
        {forecast.smallestVisible === null
          ? text.visibleNot
          : text.visible(text.points(format.decimal(forecast.smallestVisible * 100, 1)))}
      </p>
    </>
  );
}
