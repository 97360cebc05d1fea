import { Notice, useSay } from '@jangkau/phone';
import { useApp } from '../app/use-app.ts';
import { Brand } from './sign-in.tsx';

/** Before the first pack is whole nothing is shown: half a list would look like a list. */
export function FirstPack() {
  const say = useSay();
  const app = useApp();
  const { link } = app;
  const percent = Math.round((link.doing === 'pack' ? link.share : 0) * 100);
  return (
    <main class="gate">
      <Brand />
      <h2>{say('Mengunduh data wilayah Anda', 'Downloading your area')}</h2>
      <p>
        {say(
          'Hanya sekali. Kalau sinyal putus, unduhan dilanjutkan dari tempat terputus.',
          'Only once. If the signal breaks, it goes on where it broke.',
        )}
      </p>
      <progress max={100} value={percent} aria-label={say('Kemajuan unduhan', 'Progress')}>
        {percent} %
      </progress>
      <p class="big">{percent} %</p>
      {link.problem && (
        <>
          <Notice kind="warn">
            {link.problem.kind === 'lost'
              ? say(
                  'Sinyal terputus. Dicoba lagi sebentar lagi.',
                  'The signal broke. It is tried again soon.',
                )
              : link.problem.message}
          </Notice>
          <button type="button" class="primary" onClick={() => void app.sync()}>
            {say('Coba sekarang', 'Try now')}
          </button>
        </>
      )}
    </main>
  );
}
