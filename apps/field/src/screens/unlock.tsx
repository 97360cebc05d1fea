import { Field, type Language, LanguageSwitch, Notice, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { WrongPin } from '../store/vault.ts';
import { Brand } from './sign-in.tsx';

interface UnlockProps {
  name: string;
  onPin: (pin: string) => Promise<void>;
  /** There were too many wrong PINs. */
  onForget: () => Promise<void>;
  onLanguage: (language: Language) => void;
}

/** The PIN, each time the app is opened and after a while without a touch. */
export function Unlock({ name, onPin, onForget, onLanguage }: UnlockProps) {
  const say = useSay();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async () => {
    setBusy(true);
    setProblem(undefined);
    try {
      await onPin(pin);
    } catch (error) {
      if (!(error instanceof WrongPin)) setProblem(String(error));
      else if (error.left === 0) return onForget();
      else
        setProblem(
          say(
            `PIN salah. Sisa ${error.left} kali sebelum ponsel ini melupakan semuanya.`,
            `Wrong PIN. ${error.left} attempts left before this phone forgets everything.`,
          ),
        );
      setPin('');
      setBusy(false);
    }
  };
  return (
    <main class="gate">
      <Brand />
      <LanguageSwitch onChange={onLanguage} />
      <p>{name}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Field
          label="PIN"
          type="password"
          inputMode="numeric"
          autoComplete="current-password"
          maxLength={12}
          value={pin}
          onInput={(text) => setPin(text.replace(/\D/g, ''))}
        />
        {problem && <Notice kind="bad">{problem}</Notice>}
        <button type="submit" class="primary" disabled={busy || pin.length < 6}>
          {busy ? say('Membuka ...', 'Opening ...') : say('Buka', 'Open')}
        </button>
      </form>
    </main>
  );
}
