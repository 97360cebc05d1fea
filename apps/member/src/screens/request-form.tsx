import type { FacilityException, OwnRequestOrder, OwnRequests } from '@jangkau/contracts';
import {
  bytesText,
  Choice,
  dayText,
  Field,
  LanguageContext,
  Notice,
  smallPhoto,
  useBusy,
  useSay,
} from '@jangkau/phone';
import { useContext, useState } from 'preact/hooks';
import { ask } from '../app/ask.ts';
import { type Facility, FacilityChoice } from './facility-choice.tsx';

interface RequestFormProps {
  kind: OwnRequestOrder['kind'];
  /** When the facility may be changed; undefined while it is not known. */
  terms: OwnRequests['facility'] | undefined;
  busy: boolean;
  onSend: (order: OwnRequestOrder) => void;
}

type IdentityField = Extract<OwnRequestOrder, { kind: 'identity' }>['field'];
type SentFile = Extract<OwnRequestOrder, { kind: 'identity' }>['files'][number];

/** The form of one kind of change. */
export function RequestForm({ kind, terms, busy, onSend }: RequestFormProps) {
  const say = useSay();
  const [value, setValue] = useState('');
  const [field, setField] = useState<IdentityField | null>(null);
  const [whom, setWhom] = useState<'me' | 'all'>('me');
  const [facility, setFacility] = useState<Facility>();
  const [files, setFiles] = useState<SentFile[]>([]);
  const [exception, setException] = useState<FacilityException | null>(null);
  const early = terms?.allowedFrom ?? null;
  const excuse = early === null ? undefined : exception;
  const order = orderOf({ kind, value: value.trim(), field, whom, facility, files, excuse });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (order) onSend(order);
      }}
    >
      {kind === 'phone' && (
        <Field
          label={say('Nomor HP yang baru', 'New phone number')}
          value={value}
          onInput={setValue}
          inputMode="tel"
          autoComplete="tel"
          maxLength={16}
          hint={say('Contoh 081234567890', 'For example 081234567890')}
        />
      )}
      {kind === 'address' && (
        <Field
          label={say('Alamat yang baru', 'New address')}
          value={value}
          onInput={setValue}
          lines={3}
          maxLength={200}
        />
      )}
      {kind === 'facility' && (
        <>
          {terms && <FacilityTerms terms={terms} exception={exception} onChoose={setException} />}
          <FacilityChoice chosen={facility} onChoose={setFacility} />
          <Choice
            legend={say('Untuk siapa?', 'For whom?')}
            narrow
            value={whom}
            onChange={setWhom}
            options={[
              { value: 'me', label: say('Saya saja', 'Only me') },
              { value: 'all', label: say('Sekeluarga', 'All of us') },
            ]}
          />
          {excuse && (
            <Photos label={say('Foto suratnya', 'Photo of the letter')} files={files} onChange={setFiles} />
          )}
        </>
      )}
      {kind === 'identity' && (
        <>
          <Choice<IdentityField>
            legend={say('Data yang salah', 'What is wrong')}
            narrow
            value={field}
            onChange={setField}
            options={[
              { value: 'name', label: say('Nama', 'Name') },
              { value: 'nik', label: 'NIK' },
              { value: 'born', label: say('Tanggal lahir', 'Date of birth') },
              { value: 'sex', label: say('Jenis kelamin', 'Sex') },
            ]}
          />
          <Field
            label={say('Yang benar', 'What is right')}
            value={value}
            onInput={setValue}
            maxLength={200}
          />
          <Photos
            label={say('Foto KTP atau KK', 'Photo of the KTP or KK')}
            files={files}
            onChange={setFiles}
          />
        </>
      )}
      <button type="submit" class="primary" disabled={busy || !order}>
        {busy ? say('Mengirim ...', 'Sending ...') : say('Kirim ke petugas', 'Send to staff')}
      </button>
    </form>
  );
}

