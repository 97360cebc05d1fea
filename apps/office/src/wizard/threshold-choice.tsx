import { RunOrder } from '@jangkau/contracts';
import { Slider } from '@mantine/core';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import layout from './settings.module.css';
import { settingsText } from './settings-text.ts';
import styles from './wizard.module.css';

const CHOICES = ['fewVisits', 'balanced', 'fewMissed', 'own'] as const;
export type ThresholdChoice = (typeof CHOICES)[number];

/** Probabilities of being uncovered behind the named choices; undefined leaves it to the mapping. */
export const thresholdOf: Record<ThresholdChoice, number | undefined> = {
  fewVisits: 0.8,
  balanced: undefined,
  fewMissed: 0.05,
  own: undefined,
};

const LOWEST = [0.05, 0.1, 0.2, 0.3, 0.5].find(accepted) ?? 0.5;

/** Only what the server would take is offered. */
function accepted(threshold: number | undefined): boolean {
  return RunOrder.shape.threshold.safeParse(threshold).success;
}

interface ThresholdFieldProps {
  choice: ThresholdChoice;
  own: number;
  onChoice: (choice: ThresholdChoice) => void;
  onOwn: (value: number) => void;
}

/** The threshold as a choice between two mistakes: a wasted visit or a missed person. */
export function ThresholdField({ choice, own, onChoice, onOwn }: ThresholdFieldProps) {
  const text = useText(settingsText);
  const format = useFormat();
  return (
    <fieldset className={layout.threshold}>
      <legend>{text.thresholdTitle}</legend>
      <p className={styles.hint}>
        {text.thresholdWhy} <Definition of="ambang" />
      </p>
      <div className={layout.options}>
        {CHOICES.filter((name) => accepted(thresholdOf[name])).map((name) => (
          <label key={name} data-chosen={choice === name || undefined}>
            <input type="radio" name="threshold" checked={choice === name} onChange={() => onChoice(name)} />
            <span>
              <b>{text.choices[name].name}</b>
              <small>{text.choices[name].words}</small>
            </span>
          </label>
        ))}
      </div>
      {choice === 'own' ? (
        <div className={layout.slider}>
          <p>{text.thresholdValue(format.percent(own, 0))}</p>
          <Slider
            min={LOWEST}
            max={0.99}
            step={0.01}
            value={own}
            onChange={onOwn}
            label={(value) => format.percent(value, 0)}
            thumbLabel={text.thresholdTitle}
            thumbProps={{ 'aria-valuetext': format.percent(own, 0) }}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
