import { bytesText, useSay } from '@jangkau/phone';
import { useId, useState } from 'preact/hooks';
import { compressPhoto } from '../visit/compress-photo.ts';
import type { DraftPhoto } from '../visit/visit-draft.ts';

interface PhotoInputProps {
  label: string;
  hint?: string;
  kind: DraftPhoto['kind'];
  photos: readonly DraftPhoto[];
  /** What changes the photographs there are when it is called. */
  onChange: (change: (photos: readonly DraftPhoto[]) => DraftPhoto[]) => void;
}

/** Takes photographs and makes them small before they are kept. */
export function PhotoInput({ label, hint, kind, photos, onChange }: PhotoInputProps) {
  const say = useSay();
  const id = useId();
  const [failed, setFailed] = useState(false);
  const own = photos.filter((photo) => photo.kind === kind);
  const take = async (files: FileList | null) => {
    const [file] = files ?? [];
    if (!file) return;
    setFailed(false);
    try {
      const photo = { kind, ...(await compressPhoto(file)) };
      onChange((now) => [...now, photo]);
    } catch {
      setFailed(true);
    }
  };
  return (
    <div class="photos">
      <label class="button" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="hidden-file"
        type="file"
        accept="image/*"
        capture="environment"
        onChange={(event) => {
          void take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
      {hint && <small class="hint">{hint}</small>}
      {failed && (
        <small class="error" role="alert">
          {say('Foto tidak terbaca. Coba lagi.', 'The photo cannot be read. Try again.')}
        </small>
      )}
      <ul class="thumbs">
        {own.map((photo, i) => (
          <li key={photo.sha256}>
            <img src={`data:${photo.type};base64,${photo.base64}`} alt={`${label} ${i + 1}`} />
            <span>{bytesText(photo.size)}</span>
            <button
              type="button"
              class="quiet"
              onClick={() => onChange((now) => now.filter(({ sha256 }) => sha256 !== photo.sha256))}
            >
              {say('Buang', 'Remove')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
