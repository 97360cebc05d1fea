import { Button } from '@mantine/core';
import { useText } from '../text/language-context.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './second-factor.module.css';
import { secondFactorText } from './second-factor-text.ts';

/** Recovery codes, shown this once. */
export function RecoveryCodes({ codes, onStored }: { codes: readonly string[]; onStored: () => void }) {
  const text = useText(secondFactorText);
  return (
    <div className={styles.setup}>
      <p>{text.recoveryWhy}</p>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles.actions}>
        <CopyButton text={codes.join('\n')} label={text.copy} done={text.copied} />
        <Button variant="default" onClick={() => window.print()}>
          {text.print}
        </Button>
        <Button onClick={onStored}>{text.stored}</Button>
      </div>
    </div>
  );
}