/** What is to be sent; undefined while something is missing. */
function orderOf(draft: {
  kind: OwnRequestOrder['kind'];
  value: string;
  field: IdentityField | null;
  whom: 'me' | 'all';
  facility: Facility | undefined;
  files: SentFile[];
  /** Undefined: none is needed; null: it is missing. */
  excuse: FacilityException | null | undefined;
}): OwnRequestOrder | undefined {
  const { kind, value, field, whom, facility, files, excuse } = draft;
  switch (kind) {
    case 'phone': {
      const digits = value.replace(/[^\d+]/g, '');
      return /^(\+?62|0)8\d{7,12}$/.test(digits) ? { kind, value: digits } : undefined;
    }
    case 'address':
      return value.length >= 5 ? { kind, value } : undefined;
    case 'facility':
      if (!facility || excuse === null || (excuse && files.length === 0)) return undefined;
      return { kind, code: facility.code, whom, files, ...(excuse && { exception: excuse }) };
    case 'identity':
      return field && value.length >= 2 && files.length > 0 ? { kind, field, value, files } : undefined;
  }
}

/** From when the facility may be changed, and the reasons for which it may be sooner. */
function FacilityTerms({
  terms,
  exception,
  onChoose,
}: {
  terms: OwnRequests['facility'];
  exception: FacilityException | null;
  onChoose: (exception: FacilityException) => void;
}) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const titles: Record<FacilityException, string> = {
    moved: say('Pindah rumah', 'Moved house'),
    assigned: say('Tugas atau pelatihan di tempat lain', 'Work or training elsewhere'),
    'facility-ended': say('Faskes tidak lagi melayani JKN', 'The facility no longer serves JKN'),
  };
  if (terms.allowedFrom === null)
    return (
      <Notice kind="info">
        {say(
          `Dapat diganti sekali dalam ${terms.months} bulan; berlaku tanggal 1 bulan berikutnya.`,
          `It can be changed once in ${terms.months} months, from the 1st of the next month.`,
        )}
      </Notice>
    );
  const from = dayText(terms.allowedFrom, language);
  return (
    <>
      <Notice kind="info">
        {say(
          `Faskes baru dapat diganti lagi mulai ${from}: sekali dalam ${terms.months} bulan.`,
          `The facility can be changed again from ${from}: once in ${terms.months} months.`,
        )}
      </Notice>
      {terms.exceptions.length > 0 && (
        <Choice<FacilityException>
          legend={say('Lebih cepat hanya karena', 'Sooner only because')}
          narrow
          value={exception}
          onChange={onChoose}
          options={terms.exceptions.map((value) => ({ value, label: titles[value] }))}
        />
      )}
    </>
  );
}

/** Photographs of documents: made small on the phone, sent as they are taken. */
function Photos({
  label,
  files,
  onChange,
}: {
  label: string;
  files: SentFile[];
  onChange: (files: SentFile[]) => void;
}) {
  const say = useSay();
  const { busy, error, run } = useBusy();
  const take = async (file: File | undefined) => {
    if (!file) return;
    const photo = await smallPhoto(file, { mostBytes: 900_000, types: ['image/jpeg'] }).catch(() => {
      throw new Error(say('Berkas ini tidak terbaca sebagai foto.', 'This file cannot be read as a photo.'));
    });
    onChange([...files, await ask<SentFile>('/files', { method: 'POST', file: photo })]);
  };
  return (
    <div class="photos">
      <label class="button" for="photo">
        {busy ? say('Mengirim foto ...', 'Sending the photo ...') : label}
      </label>
      <input
        id="photo"
        class="hidden-file"
        type="file"
        accept="image/*"
        capture="environment"
        disabled={busy || files.length >= 4}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          run(() => take(file));
        }}
      />
      <ul class="lines">
        {files.map(({ id, bytes }, i) => (
          <li key={id}>
            <span>
              {say('Foto', 'Photo')} {i + 1} <small>{bytesText(bytes)}</small>
            </span>
            <button
              type="button"
              class="quiet"
              onClick={() => onChange(files.filter((one) => one.id !== id))}
            >
              {say('Buang', 'Remove')}
            </button>
          </li>
        ))}
      </ul>
      {error && <Notice kind="bad">{error}</Notice>}
    </div>
  );
}
