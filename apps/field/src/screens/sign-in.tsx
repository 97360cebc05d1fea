import { Field, type Language, LanguageSwitch, Notice, useBusy, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { enrolPhone, signIn } from '../link/sign-in.ts';
import type { Enrolment } from '../store/enrolment.ts';

interface SignInProps {
  onDone: (enrolment: Enrolment, token: string) => void;
  onLanguage: (language: Language) => void;
}

/** The first time on this phone: with a connection, user name and password. */
export function SignIn({ onDone, onLanguage }: SignInProps) {
  const say = useSay();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [code, setCode] = useState<string>();
  const { busy, error, run } = useBusy();
  const submit = async () => {
    const next = await signIn(username, password, code);
    if (next === 'code') return setCode('');
    const { enrolment, token } = await enrolPhone();
    onDone(enrolment, token);
  };
  return (
    <main class="gate">
      <Brand />
      <LanguageSwitch onChange={onLanguage} />
      <p>
        {say(
          'Masuk sekali di ponsel ini, selagi ada sinyal. Setelah itu cukup PIN, juga tanpa sinyal.',
          'Sign in once on this phone while there is a signal. After that a PIN is enough, without a signal too.',
        )}
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(submit);
        }}
      >
        <Field
          label={say('Nama pengguna', 'User name')}
          value={username}
          onInput={setUsername}
          autoComplete="username"
        />
        <Field
          label={say('Kata sandi', 'Password')}
          type="password"
          value={password}
          onInput={setPassword}
          autoComplete="current-password"
        />
        {code !== undefined && (
          <Field
            label={say('Kode dari aplikasi autentikator', 'Code of the authenticator app')}
            value={code}
            onInput={setCode}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
          />
        )}
        {error && <Notice kind="bad">{error}</Notice>}
        <button type="submit" class="primary" disabled={busy || username === '' || password === ''}>
          {busy ? say('Memeriksa ...', 'Checking ...') : say('Masuk', 'Sign in')}
        </button>
      </form>
    </main>
  );
}

/** Name and sign of the app. */
export function Brand() {
  return (
    <div class="brand">
      <svg viewBox="0 0 32 32" width="44" height="44" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#0b5a60" />
        <path
          d="M8 22a9.5 9.5 0 0 1 16 0"
          fill="none"
          stroke="#fff"
          stroke-width="3"
          stroke-linecap="round"
        />
        <circle cx="16" cy="11" r="3.5" fill="#fff" />
      </svg>
      <h1>Jangkau Lapangan</h1>
    </div>
  );
}
