import { routes } from '@jangkau/contracts';
import { Slider } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { assumptionsOf, type CaseName, caseNames, type Shares, startShares } from './assumptions.ts';
import styles from './drive.module.css';
import { driveText } from './drive-text.ts';

/** Sliders for what people might do, and the active rate that would follow, with every assumption in words. */
export function WhatIfPanel({ area }: { area: string | undefined }) {
  const text = useText(driveText);
  const format = useFormat();
  const [shares, setShares] = useState<Shares>(startShares);
  const [settled] = useDebouncedValue(shares, 250);
  const answer = useQuery({
    queryKey: ['askWhatIf', area, settled],
    queryFn: ({ signal }) =>
      call(routes.askWhatIf, { body: { area, assumptions: assumptionsOf(settled).all }, signal }),
    placeholderData: (before) => before,
  });
  const change = (name: CaseName, part: Partial<Shares[CaseName]>) =>
    setShares((old) => ({ ...old, [name]: { ...old[name], ...part } }));
  const percent = (value: number) => format.percent(value / 100, 0);
  const result = answer.data;
  const parts = result ? assumptionsOf(settled).sums(result.parts) : undefined;
  const fraction = (rate: { numerator: number; denominator: number }) =>
    text.fraction(format.integer(rate.numerator), format.integer(rate.denominator));
  const rate = (of: { numerator: number; denominator: number }) =>
    format.percent(of.denominator > 0 ? of.numerator / of.denominator : 0);
  return (
    <section className={styles.whatIf}>
      <h2>{text.whatIf}</h2>
      <p className={styles.why}>{text.whatIfWhy}</p>
      <div className={styles.cases}>
        {caseNames.map((name) => (
          <fieldset key={name}>
            <legend>{text.cases[name]}</legend>
            <Share
              label={`${percent(shares[name].join)} ${text.join}`}
              value={shares[name].join}
              onChange={(join) => change(name, { join })}
            />
            <Share
              label={`${percent(shares[name].finish)} ${text.finish}`}
              value={shares[name].finish}
              onChange={(finish) => change(name, { finish })}
            />
          </fieldset>
        ))}
      </div>
      {answer.error ? <ProblemPanel error={answer.error} onRetry={() => answer.refetch()} /> : null}
      {result && parts ? (
        <div aria-live="polite">
          <Figures>
            <Figure label={text.before} value={rate(result.rateBefore)} note={fraction(result.rateBefore)} />
            <Figure
              label={text.after}
              value={rate(result.rateAfter)}
              note={fraction(result.rateAfter)}
              tone="covered"
            />
            <Figure
              label={text.back}
              value={format.integer(result.activeAfter - result.activeBefore)}
              note={text.backOf(format.integer(caseNames.reduce((n, name) => n + parts[name].people, 0)))}
            />
            <Figure
              label={text.collected}
              value={rupiah(format, Math.round(caseNames.reduce((n, name) => n + parts[name].amount, 0)))}
            />
          </Figures>
          <h3 className={styles.small}>{text.assumptions}</h3>
          <ul className={styles.assumptions}>
            {caseNames.map((name) => (
              <li key={name}>
                {text.assumption(
                  text.cases[name],
                  percent(settled[name].join),
                  percent(settled[name].finish),
                  format.integer(parts[name].people),
                  format.integer(parts[name].back),
                )}
              </li>
            ))}
            <li>{text.counting}</li>
          </ul>
        </div>
      ) : null}
    </section>
  );
}

function Share({ label, value, onChange }: { label: string; value: number; onChange: (v: number) => void }) {
  return (
    <div className={styles.slider}>
      <span>{label}</span>
      <Slider min={0} max={100} step={5} value={value} onChange={onChange} label={null} thumbLabel={label} />
    </div>
  );
}
