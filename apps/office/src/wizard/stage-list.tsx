import type { RunStage } from '@jangkau/contracts';
import { IconCheck, IconCircle, IconLoader2 } from '@tabler/icons-react';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import styles from './progress.module.css';
import { progressText } from './progress-text.ts';

/** The named stages of a mapping with rows and time. */
export function StageList({ stages }: { stages: RunStage[] }) {
  return (
    <ol className={styles.stages}>
      {stages.map((stage) => (
        <Stage key={stage.stage} stage={stage} />
      ))}
    </ol>
  );
}

function Stage({ stage }: { stage: RunStage }) {
  const text = useText(progressText);
  const format = useFormat();
  const { language } = useLanguage();
  const counted =
    stage.state === 'running' && stage.done !== null && stage.total
      ? text.of(format.integer(stage.done), format.integer(stage.total))
      : stage.rows !== null
        ? text.rows(format.integer(stage.rows))
        : '';
  return (
    <li data-state={stage.state}>
      <StageIcon state={stage.state} />
      <span>
        {language === 'id' ? stage.labelId : stage.labelEn}
        <span className="hidden-visually">, {text.states[stage.state]}</span>
      </span>
      <span className={styles.stageRows}>{counted}</span>
      <span className={styles.stageTime}>{stage.ms === null ? '' : format.duration(stage.ms)}</span>
    </li>
  );
}

function StageIcon({ state }: { state: RunStage['state'] }) {
  if (state === 'done') return <IconCheck size={18} aria-hidden className={styles.done} />;
  if (state === 'running') return <IconLoader2 size={18} aria-hidden className={styles.spin} />;
  return <IconCircle size={18} stroke={1.2} aria-hidden className={styles.waiting} />;
}
