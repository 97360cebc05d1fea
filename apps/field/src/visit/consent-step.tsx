import { Choice, useSay } from '@jangkau/phone';
import { SignaturePad } from '../ui/signature-pad.tsx';
import type { StepProps } from './step-props.ts';

/** The words of consent, read out and signed (UU 27/2022 Pasal 20 and 22). */
export function ConsentStep({ draft, change }: StepProps) {
  const say = useSay();
  return (
    <>
      <blockquote class="consent">
        {say(
          'Saya mengizinkan data saya dan keluarga saya dipakai BPJS Kesehatan, pemerintah desa, dan bila perlu Dinas Sosial atau pemberi kerja, hanya untuk mendaftarkan dan mengaktifkan kepesertaan JKN. Saya boleh menarik izin ini dan meminta data saya dilihat atau diperbaiki di kantor cabang.',
          'I allow BPJS Kesehatan, the village and, where needed, Dinas Sosial or my employer to use the data of me and my family for one thing: registering and activating our JKN membership. I may withdraw this, and see or correct my data, at the branch office.',
        )}
      </blockquote>
      <p class="hint">{say('Bacakan, lalu tanyakan.', 'Read it out, then ask.')}</p>
      <Choice
        legend={say('Jawaban', 'Answer')}
        value={draft.consent === null ? null : draft.consent ? 'yes' : 'no'}
        onChange={(value) => change({ consent: value === 'yes' })}
        options={[
          { value: 'yes', label: say('Setuju', 'Agrees') },
          { value: 'no', label: say('Tidak setuju: tidak didaftarkan', 'Does not agree: no registration') },
        ]}
      />
      {draft.consent && (
        <>
          <Choice
            narrow
            legend={say('Yang menandatangani', 'Who signs')}
            value={draft.signer}
            onChange={(signer) => change({ signer })}
            options={[
              { value: 'self', label: say('Sendiri', 'The person') },
              { value: 'parent', label: say('Orang tua', 'A parent') },
              { value: 'guardian', label: say('Wali', 'A guardian') },
            ]}
          />
          <h2>{say('Tanda tangan', 'Signature')}</h2>
          <SignaturePad value={draft.signature} onChange={(signature) => change({ signature })} />
        </>
      )}
    </>
  );
}
