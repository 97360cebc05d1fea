import { LanguageContext, linkTo, momentText, Notice, useSay, useWords } from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import { kindNames } from '../people/kind-names.ts';

/** What is safe on the phone and not yet at the server. */
export function QueuePage() {
  const say = useSay();
  const words = useWords();
  const app = useApp();
  const desk = useDesk();
  const language = useContext(LanguageContext);
  const { link } = app;
  const refused = desk.queued.filter(({ result }) => result?.outcome === 'refused');
  const groups = [...Map.groupBy(desk.queued, ({ event }) => event.stream)];
  return (
    <>
      <header class="head">
        <h1>{say('Belum terkirim', 'Not sent yet')}</h1>
        <p>
          {desk.queued.length === 0
            ? say('Semua sudah di server.', 'Everything is at the server.')
            : say(
                `${desk.queued.length} catatan aman di ponsel ini.`,
                `${desk.queued.length} records are safe on this phone.`,
              )}
        </p>
        {link.lastAt && (
          <p class="hint">
            {say('Terakhir tersambung ', 'Last connected ')}
            {momentText(new Date(link.lastAt).toISOString(), language)}
          </p>
        )}
      </header>
      {link.problem?.kind === 'signed-out' && (
        <Notice kind="bad">
          {say(
            'Akun atau perangkat ini tidak diterima server lagi. Hubungi penyelia; catatan tetap aman di ponsel.',
            'The server no longer accepts this account or device. Ask your supervisor; the records stay safe on the phone.',
          )}
        </Notice>
      )}
      <button type="button" class="primary" disabled={link.running} onClick={() => void app.sync()}>
        {link.running ? say('Menyambung ...', 'Connecting ...') : say('Kirim sekarang', 'Send now')}
      </button>
      {desk.conflicts.length > 0 && (
        <a class="button" href={linkTo('conflicts')}>
          {say(`Putuskan ${desk.conflicts.length} perbedaan`, `Decide ${desk.conflicts.length} differences`)}
        </a>
      )}
      {refused.length > 0 && (
        <Notice kind="bad">
          {say(
            `${refused.length} catatan ditolak server dan tetap disimpan di sini.`,
            `${refused.length} records were refused by the server and are kept here.`,
          )}
        </Notice>
      )}
      <ul class="cards">
        {groups.map(([stream, items]) => (
          <li key={stream} class="card">
            <strong>{desk.case(stream)?.state.subject.name ?? stream}</strong>
            <ul class="history">
              {items.map(({ event, result }) => (
                <li key={event.id}>
                  {momentText(event.at, language)}:{' '}
                  {words(kindNames[event.kind] ?? { id: event.kind, en: event.kind })}
                  {result?.outcome === 'refused' && <small class="error">{result.problem.message}</small>}
                  {result?.outcome === 'conflict' && (
                    <small class="error">{say('berbeda dengan kantor', 'differs from the office')}</small>
                  )}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </>
  );
}
