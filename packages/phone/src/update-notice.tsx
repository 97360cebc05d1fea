import { Notice } from './notice.tsx';
import { useSay } from './say.ts';
import { useUpdate } from './use-update.ts';

/** Says that a newer version of the app is on the phone, and takes it into use when asked to. */
export function UpdateNotice() {
  const say = useSay();
  const update = useUpdate();
  return update ? (
    <Notice kind="info">
      {say('Versi baru sudah diunduh.', 'A new version has been downloaded.')}
      <button type="button" onClick={update}>
        {say('Pakai sekarang', 'Use it now')}
      </button>
    </Notice>
  ) : null;
}
