import { Field, Notice, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { PhotoInput } from '../ui/photo-input.tsx';
import { locate } from './locate.ts';
import type { StepProps } from './step-props.ts';

/** Place, photograph and a note. */
export function ProofStep({ draft, change }: StepProps) {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'looking' | 'failed'>('idle');
  const look = () => {
    setState('looking');
    locate().then(
      (point) => {
        change({ point });
        setState('idle');
      },
      () => setState('failed'),
    );
  };
  return (
    <>
      <button type="button" disabled={state === 'looking'} onClick={look}>
        {state === 'looking'
          ? say('Mencari lokasi ...', 'Looking for the place ...')
          : say('Catat lokasi', 'Record the place')}
      </button>
      {draft.point && (
        <Notice kind={draft.point.accuracy <= 50 ? 'good' : 'warn'}>
          {say(
            `Lokasi tercatat, ketelitian ${draft.point.accuracy} m.`,
            `Place recorded, accurate to ${draft.point.accuracy} m.`,
          )}
          {draft.point.accuracy > 50 && say(' Coba lagi di luar rumah.', ' Try again outside.')}
        </Notice>
      )}
      {state === 'failed' && (
        <Notice kind="warn">
          {say(
            'Lokasi tidak didapat. Kunjungan tetap bisa disimpan.',
            'No place was found. The visit can be saved anyway.',
          )}
        </Notice>
      )}
      <PhotoInput
        label={say('Foto rumah atau pertemuan', 'Photo of the house or the meeting')}
        kind="house"
        photos={draft.photos}
        onChange={(photos) => change((now) => ({ photos: photos(now.photos) }))}
        hint={say('Foto dikecilkan di ponsel.', 'Photos are made small on the phone.')}
      />
      <Field
        label={say('Catatan', 'Note')}
        lines={3}
        maxLength={500}
        value={draft.note}
        onInput={(note) => change({ note })}
        hint={say('Jangan tulis NIK atau nomor KK di sini.', 'Do not write a NIK or KK number here.')}
      />
    </>
  );
}
