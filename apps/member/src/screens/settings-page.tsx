import type { OwnSettings } from '@jangkau/contracts';
import {
  InstallSection,
  type Language,
  LanguageContext,
  LanguageSwitch,
  momentText,
  Notice,
  UpdateNotice,
  useBusy,
  useSay,
} from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { AskFailure, ask } from '../app/ask.ts';
import { useAnswer, useOwn } from '../app/own-context.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** Language, notices, signed-in devices, installing, leaving. */
export function SettingsPage({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const say = useSay();
  const { end } = useOwn();
  const { data, problem, set, again } = useAnswer<OwnSettings>('/settings');
  const { busy, error, run } = useBusy();
  const leave = async () => {
    try {
      await ask('/session', { method: 'DELETE' });
    } catch (error) {
      // Over already: what is left is to forget.
      if (!(error instanceof AskFailure && error.kind === 'signed-out')) throw error;
    }
    end();
    location.hash = '';
  };
  return (
    <>
      <PageHead title={say('Setelan', 'Settings')} />
      <UpdateNotice />
      <section>
        <h2>{say('Bahasa', 'Language')}</h2>
        <LanguageSwitch onChange={onLanguage} />
      </section>
      <InstallSection />
      {data ? <Choices settings={data} onSettings={set} /> : <Waiting problem={problem} again={again} />}
      <section>
        <h2>{say('Keluar', 'Sign out')}</h2>
        <p class="hint">
          {say('Data yang tersimpan di perangkat ini dihapus.', 'What is kept on this device is erased.')}
        </p>
        {error && <Notice kind="bad">{error}</Notice>}
        <button type="button" class="danger" disabled={busy} onClick={() => run(leave)}>
          {say('Keluar dari perangkat ini', 'Sign out of this device')}
        </button>
      </section>
    </>
  );
}

function Choices({
  settings,
  onSettings,
}: {
  settings: OwnSettings;
  onSettings: (settings: OwnSettings) => void;
}) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const { busy, error, run } = useBusy();
  const change = (path: string, init: Parameters<typeof ask>[1]) =>
    run(async () => onSettings(await ask<OwnSettings>(path, init)));
  return (
    <>
      <section>
        <h2>{say('Kabar lewat WhatsApp', 'News over WhatsApp')}</h2>
        <label class="option">
          <input
            type="checkbox"
            checked={settings.whatsapp}
            disabled={busy}
            onChange={(event) =>
              change('/notices', { method: 'PUT', body: { whatsapp: event.currentTarget.checked } })
            }
          />
          <span>
            {say('Kabari saya', 'Tell me')}
            <small>
              {say(
                'Sebelum jatuh tempo, dan saat kartu aktif kembali. Pesannya tidak menyebut jumlah atau tunggakan.',
                'Before something is due, and when the card is active again. The messages name no amount and no debt.',
              )}
            </small>
          </span>
        </label>
      </section>
      <section>
        <h2>{say('Perangkat yang masuk', 'Signed-in devices')}</h2>
        <ul class="lines">
          {settings.browsers.map(({ id, device, seenAt, current }) => (
            <li key={id}>
              <span>
                {device || say('Perangkat', 'Device')}
                <small>
                  {current
                    ? say('perangkat ini', 'this device')
                    : `${say('dipakai', 'used')} ${momentText(seenAt, language)}`}
                </small>
              </span>
              {!current && (
                <button
                  type="button"
                  disabled={busy}
                  onClick={() => change(`/browsers/${id}`, { method: 'DELETE' })}
                >
                  {say('Keluarkan', 'Sign out')}
                </button>
              )}
            </li>
          ))}
        </ul>
        {error && <Notice kind="bad">{error}</Notice>}
      </section>
    </>
  );
}
