import { Slider } from '@mantine/core';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import { settingsText } from './settings-text.ts';
import styles from './wizard.module.css';

export type ThresholdChoice = 'fewVisits' | 'balanced' | 'fewMissed' | 'own';

/** Thresholds behind the named choices; undefined leaves it to the mapping. */
export const thresholdOf: Record<ThresholdChoice, number | undefined> = {
  fewVisits: 0.7,
  balanced: undefined,
  fewMissed: 0.98,
  own: undefined,
};

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
    <fieldset className={styles.threshold}>
      <legend>{text.thresholdTitle}</legend>
      <p className={styles.hint}>
        {text.thresholdWhy} <Definition of="ambang" />
      </p>
      <div className={styles.options}>
        {(['fewVisits', 'balanced', 'fewMissed', 'own'] as const).map((name) => (
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
        <div className={styles.slider}>
          <p>{text.thresholdValue(format.percent(own, 1))}</p>
          <Slider
            min={0.5}
            max={0.995}
            step={0.005}
            value={own}
            onChange={onOwn}
            label={(value) => format.percent(value, 1)}
            thumbLabel={text.thresholdTitle}
            thumbProps={{ 'aria-valuetext': format.percent(own, 1) }}
          />
        </div>
      ) : null}
    </fieldset>
  );
}
