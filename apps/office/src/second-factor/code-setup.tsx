import type { CodeSetup as Setup } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { CodeInput } from './code-input.tsx';
import { QrCode } from './qr-code.tsx';
import styles from './second-factor.module.css';
import { secondFactorText } from './second-factor-text.ts';

interface CodeSetupProps {
  setup: Setup;
  busy: boolean;
  error: unknown;
  onCode: (code: string) => void;
}

/** Setting up an authenticator app: the QR code, the same as text, and its first code. */
export function CodeSetup({ setup, busy, error, onCode }: CodeSetupProps) {
  const text = useText(secondFactorText);
  const [code, setCode] = useState('');

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.length === 6) onCode(code);
  }

  return (
    <form onSubmit={submit} className={styles.setup}>
      <ol>
        <li>{text.install}</li>
        <li>
          {text.scan}
          <QrCode text={setup.uri} label={text.qrLabel} />
          <span className={styles.hint}>{text.cannotScan}</span>
          <code className={styles.secret}>{setup.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </li>
        <li>{text.enter}</li>
      </ol>
      <CodeInput label={text.code} value={code} onChange={setCode} />
      {error ? <ProblemPanel error={error} /> : null}
      <Button type="submit" size="md" loading={busy} disabled={code.length !== 6}>
        {text.confirm}
      </Button>
    </form>
  );
}
