import { useFormat, useText } from '../text/language-context.tsx';
import styles from './areas.module.css';
import { areasText } from './areas-text.ts';
import { type AreaMeasure, CLASS_COUNT } from './color-classes.ts';

/** The classes of the colours with their upper ends. */
export function MapLegend({ ends, measure }: { ends: number[]; measure: AreaMeasure }) {
  const text = useText(areasText);
  const format = useFormat();
  const say = (value: number) => (measure === 'jumlah' ? format.integer(value) : format.percent(value, 1));
  return (
    <div className={styles.legend}>
      <span>{text.measures[measure]}</span>
      <ol>
        {ends.map((end, index) => (
          <li key={end}>
            <span className={styles.swatch} data-class={index + (CLASS_COUNT - ends.length)} />≤ {say(end)}
          </li>
        ))}
      </ol>
    </div>
  );
}
