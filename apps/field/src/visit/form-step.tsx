import { type ExitKind, exitNames, exitOptions } from '@jangkau/pesiar';
import { Choice, dayText, Field, LanguageContext, Notice, useSay, useWords } from '@jangkau/phone';
import { useContext, useEffect } from 'preact/hooks';
import { useDesk } from '../app/use-app.ts';
import { villageOf } from '../people/field-pack.ts';
import { PhotoInput } from '../ui/photo-input.tsx';
import { peopleOf } from './people-of.ts';
import type { StepProps } from './step-props.ts';

const banks = ['bri', 'bni', 'btn', 'bca', 'mandiri'] as const;

/** The form of registration for the way out that fits: who, which class, who pays. */
export function FormStep({ draft, change, one, today }: StepProps) {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  const desk = useDesk();
  const { area } = one.state.subject;
  const options = exitOptions(
    {
      class: draft.class,
      evidence: draft.evidence,
      reason: one.state.reason,
      subject: one.state.subject,
      on: today,
      prioritas: villageOf(desk.pack, area).prioritas,
      pbiEndedOn: draft.endedAs === 'pbi' && draft.endedOn ? draft.endedOn : null,
      ppuEndedOn: draft.endedAs === 'ppu' && draft.endedOn ? draft.endedOn : null,
    },
    desk.settingsOf(area),
  );
  // As many stages as were shown at most (half the months owed).
  const most = draft.shown?.debt?.rehab.stages.length ?? 0;
  const first = options[0]?.kind ?? null;
  useEffect(() => {
    const exit = draft.exit && options.some(({ kind }) => kind === draft.exit) ? draft.exit : first;
    if (draft.people.length === 0 || exit !== draft.exit)
      change({ exit, people: draft.people.length > 0 ? draft.people : peopleOf(desk, one, exit) });
  }, [first]);
  const chosen = options.find(({ kind }) => kind === draft.exit);
  const money = draft.exit === 'pbpu' || draft.exit === 'newborn';
  const pick = (exit: ExitKind) => change({ exit, people: peopleOf(desk, one, exit) });
  return (
    <>
      <Choice
        legend={say('Didaftarkan sebagai', 'Registered as')}
        value={draft.exit}
        onChange={pick}
        options={options.map(({ kind, why }) => ({
          value: kind,
          label: words(exitNames[kind]),
          hint: words(why),
        }))}
      />
      {chosen?.until && (
        <Notice kind="info">
          {say('Pembayaran pertama ', 'First payment ')}
          {chosen.from && dayText(chosen.from, language)} {say('sampai', 'to')}{' '}
          {dayText(chosen.until, language)}.{' '}
          {say('Nomor virtual account diberikan petugas.', 'The officer gives the virtual account.')}
        </Notice>
      )}
      {chosen && !chosen.until && chosen.from && (
        <Notice kind="info">
          {say('Bila disetujui hari ini, aktif ', 'If approved today, active from ')}
          {dayText(chosen.from, language)}.
        </Notice>
      )}
      <fieldset class="choice">
        <legend>{say('Orang yang didaftarkan', 'People to register')}</legend>
        {draft.people.map((person, i) => (
          <label key={person.residentNo ?? person.name} class={person.chosen ? 'option chosen' : 'option'}>
            <input
              type="checkbox"
              checked={person.chosen}
              disabled={person.coveredIn !== null}
              onChange={(event) =>
                change({
                  people: draft.people.map((other, at) =>
                    at === i ? { ...other, chosen: event.currentTarget.checked } : other,
                  ),
                })
              }
            />
            <span>
              {person.name}
              {person.coveredIn && (
                <small>{say('Sudah ditanggung, tidak ditagih', 'Covered already, not billed')}</small>
              )}
            </span>
          </label>
        ))}
      </fieldset>
      {draft.exit === 'pbpu' && (
        <p class="hint">
          {say(
            'Mandiri berlaku sekeluarga: semua di KK yang belum ditanggung ikut didaftarkan.',
            'Self-paid means the whole family card: everyone not covered yet is registered.',
          )}
        </p>
      )}
      {draft.exit === 'newborn' && (
        <>
          <Field
            label={say('Nomor kartu JKN ibu', 'JKN card number of the mother')}
            hint={say(
              '13 angka. Kosongkan bila ibu di KK yang sama dan sudah terdaftar.',
              '13 digits. Leave empty when she is on the same family card and registered.',
            )}
            inputMode="numeric"
            maxLength={13}
            value={draft.motherCard}
            onInput={(text) => change({ motherCard: text.replace(/\D/g, '') })}
          />
          <Field
            label={say('NIK bayi, bila sudah ada', 'NIK of the baby, if there is one')}
            inputMode="numeric"
            maxLength={16}
            value={draft.babyNik}
            onInput={(text) => change({ babyNik: text.replace(/\D/g, '') })}
          />
        </>
      )}
      {draft.exit === 'pbpu' && (
        <>
          <Choice
            narrow
            legend={say('Tadinya ditanggung?', 'Covered before?')}
            value={draft.endedAs ?? 'no'}
            onChange={(value) => change({ endedAs: value === 'no' ? null : value })}
            options={[
              { value: 'no', label: say('Tidak', 'No') },
              { value: 'pbi', label: 'PBI' },
              { value: 'ppu', label: say('Pekerja', 'Worker') },
            ]}
          />
          {draft.endedAs && (
            <Field
              label={say('Nonaktif sejak', 'Inactive since')}
              hint={say(
                'Kurang dari sebulan: boleh langsung dibayar.',
                'Less than a month: may be paid at once.',
              )}
              type="date"
              value={draft.endedOn}
              onInput={(endedOn) => change({ endedOn })}
            />
          )}
        </>
      )}
      {money && (
        <>
          <Choice
            narrow
            legend={say('Kelas rawat', 'Room class')}
            value={String(draft.roomClass) as '1' | '2' | '3'}
            onChange={(value) => change({ roomClass: Number(value) as 1 | 2 | 3 })}
            options={[
              { value: '1', label: 'I' },
              { value: '2', label: 'II' },
              { value: '3', label: 'III' },
            ]}
          />
          <Choice
            narrow
            legend={say('Bank untuk virtual account', 'Bank of the virtual account')}
            value={draft.bank}
            onChange={(bank) => change({ bank })}
            options={banks.map((value) => ({
              value,
              label: value === 'mandiri' ? 'Mandiri' : value.toUpperCase(),
            }))}
          />
        </>
      )}
      {draft.exit === 'ppu' && (
        <>
          <Field
            label={say('Nama pemberi kerja', 'Name of the employer')}
            value={draft.employerName}
            onInput={(employerName) => change({ employerName })}
          />
          <Field
            label={say('Alamat pemberi kerja', 'Address of the employer')}
            value={draft.employerAddress}
            onInput={(employerAddress) => change({ employerAddress })}
          />
          <Field
            label={say('Jabatan', 'Position')}
            value={draft.position}
            onInput={(position) => change({ position })}
          />
          <Field
            label={say('Upah sebulan (rupiah)', 'Wage a month (rupiah)')}
            inputMode="numeric"
            value={draft.wage}
            onInput={(text) => change({ wage: text.replace(/\D/g, '') })}
          />
        </>
      )}
      {draft.exit === 'reactivation' && (
        <Choice
          legend={say('Cara melunasi', 'How to pay')}
          value={draft.way}
          onChange={(way) => change({ way })}
          options={[
            { value: 'pay', label: say('Sekaligus', 'At once') },
            { value: 'rehab', label: say('Dicicil lewat REHAB', 'In stages (REHAB)') },
          ]}
        />
      )}
      {draft.exit === 'reactivation' && draft.way === 'rehab' && most > 1 && (
        <div class="field">
          <label for="stages">{say('Berapa kali dicicil?', 'In how many stages?')}</label>
          <select
            id="stages"
            value={draft.stages ?? most}
            onChange={(event) => change({ stages: Number(event.currentTarget.value) })}
          >
            {Array.from({ length: most - 1 }, (_, i) => i + 2).map((n) => (
              <option key={n} value={n}>
                {n} {say('kali', 'stages')}
              </option>
            ))}
          </select>
        </div>
      )}
      <Field
        label={say('Nomor HP untuk kabar pembayaran', 'Phone number for messages')}
        type="tel"
        inputMode="tel"
        value={draft.phone}
        onInput={(phone) => change({ phone })}
      />
      {chosen && (
        <>
          <p class="hint">
            {say('Dokumen: ', 'Documents: ')}
            {chosen.documents.map(words).join(', ')}
          </p>
          <PhotoInput
            label={say('Foto dokumen', 'Photo of a document')}
            kind="kk"
            photos={draft.photos}
            onChange={(photos) => change((now) => ({ photos: photos(now.photos) }))}
          />
        </>
      )}
    </>
  );
}
