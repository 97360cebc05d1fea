import { Button } from '@mantine/core';
import { useText } from '../text/language-context.tsx';
import { FileQuality } from './file-quality.tsx';
import { qualityText } from './quality-text.ts';
import styles from './wizard.module.css';
import type { StepProps } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** Step 3: data quality of every file, before anything is matched. */
export function QualityStep({ files, onGo }: StepProps) {
  const text = useText(wizardText);
  const quality = useText(qualityText);
  return (
    <section>
      <p className={styles.lede}>{quality.lede}</p>
      {[...files.residents, ...files.members].map((id) => (
        <FileQuality key={id} id={id} />
      ))}
      <div className={styles.foot}>
        <Button variant="default" onClick={() => onGo('kolom')}>
          {text.back}
        </Button>
        <Button onClick={() => onGo('atur')}>{text.nextSettings}</Button>
      </div>
    </section>
  );
}
