import type { Evidence } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import { evidenceText } from './evidence-text.ts';
import { evidenceWords } from './evidence-words.ts';
import styles from './waterfall.module.css';
import { barOn, signOf, type Waterfall, type WaterfallStep, waterfall } from './waterfall-steps.ts';

interface WaterfallChartProps {
  evidence: readonly Evidence[];
  /** What the mapping made of it after weighing all candidates together, 0..1. */
  probability?: number | undefined;
}

/** Evidence alone and all candidates together: from this difference on it is worth a word. */
const NOTABLE = 0.02;

/** Why two records are or are not taken for one person: each compared column as a bar of evidence. */
export function WaterfallChart({ evidence, probability }: WaterfallChartProps) {
  const text = useText(evidenceText);
  const format = useFormat();
  const chart = waterfall(evidence);
  if (evidence.length === 0) return <p className={styles.none}>{text.none}</p>;
  const zero = ((0 - chart.low) / Math.max(chart.high - chart.low, 1e-9)) * 100;
  const sign = (bits: number) => `${signOf(bits)}${format.decimal(Math.abs(bits), 1)}`;

  return (
    <div>
      <h2 className={styles.title}>
        {text.title}
        <Definition of="bukti" />
      </h2>
      <ol className={styles.steps}>
        {chart.steps.map((step) => (
          <Step
            key={step.evidence.field}
            step={step}
            chart={chart}
            zero={zero}
            bits={sign(step.evidence.weight)}
          />
        ))}
      </ol>
      <p className={styles.sum}>
        {text.sum} <b>{text.bits(sign(chart.total))}</b>, {text.means(format.percent(chart.probability, 1))}
      </p>
      {probability !== undefined && Math.abs(probability - chart.probability) > NOTABLE ? (
        <p className={styles.competition}>{text.competition(format.percent(probability, 1))}</p>
      ) : null}
    </div>
  );
}

interface StepProps {
  step: WaterfallStep;
  chart: Waterfall;
  /** Where zero lies on the track, 0 to 100. */
  zero: number;
  bits: string;
}

function Step({ step, chart, zero, bits }: StepProps) {
  const text = useText(evidenceText);
  const words = evidenceWords(step.evidence, text);
  const { left, width } = barOn(step, chart);
  const { weight } = step.evidence;
  const sign = signOf(weight);
  const tone =
    step.evidence.field === 'prior' ? 'prior' : sign === '' ? 'none' : sign === '+' ? 'for' : 'against';
  return (
    <li data-tone={tone}>
      <span className={styles.what}>
        <b>{words.field}</b>
        <span>{words.level}</span>
      </span>
      <span className={styles.track} aria-hidden>
        <span className={styles.zero} style={{ left: `${zero}%` }} />
        <span className={styles.bar} style={{ left: `${left}%`, width: `${width}%` }} />
      </span>
      <span className={styles.bits}>
        {bits}
        <span className="hidden-visually">
          {' '}
          bit, {tone === 'for' ? text.supports : tone === 'none' ? text.neutral : text.against}
        </span>
      </span>
    </li>
  );
}
