import { outcomeNames, type VisitResult, visitResults } from '@jangkau/pesiar';
import { Choice, Field, Notice, useSay, useWords } from '@jangkau/phone';
import { useEffect, useState } from 'preact/hooks';
import { useDesk } from '../app/use-app.ts';
import { villageOf } from '../people/field-pack.ts';
import { matchesNik } from '../people/matches-nik.ts';
import { PhotoInput } from '../ui/photo-input.tsx';
import type { StepProps } from './step-props.ts';

/** Who opened the door. */
export function MetStep({ draft, change }: StepProps) {
  const say = useSay();
  return (
    <Choice
      legend={say('Yang ditemui', 'Met')}
      value={draft.met}
      onChange={(met) => change({ met })}
      options={[
        { value: 'self', label: say('Orangnya sendiri', 'The person') },
        { value: 'family', label: say('Keluarga serumah', 'Family in the house') },
        { value: 'neighbour', label: say('Tetangga', 'A neighbour') },
        { value: 'banjar-head', label: say('Kelian banjar', 'Head of the banjar') },
        { value: 'nobody', label: say('Tidak ada orang', 'Nobody at home') },
      ]}
    />
  );
}

/** Whether it is the person of the register. */
export function IdentityStep({ draft, change, one }: StepProps) {
  const say = useSay();
  const desk = useDesk();
  const [fits, setFits] = useState<boolean>();
  const { residentNo } = one.state.subject;
  const person = residentNo === null ? undefined : desk.people.get(residentNo);
  useEffect(() => {
    setFits(undefined);
    if (draft.method === 'nik-typed' && /^\d{16}$/.test(draft.nik) && person?.nikHash)
      void matchesNik(draft.nik, person.nikHash, villageOf(desk.pack, person.area).marks.salt).then(setFits);
  }, [draft.nik, draft.method, person]);
  return (
    <>
      {person?.nikMasked && (
        <p class="hint">
          {say('NIK di daftar penduduk: ', 'NIK in the register: ')}
          <strong>{person.nikMasked}</strong>
        </p>
      )}
      <Choice
        legend={say('Diperiksa dengan', 'Checked by')}
        value={draft.method}
        onChange={(method) => change({ method })}
        options={[
          { value: 'nik-typed', label: say('NIK diketik dari KTP', 'NIK typed from the KTP') },
          { value: 'ktp-photo', label: say('Foto KTP', 'Photo of the KTP') },
          { value: 'kk-photo', label: say('Foto KK', 'Photo of the family card') },
          {
            value: 'known-by-banjar-head',
            label: say('Dikenal kelian banjar', 'Known by the head of the banjar'),
          },
        ]}
      />
      {draft.method === 'nik-typed' && (
        <Field
          label="NIK"
          inputMode="numeric"
          maxLength={16}
          value={draft.nik}
          onInput={(text) => change({ nik: text.replace(/\D/g, '') })}
          hint={say(`${draft.nik.length} dari 16 angka`, `${draft.nik.length} of 16 digits`)}
        />
      )}
      {fits === true && (
        <Notice kind="good">{say('NIK cocok dengan daftar penduduk.', 'The NIK fits the register.')}</Notice>
      )}
      {fits === false && (
        <Notice kind="warn">
          {say(
            'NIK berbeda dengan daftar penduduk. Periksa lagi angkanya.',
            'The NIK differs from the register. Check its digits.',
          )}
        </Notice>
      )}
      {(draft.method === 'ktp-photo' || draft.method === 'kk-photo') && (
        <PhotoInput
          label={
            draft.method === 'ktp-photo'
              ? say('Ambil foto KTP', 'Take a photo of the KTP')
              : say('Ambil foto KK', 'Take a photo of the KK')
          }
          kind={draft.method === 'ktp-photo' ? 'ktp' : 'kk'}
          photos={draft.photos}
          onChange={(photos) => change((now) => ({ photos: photos(now.photos) }))}
        />
      )}
      <Choice
        legend={say('Kesimpulan', 'Conclusion')}
        value={draft.sameness}
        onChange={(sameness) => change({ sameness })}
        options={[
          { value: 'same-person', label: say('Orang yang sama', 'The same person') },
          { value: 'other-person', label: say('Orang lain', 'Somebody else') },
          { value: 'unsure', label: say('Ragu', 'Not sure') },
        ]}
      />
    </>
  );
}

const results = visitResults.filter((result) => result !== 'no-one-home');
/** What somebody who is not of the house can know. */
const hearsay: readonly VisitResult[] = [
  'no-one-home',
  'died',
  'moved',
  'duplicate',
  'not-at-address',
  'foreigner',
  'other-scheme',
];

/** What the visit found out. */
export function ResultStep({ draft, change }: StepProps) {
  const say = useSay();
  const words = useWords();
  const close = draft.met === 'self' || draft.met === 'family';
  return (
    <Choice
      legend={say('Hasil kunjungan', 'Result of the visit')}
      value={draft.result}
      onChange={(result) => change({ result })}
      options={(close ? results : hearsay).map((value) => ({ value, label: words(outcomeNames[value]) }))}
    />
  );
}
