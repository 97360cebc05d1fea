import { useState } from 'preact/hooks';

/** Runs work once at a time and keeps the words of what went wrong. */
export function useBusy(): {
  busy: boolean;
  error: string | undefined;
  run: (work: () => Promise<void>) => void;
} {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const run = (work: () => Promise<void>): void => {
    if (busy) return;
    setBusy(true);
    setError(undefined);
    work()
      .catch((cause) => setError(cause instanceof Error ? cause.message : String(cause)))
      .finally(() => setBusy(false));
  };
  return { busy, error, run };
}
