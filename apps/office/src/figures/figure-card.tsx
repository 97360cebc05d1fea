import type { FigureDefinition, FigureSnapshot, MonthFigure } from '@jangkau/contracts';
import { Popover } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import definition from '../ui/definition.module.css';
import { Figure } from '../ui/figure.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';

interface FigureCardProps {
  name: string;
  value: string;
  note?: ReactNode;
  tone?: 'plain' | 'covered' | 'inactive' | 'uncovered';
  explanation: Explanation;
}

/** What stands behind a number. */
export interface Explanation {
  definition: FigureDefinition | undefined;
  figure?: MonthFigure | undefined;
  snapshot: FigureSnapshot;
  /** Address of the list of people as it is now, for those who may open it. */
  list?: ReactNode;
}

/** A number with everything behind it one press away. */
export function FigureCard({ name, value, note, tone, explanation }: FigureCardProps) {
  return (
    <Figure
      label={
        <>
          {name} <Explain name={name} {...explanation} />
        </>
      }
      value={value}
      note={note}
      {...(tone && { tone })}
    />
  );
}

/** A "?" that opens meaning, way of counting, numerator, denominator, source, run and list of a number. */
export function Explain({ name, definition: meant, figure, snapshot, list }: Explanation & { name: string }) {
  const text = useText(figuresText);
  const format = useFormat();
  return (
    <Popover width={340} position="bottom-start" withArrow shadow="md" trapFocus={false} withRoles>
      <Popover.Target>
        <button type="button" className={definition.mark} aria-label={text.explain(name)}>
          ?
        </button>
      </Popover.Target>
      <Popover.Dropdown className={`${definition.card} ${styles.explain}`}>
        <strong>{meant?.name ?? name}</strong>
        <p>{meant?.meaning}</p>
        {figure ? (
          <p className={styles.fraction}>
            {format.integer(figure.numerator.value)} ({meant?.numerator}) ÷{' '}
            {format.integer(figure.denominator.value)} ({meant?.denominator}) ={' '}
            {figure.ratio === null ? '–' : format.percent(figure.ratio, 4)}
          </p>
        ) : null}
        <h3>{text.counted}</h3>
        <p>{meant?.counted}</p>
        <h3>{text.source}</h3>
        <ul>
          <li>{text.asOf(format.date(snapshot.asOf))}</li>
          <li>{text.sourceMembers(format.integer(snapshot.knownTo))}</li>
          {snapshot.population ? (
            <li>
              {text.sourcePopulation(snapshot.population.source, format.date(snapshot.population.asOf))}
            </li>
          ) : null}
          {snapshot.run ? (
            <li>
              <Link to="/pemetaan/$runId" params={{ runId: snapshot.run.id }}>
                {text.sourceRun(format.integer(snapshot.run.number))}
              </Link>
            </li>
          ) : null}
        </ul>
        {meant?.basis ? (
          <p>
            {text.basis}: {meant.basis}
          </p>
        ) : null}
        {list}
      </Popover.Dropdown>
    </Popover>
  );
}
