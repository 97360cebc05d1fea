import { Field, Notice, useBusy, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { isGuessable } from '../store/guessable-pin.ts';
import { mostWrongPins } from '../store/vault.ts';
import { Brand } from './sign-in.tsx';

/** Choosing the PIN that opens the data on this phone. */
export function NewPin({ onPin }: { onPin: (pin: string) => Promise<void> }) {
  const say = useSay();
  const { busy, error, run } = useBusy();
  return (
    <main class="gate">
      <Brand />
      <h2>{say('Buat PIN', 'Choose a PIN')}</h2>
      <p>
        {say(
          `Data di ponsel ini disandikan dengan PIN Anda. PIN tidak dapat dipulihkan: setelah ${mostWrongPins} kali salah, ponsel melupakan semuanya.`,
          `The data on this phone are encrypted with your PIN. It cannot be recovered: after ${mostWrongPins} wrong ones the phone forgets everything.`,
        )}
      </p>
      <PinForm busy={busy} onPin={(pin) => run(() => onPin(pin))} />
      {error && <Notice kind="bad">{error}</Notice>}
    </main>
  );
}

/** A new PIN, typed twice. */
export function PinForm({ busy, onPin }: { busy: boolean; onPin: (pin: string) => void }) {
  const say = useSay();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const weak = pin.length >= 6 && isGuessable(pin);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onPin(pin);
      }}
    >
      <Field
        label={say('PIN baru (6 sampai 12 angka)', 'New PIN (6 to 12 digits)')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={12}
        value={pin}
        onInput={(text) => setPin(text.replace(/\D/g, ''))}
        error={
          weak
            ? say(
                'PIN ini mudah ditebak. Pilih angka yang tidak berurutan dan tidak berulang.',
                'This PIN is easy to guess. Take digits that are not in a row and not repeated.',
              )
            : undefined
        }
      />
      <Field
        label={say('Ulangi PIN', 'Repeat the PIN')}
        type="password"
        inputMode="numeric"
        autoComplete="new-password"
        maxLength={12}
        value={again}
        onInput={(text) => setAgain(text.replace(/\D/g, ''))}
        error={
          again.length >= pin.length && again !== '' && again !== pin
            ? say('Kedua PIN tidak sama.', 'The two PINs differ.')
            : undefined
        }
      />
      <button type="submit" class="primary" disabled={busy || pin.length < 6 || weak || again !== pin}>
        {busy ? say('Menyandikan ...', 'Encrypting ...') : say('Simpan PIN', 'Save PIN')}
      </button>
    </form>
  );
}
