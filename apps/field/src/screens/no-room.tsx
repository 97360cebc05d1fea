import { Notice, useSay } from '@jangkau/phone';

/** The browser keeps nothing on this phone: in a private window, or without room. Visits would be lost. */
export function NoRoom() {
  const say = useSay();
  return (
    <main class="gate">
      <Notice kind="bad">
        {say(
          'Peramban ini tidak dapat menyimpan data, jadi kunjungan bisa hilang. Buka di jendela biasa (bukan penyamaran), atau kosongkan ruang di ponsel.',
          'This browser cannot keep data, so that visits could be lost. Open it in an ordinary window (not a private one), or make room on the phone.',
        )}
      </Notice>
      <button type="button" class="primary" onClick={() => location.reload()}>
        {say('Coba lagi', 'Try again')}
      </button>
    </main>
  );
}
