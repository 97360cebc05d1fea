import type { MonthFigures } from '@jangkau/contracts';
import { useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { Segments } from '../ui/segments.tsx';
import table from '../ui/table.module.css';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';

/** The UHC category by either reading of "active", and what each category still asks for. */
export function UhcPanel({ view }: { view: MonthFigures }) {
  const text = useText(figuresText);
  const format = useFormat();
  const [reading, setReading] = useState<'members' | 'population'>('members');
  const standing = view.uhc?.find(({ activeOf }) => activeOf === reading);
  if (!standing) return <p className={styles.why}>{text.noParts}</p>;
  return (
    <>
      <Segments
        label={text.readingLabel}
        value={reading}
        onChange={setReading}
        options={(['members', 'population'] as const).map((value) => ({ value, label: text.reading[value] }))}
      />
      <p className={styles.category}>
        {standing.category ? text.categories[standing.category] : text.noCategory}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{text.category}</th>
            <th scope="col">{text.missing}</th>
          </tr>
        </thead>
        <tbody>
          {standing.needs.map((need) => {
            const missing = (['registered', 'active', 'pemdaRegistered'] as const).filter(
              (part) => need[part] > 0,
            );
            return (
              <tr key={need.category}>
                <td>{text.categories[need.category]}</td>
                <td>
                  {missing.length === 0
                    ? text.reached
                    : missing.map((part) => text.needs[part](format.integer(need[part]))).join(', ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.why}>{text.uhcNote}</p>
    </>
  );
}
