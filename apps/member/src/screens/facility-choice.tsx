import { Field, useBusy, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { ask } from '../app/ask.ts';

/** A first-level facility to choose from. */
export interface Facility {
  code: string;
  name: string;
  area: string | null;
}

interface FacilityChoiceProps {
  chosen: Facility | undefined;
  onChoose: (facility: Facility | undefined) => void;
}

/** Finds a facility by its name. */
export function FacilityChoice({ chosen, onChoose }: FacilityChoiceProps) {
  const say = useSay();
  const [words, setWords] = useState('');
  const [found, setFound] = useState<Facility[]>();
  const { busy, error, run } = useBusy();
  const look = async () => {
    const { items } = await ask<{ items: Facility[] }>(`/facilities?q=${encodeURIComponent(words.trim())}`);
    setFound(items);
  };
  if (chosen)
    return (
      <div class="card">
        <strong>{chosen.name}</strong>
        {chosen.area && <small>{chosen.area}</small>}
        <button type="button" class="quiet" onClick={() => onChoose(undefined)}>
          {say('Pilih yang lain', 'Choose another')}
        </button>
      </div>
    );
  return (
    <>
      <Field
        label={say('Cari puskesmas atau klinik', 'Look for a puskesmas or clinic')}
        value={words}
        onInput={setWords}
        type="search"
      />
      <button type="button" disabled={busy || words.trim().length < 2} onClick={() => run(look)}>
        {busy ? say('Mencari ...', 'Looking ...') : say('Cari', 'Look')}
      </button>
      {error && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      {found?.length === 0 && (
        <p class="empty">{say('Tidak ditemukan. Coba kata lain.', 'Nothing found. Try other words.')}</p>
      )}
      {found && found.length > 0 && (
        <ul class="cards">
          {found.map((facility) => (
            <li key={facility.code}>
              <button type="button" class="card pick" onClick={() => onChoose(facility)}>
                <strong>{facility.name}</strong>
                {facility.area && <small>{facility.area}</small>}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
