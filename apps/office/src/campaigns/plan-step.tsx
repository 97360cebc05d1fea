import { Button, Checkbox, NumberInput, Slider, TextInput } from '@mantine/core';
import { useZoneName } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import type { StepProps } from './campaign-draft.ts';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { ForecastPanel } from './forecast-panel.tsx';
import { useAudienceCount } from './use-audience-count.ts';
import { hoursFit, useForecast } from './use-forecast.ts';

const marks = [0, 10, 20, 30, 40, 50].map((value) => ({ value, label: String(value) }));

/** How fast, when, and how many are left alone, with the forecast that follows. */
export function PlanStep({ draft, change, onGo }: StepProps) {
  const text = useText(campaignsText);
  const format = useFormat();
  const hours = text.hours(useZoneName());
  const counts = useAudienceCount(draft);
  const forecast = useForecast(draft, counts.data?.reachable);
  const limit = forecast.data?.campaignLimit;
  const fits = hoursFit(draft);
  const held = Math.round(draft.holdOut * 100);
  return (
    <div className={styles.split}>
      <div className={styles.form}>
        <TextInput
          label={text.planName}
          value={draft.name}
          maxLength={100}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <NumberInput
          label={text.perDay}
          description={
            forecast.data
              ? text.perDayHint(
                  format.integer(forecast.data.portfolioLimit),
                  format.integer(forecast.data.campaignLimit),
                )
              : undefined
          }
          error={limit && draft.perDay > limit ? text.overLimit : undefined}
          value={draft.perDay}
          min={1}
          max={1_000_000}
          step={100}
          hideControls
          thousandSeparator="."
          decimalSeparator=","
          allowDecimal={false}
          onChange={(value) => change({ perDay: Math.max(1, Math.round(Number(value) || 1)) })}
        />
        <fieldset className={styles.range}>
          <legend>{hours}</legend>
          <TextInput
            type="time"
            aria-label={`${hours}, ${text.from}`}
            value={draft.from}
            onChange={(event) => change({ from: event.currentTarget.value })}
          />
          <TextInput
            type="time"
            aria-label={`${hours}, ${text.hoursTo}`}
            value={draft.to}
            onChange={(event) => change({ to: event.currentTarget.value })}
          />
          {fits ? null : <p className={styles.fault}>{text.hoursWrong}</p>}
        </fieldset>
        <fieldset className={styles.days}>
          <legend>{text.days}</legend>
          {text.dayNames.map((name, i) => (
            <Checkbox
              key={name}
              label={name}
              checked={draft.days.includes(i + 1)}
              onChange={() => change({ days: toggled(draft.days, i + 1) })}
            />
          ))}
        </fieldset>
        <div className={styles.slider}>
          <span className={styles.label}>
            {text.holdOut}:{' '}
            <strong>{held === 0 ? text.holdOutNone : format.percent(draft.holdOut, 0)}</strong>
          </span>
          <p className={styles.small}>{text.holdOutHint}</p>
          <Slider
            min={0}
            max={50}
            step={5}
            value={held}
            label={null}
            thumbLabel={text.holdOut}
            marks={marks}
            onChange={(value) => change({ holdOut: value / 100 })}
          />
        </div>
        <NumberInput
          label={text.followUp}
          value={draft.followUpDays}
          min={1}
          max={180}
          hideControls
          clampBehavior="strict"
          onChange={(value) => change({ followUpDays: Number(value) || 1 })}
        />
        <div className={styles.ways}>
          <Button variant="subtle" onClick={() => onGo('message')}>
            {text.back}
          </Button>
          <Button disabled={!fits || draft.name.trim().length < 3} onClick={() => onGo('check')}>
            {text.next}
          </Button>
        </div>
      </div>
      <section className={styles.aside} aria-live="polite" aria-label={text.forecast}>
        <h2 className={styles.h}>{text.forecast}</h2>
        {forecast.error ? <ProblemPanel error={forecast.error} onRetry={() => forecast.refetch()} /> : null}
        {forecast.data ? <ForecastPanel forecast={forecast.data} /> : null}
      </section>
    </div>
  );
}

/** The days with one more, or without it. */
function toggled(days: readonly number[], day: number): number[] {
  return days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort();
}
