import type { SeriesPoint } from '@jangkau/contracts';
import { useState } from 'react';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Segments } from '../ui/segments.tsx';
import table from '../ui/table.module.css';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { monthName } from './month-name.ts';
import { SaveButtons } from './save-buttons.tsx';
import { shareMeasures, shareOf } from './shares.ts';
import { TimeChart } from './time-chart.tsx';

/** An area month by month: shares or people, as lines and as a table. */
export function MonthDevelopment({ points, place }: { points: readonly SeriesPoint[]; place: string }) {
  const text = useText(figuresText);
  const format = useFormat();
  const { language } = useLanguage();
  const [kind, setKind] = useState<'shares' | 'counts'>('shares');
  const [svg, setSvg] = useState<SVGSVGElement | null>(null);
  const lines =
    kind === 'shares'
      ? shareMeasures.map((id) => ({
          id,
          name: text.series[id],
          values: points.map((point) => shareOf(point, id)),
        }))
      : (['population', 'members', 'active'] as const).map((id) => ({
          id,
          name: text[id],
          values: points.map((point) => point[id]),
        }));
  const write = (value: number) => (kind === 'shares' ? format.percent(value, 1) : format.integer(value));
  return (
    <>
      <div className={styles.tools}>
        <Segments
          label={text.chartKind}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'shares', label: text.shares },
            { value: 'counts', label: text.counts },
          ]}
        />
        <SaveButtons svg={svg} what={text.chart} name={`angka-${kind === 'shares' ? 'bagian' : 'jumlah'}`} />
      </div>
      <TimeChart
        label={text.chartLabel(lines.map(({ name }) => name).join(', '), place)}
        months={points.map(({ month }) => month)}
        lines={lines}
        write={write}
        drawing={setSvg}
      />
      <details className={styles.numbers}>
        <summary>{text.asTable}</summary>
        <ScrollBox label={text.asTable}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">{text.month}</th>
                {lines.map(({ id, name }) => (
                  <th key={id} scope="col" className={table.number}>
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {points
                .map((point, i) => (
                  <tr key={point.month}>
                    <td>{monthName(point.month, language)}</td>
                    {lines.map(({ id, values }) => (
                      <td key={id} className={table.number}>
                        {values[i] === null || values[i] === undefined ? '–' : write(values[i])}
                      </td>
                    ))}
                  </tr>
                ))
                .reverse()}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </>
  );
}
