import { useSay } from './say.ts';
import { useInstall } from './use-install.ts';

/** How the app comes to the home screen of the phone, or that it is there. */
export function InstallSection() {
  const say = useSay();
  const { installed, install } = useInstall();
  return (
    <section>
      <h2>{say('Pasang di ponsel', 'Install')}</h2>
      {installed ? (
        <p>{say('Sudah terpasang.', 'Installed.')}</p>
      ) : install ? (
        <button type="button" onClick={() => void install()}>
          {say('Pasang aplikasi', 'Install the app')}
        </button>
      ) : (
        <p class="hint">
          {say(
            'Buka menu peramban, lalu “Tambahkan ke layar utama”.',
            'Open the browser’s menu, then “Add to home screen”.',
          )}
        </p>
      )}
    </section>
  );
}
