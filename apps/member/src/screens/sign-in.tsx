import type { OwnSignInStep } from '@jangkau/contracts';
import { Field, type Language, LanguageSwitch, Notice, useBusy, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { ask } from '../app/ask.ts';
import { chooseKeeping } from '../app/kept.ts';

interface SignInProps {
  onDone: () => Promise<void>;
  onLanguage: (language: Language) => void;
}

/** NIK or card number and birth date, then the code that came over WhatsApp. */
export function SignIn({ onDone, onLanguage }: SignInProps) {
  const say = useSay();
  const [number, setNumber] = useState('');
  const [born, setBorn] = useState('');
  const [own, setOwn] = useState(true);
  const [code, setCode] = useState('');
  const [step, setStep] = useState<OwnSignInStep>();
  const { busy, error, run } = useBusy();
  const digits = number.replace(/\D/g, '');
  const whole = digits.length === 13 || digits.length === 16;
  const begin = async () => {
    setCode('');
    setStep(
      await ask<OwnSignInStep>('/session', { method: 'POST', body: { number: digits, born, keep: own } }),
    );
  };
  const confirm = async () => {
    await ask('/session/code', { method: 'POST', body: { code } });
    chooseKeeping(own);
    await onDone();
  };
  return (
    <main class="gate">
      <Brand />
      <LanguageSwitch onChange={onLanguage} />
      {step === undefined ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run(begin);
          }}
        >
          <p>
            {say(
              'Lihat kartu, tagihan dan cicilan JKN keluarga Anda. Masuk dengan kode dari WhatsApp.',
              'See the JKN cards, bills and instalments of your family. Sign in with a code from WhatsApp.',
            )}
          </p>
          <Field
            label={say('NIK atau nomor kartu JKN', 'NIK or JKN card number')}
            value={number}
            onInput={setNumber}
            inputMode="numeric"
            autoComplete="off"
            maxLength={24}
            hint={say('NIK 16 angka, kartu 13 angka', 'NIK 16 digits, card 13 digits')}
          />
          <Field
            label={say('Tanggal lahir', 'Date of birth')}
            type="date"
            value={born}
            onInput={setBorn}
            autoComplete="bday"
          />
          <label class="option">
            <input type="checkbox" checked={own} onChange={(event) => setOwn(event.currentTarget.checked)} />
            <span>
              {say('Ini ponsel saya sendiri', 'This is my own phone')}
              <small>
                {say(
                  'Tetap masuk, dan kartu bisa dibuka tanpa sinyal. Hilangkan centang di ponsel pinjaman.',
                  'Stay signed in, and open the card without a signal. Untick it on a borrowed phone.',
                )}
              </small>
            </span>
          </label>
          {error && <Notice kind="bad">{error}</Notice>}
          <button type="submit" class="primary" disabled={busy || !whole || born === ''}>
            {busy ? say('Mengirim ...', 'Sending ...') : say('Kirim kode', 'Send the code')}
          </button>
          <p class="hint">
            {say(
              'Kode dikirim ke nomor HP yang tercatat di JKN, untuk peserta 17 tahun ke atas. Nomor berganti? Perbarui lewat PANDAWA 08118165165 atau kantor cabang.',
              'The code goes to the phone number JKN has on record, for members of 17 and older. Another number by now? Change it with PANDAWA 08118165165 or at the branch office.',
            )}
          </p>
        </form>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run(confirm);
          }}
        >
          <Notice kind="info">
            <p>
              {say(
                'Bila nomor dan tanggal lahir cocok, kode 6 angka sedang dikirim lewat WhatsApp ke nomor yang tercatat. Berlaku 5 menit.',
                'If number and birth date fit, a 6-digit code is on its way over WhatsApp to the number on record. It holds for 5 minutes.',
              )}
            </p>
            <p>
              {say(
                'Jangan berikan kode ini kepada siapa pun, juga bukan kepada petugas.',
                'Give this code to nobody, not even to staff.',
              )}
            </p>
          </Notice>
          {step.simulator && (
            <Notice kind="warn">
              <p>
                {say('Cabang tiruan: kode tampil di ', 'Demo branch: the code shows in the ')}
                <a href="/pandawa/simulator" target="_blank" rel="noreferrer">
                  {say('simulator WhatsApp', 'WhatsApp simulator')}
                </a>
                .
              </p>
            </Notice>
          )}
          <Field
            label={say('Kode 6 angka', '6-digit code')}
            value={code}
            onInput={(text) => setCode(text.replace(/\D/g, '').slice(0, 6))}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
          />
          {error && <Notice kind="bad">{error}</Notice>}
          <button type="submit" class="primary" disabled={busy || code.length !== 6}>
            {busy ? say('Memeriksa ...', 'Checking ...') : say('Masuk', 'Sign in')}
          </button>
          <button type="button" class="quiet" onClick={() => setStep(undefined)}>
            {say('Kembali, minta kode baru', 'Back, ask for a new code')}
          </button>
        </form>
      )}
    </main>
  );
}

function Brand() {
  return (
    <div class="brand">
      <img src="/member/icon.svg" width="44" height="44" alt="" />
      <h1>Jangkau Peserta</h1>
    </div>
  );
}
