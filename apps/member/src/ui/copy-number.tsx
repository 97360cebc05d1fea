import { useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';

/** A number to take along: in groups for the eye, whole for the clipboard. */
export function CopyNumber({ label, number }: { label: string; number: string }) {
  const say = useSay();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(number);
      setCopied(true);
    } catch {
      // A browser without a clipboard: the number can still be marked by hand.
      setCopied(false);
    }
  };
  return (
    <div class="copy">
      <span class="copy-label">{label}</span>
      <span class="copy-number">{number.replace(/(\d{4})(?=\d)/g, '$1 ')}</span>
      <button
        type="button"
        onClick={() => void copy()}
        aria-label={say(`Salin nomor ${label}`, `Copy the number for ${label}`)}
      >
        {copied ? say('Disalin', 'Copied') : say('Salin', 'Copy')}
      </button>
      <span class="unseen" role="status">
        {copied ? say('Nomor disalin', 'Number copied') : ''}
      </span>
    </div>
  );
}
