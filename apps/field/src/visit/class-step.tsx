import { formatRupiah } from '@jangkau/kernel';
import {
  bandTop,
  classify,
  classNames,
  type Evidence,
  type IncomeBand,
  incomeBands,
  payerClasses,
} from '@jangkau/pesiar';
import { Choice, Field, Notice, useSay, useWords } from '@jangkau/phone';
import { useDesk } from '../app/use-app.ts';
import type { StepProps } from './step-props.ts';

/** Able, unable or working: what was seen and said, what the rules make of it, what the agent decides. */
export function ClassStep({ draft, change, one, today }: StepProps) {
  const say = useSay();
  const words = useWords();
  const { evidence } = draft;
  const settings = useDesk().settingsOf(one.state.subject.area);
  const suggestion = classify(evidence, today, settings);
  const tell = (part: Partial<Evidence>) => {
    const next = { ...evidence, ...part };
    const before = suggestion.class;
    const after = classify(next, today, settings).class;
    // A choice that only followed the suggestion goes on following it.
    const follows = draft.class === null || draft.class === before;
    change({ evidence: next, ...(follows && after !== null && { class: after }) });
  };
  const yesNo = (value: boolean | null) => (value === null ? null : value ? 'yes' : 'no');
  const answers = [
    { value: 'yes' as const, label: say('Ya', 'Yes') },
    { value: 'no' as const, label: say('Tidak', 'No') },
  ];
  return (
    <>
      <Choice
        legend={say('Pekerjaan', 'Work')}
        value={evidence.work === 'not-said' ? null : evidence.work}
        onChange={(work) => tell({ work })}
        options={[
          { value: 'employee', label: say('Pekerja dengan pemberi kerja', 'Employee') },
          { value: 'self-employed', label: say('Usaha sendiri', 'Own business') },
          { value: 'casual', label: say('Buruh harian atau musiman', 'Day or seasonal labour') },
          { value: 'pensioner', label: say('Pensiunan', 'Pensioner') },
          { value: 'none', label: say('Tidak bekerja', 'No work') },
        ]}
      />
      {evidence.work === 'employee' && (
        <Field
          label={say('Pemberi kerja', 'Employer')}
          value={evidence.employer ?? ''}
          onInput={(employer) => tell({ employer: employer || null })}
        />
      )}
      {evidence.work !== 'employee' && (
        <Choice
          narrow
          legend={say(
            'Suami, istri atau anak pekerja yang ditanggung pemberi kerja?',
            'Spouse or child of a covered worker?',
          )}
          value={yesNo(evidence.familyOfWorker)}
          onChange={(value) => tell({ familyOfWorker: value === 'yes' })}
          options={answers}
        />
      )}
      <Choice
        legend={say('Penghasilan rumah tangga sebulan', 'Household income a month')}
        value={evidence.income === 'not-said' ? null : evidence.income}
        onChange={(income) => tell({ income })}
        options={incomeBands
          .filter((band) => band !== 'not-said')
          .map((band) => ({ value: band, label: bandText(band, say) }))}
      />
      <Field
        label={say('Berapa orang hidup dari penghasilan itu?', 'How many people live on it?')}
        inputMode="numeric"
        maxLength={2}
        value={evidence.dependants === null ? '' : String(evidence.dependants)}
        onInput={(text) => tell({ dependants: text === '' ? null : Number(text.replace(/\D/g, '')) })}
      />
      <Choice
        narrow
        legend={say('Tercatat di DTSEN?', 'Listed in DTSEN?')}
        value={yesNo(evidence.inDtsen)}
        onChange={(value) => tell({ inDtsen: value === 'yes', ...(value === 'no' && { dtsenDecile: null }) })}
        options={answers}
      />
      {evidence.inDtsen && (
        <Field
          label={say('Desil DTSEN (1 sampai 10)', 'DTSEN decile (1 to 10)')}
          inputMode="numeric"
          maxLength={2}
          value={evidence.dtsenDecile === null ? '' : String(evidence.dtsenDecile)}
          onInput={(text) => tell({ dtsenDecile: decile(text) })}
        />
      )}
      <Field
        label={say('Tanggal SKTM, bila ada', 'Date of the SKTM letter, if there is one')}
        type="date"
        value={evidence.sktmOn ?? ''}
        onInput={(text) => tell({ sktmOn: text || null })}
      />
      <Choice
        narrow
        legend={say(
          'Sakit lama atau disabilitas sehingga tidak dapat bekerja?',
          'Unable to work by illness or disability?',
        )}
        value={yesNo(evidence.cannotWork)}
        onChange={(value) => tell({ cannotWork: value === 'yes' })}
        options={answers}
      />
      {suggestion.class ? (
        <Notice kind="info">
          <strong>
            {say('Saran: ', 'Suggestion: ')}
            {words(classNames[suggestion.class])}.
          </strong>{' '}
          {suggestion.rule && words(suggestion.rule.words)}
          {suggestion.rule && <small>{suggestion.rule.legalBasis}</small>}
          {suggestion.also.length > 0 && (
            <small>
              {say('Juga: ', 'Also: ')}
              {suggestion.also.map((rule) => words(rule.words)).join(' ')}
            </small>
          )}
        </Notice>
      ) : (
        <Notice kind="info">
          {say('Belum cukup untuk memberi saran.', 'Not enough for a suggestion yet.')}
        </Notice>
      )}
      {suggestion.ask.length > 0 && (
        <p class="hint">
          {say('Tanyakan juga: ', 'Ask too: ')}
          {suggestion.ask.map(words).join(' ')}
        </p>
      )}
      <Choice
        legend={say('Keputusan Anda', 'Your decision')}
        value={draft.class}
        onChange={(chosen) => change({ class: chosen })}
        options={payerClasses.map((value) => ({ value, label: words(classNames[value]) }))}
      />
      {suggestion.class && draft.class && draft.class !== suggestion.class && (
        <Field
          label={say('Mengapa berbeda dengan saran?', 'Why not as suggested?')}
          value={draft.because}
          onInput={(because) => change({ because })}
          maxLength={200}
        />
      )}
    </>
  );
}

function bandText(band: IncomeBand, say: (id: string, en: string) => string): string {
  if (band === 'none') return say('Tidak ada', 'None');
  const top = bandTop[band];
  if (top === null) return say('Di atas Rp8.000.000', 'Above Rp8.000.000');
  return say(`Sampai ${formatRupiah(top)}`, `Up to ${formatRupiah(top)}`);
}

function decile(text: string): number | null {
  const number = Number(text.replace(/\D/g, ''));
  return number >= 1 && number <= 10 ? number : null;
}
