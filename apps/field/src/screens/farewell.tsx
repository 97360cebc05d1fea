import { Notice, useBusy, useSay } from '@jangkau/phone';
import { useEffect } from 'preact/hooks';
import { Brand } from './sign-in.tsx';

/** After everything was forgotten: what had not been sent is brought to the server, sealed. */
export function Farewell({ left, onHandOver }: { left: number; onHandOver: () => Promise<void> }) {
  const say = useSay();
  const { busy, error, run } = useBusy();
  useEffect(() => run(onHandOver), []);
  return (
    <main class="gate">
      <Brand />
      <h2>{say('Data di ponsel ini sudah dihapus', 'The data on this phone have been erased')}</h2>
      <p>
        {left > 0
          ? say(
              `${left} catatan yang belum terkirim disimpan tersandi; hanya server yang dapat membukanya. Catatan itu masuk begitu ada sinyal dan Anda masuk lagi.`,
              `${left} records that were not sent are kept encrypted; only the server can open them. They count once there is a signal and you sign in again.`,
            )
          : say('Tidak ada catatan yang tertinggal.', 'No record was left behind.')}
      </p>
      {error && <Notice kind="warn">{say('Belum ada sinyal.', 'There is no signal yet.')}</Notice>}
      <button type="button" class="primary" disabled={busy} onClick={() => run(onHandOver)}>
        {busy
          ? say('Menyerahkan ...', 'Handing over ...')
          : say('Serahkan dan masuk lagi', 'Hand over and sign in again')}
      </button>
    </main>
  );
}
