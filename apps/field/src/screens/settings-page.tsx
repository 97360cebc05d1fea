import {
  bytesText,
  Field,
  InstallSection,
  type Language,
  LanguageSwitch,
  Notice,
  UpdateNotice,
  useSay,
} from '@jangkau/phone';
import { useEffect, useState } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import { WrongPin } from '../store/vault.ts';
import { PinForm } from './new-pin.tsx';

interface SettingsProps {
  onLanguage: (language: Language) => void;
  onLock: () => void;
  onSignOut: () => Promise<void>;
  onChangePin: (pin: string, next: string) => Promise<void>;
}

/** Language, PIN, installing, room on the phone, leaving. */
export function SettingsPage({ onLanguage, onLock, onSignOut, onChangePin }: SettingsProps) {
  const say = useSay();
  const app = useApp();
  const desk = useDesk();
  const [used, setUsed] = useState<{ usage?: number; quota?: number; kept: boolean }>();
  const [leaving, setLeaving] = useState(false);
  useEffect(() => {
    void (async () => {
      const estimate = await navigator.storage?.estimate?.();
      setUsed({ ...estimate, kept: (await navigator.storage?.persisted?.()) ?? false });
    })();
  }, []);
  return (
    <>
      <header class="head">
        <h1>{say('Setelan', 'Settings')}</h1>
        <p>
          {app.enrolment.name} ({app.enrolment.username})
        </p>
        <p class="hint">
          {desk.pack.villages
            .map(({ name, banjars }) => (banjars.length > 0 ? `${name}: ${banjars.join(', ')}` : name))
            .join('; ')}
        </p>
      </header>
      <UpdateNotice />
      <section>
        <h2>{say('Bahasa', 'Language')}</h2>
        <LanguageSwitch onChange={onLanguage} />
      </section>
      <InstallSection />
      <section>
        <h2>{say('Ruang di ponsel', 'Room on the phone')}</h2>
        <p>
          {used?.usage === undefined
            ? say('Tidak diketahui', 'Not known')
            : say(`Terpakai ${bytesText(used.usage)}`, `${bytesText(used.usage)} used`)}
          {used?.quota !== undefined && say(` dari ${bytesText(used.quota)}`, ` of ${bytesText(used.quota)}`)}
        </p>
        {used && !used.kept && (
          <p class="hint">
            {say(
              'Pasang aplikasi supaya peramban tidak menghapus data saat ponsel penuh.',
              'Install the app so that the browser keeps its data when the phone is full.',
            )}
          </p>
        )}
      </section>
      <ChangePin onChangePin={onChangePin} />
      <section class="stack">
        <button type="button" onClick={onLock}>
          {say('Kunci sekarang', 'Lock now')}
        </button>
        {leaving ? (
          <>
            <Notice kind="warn">
              {desk.queued.length > 0
                ? say(
                    `${desk.queued.length} catatan belum terkirim. Catatan itu disandikan untuk server dan diserahkan saat ada sinyal; semua data lain di ponsel ini dihapus.`,
                    `${desk.queued.length} records are not sent. They are sealed for the server and handed over when there is a signal; all other data on this phone are erased.`,
                  )
                : say('Semua data di ponsel ini dihapus.', 'All data on this phone are erased.')}
            </Notice>
            <button type="button" class="danger" onClick={() => void onSignOut()}>
              {say('Hapus dan keluar', 'Erase and sign out')}
            </button>
            <button type="button" onClick={() => setLeaving(false)}>
              {say('Batal', 'Cancel')}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => setLeaving(true)}>
            {say('Keluar dari ponsel ini', 'Sign out of this phone')}
          </button>
        )}
      </section>
    </>
  );
}

function ChangePin({ onChangePin }: Pick<SettingsProps, 'onChangePin'>) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState<{ good: boolean; text: string }>();
  const change = async (next: string) => {
    setBusy(true);
    try {
      await onChangePin(pin, next);
      setTold({ good: true, text: say('PIN diganti.', 'The PIN was changed.') });
      setOpen(false);
    } catch (error) {
      const left = error instanceof WrongPin ? error.left : 0;
      setTold({
        good: false,
        text: say(`PIN lama salah. Sisa ${left} kali.`, `Wrong old PIN. ${left} attempts left.`),
      });
    } finally {
      setPin('');
      setBusy(false);
    }
  };
  return (
    <section>
      <h2>PIN</h2>
      {told && <Notice kind={told.good ? 'good' : 'bad'}>{told.text}</Notice>}
      {open ? (
        <>
          <Field
            label={say('PIN lama', 'Old PIN')}
            type="password"
            inputMode="numeric"
            autoComplete="current-password"
            maxLength={12}
            value={pin}
            onInput={(text) => setPin(text.replace(/\D/g, ''))}
          />
          <PinForm busy={busy || pin.length < 6} onPin={(next) => void change(next)} />
        </>
      ) : (
        <button type="button" onClick={() => setOpen(true)}>
          {say('Ganti PIN', 'Change the PIN')}
        </button>
      )}
    </section>
  );
}
