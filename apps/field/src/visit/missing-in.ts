import type { Say } from '@jangkau/phone';
import type { VisitDraft, VisitStep } from './visit-draft.ts';

/** What a step still needs before it can be left, in words; undefined when nothing. */
export function missingIn(draft: VisitDraft, step: VisitStep, say: Say): string | undefined {
  switch (step) {
    case 'met':
      return draft.met === null ? say('Pilih siapa yang ditemui.', 'Choose who was met.') : undefined;
    case 'identity':
      if (draft.method === null) return say('Pilih cara memeriksa.', 'Choose how it was checked.');
      if (draft.method === 'nik-typed' && !/^\d{16}$/.test(draft.nik))
        return say('NIK harus 16 angka.', 'A NIK has 16 digits.');
      if (draft.method.endsWith('-photo') && !draft.photos.some(({ kind }) => kind !== 'house'))
        return say('Ambil foto KTP atau KK.', 'Take a photo of the KTP or KK.');
      return draft.sameness === null
        ? say('Pilih apakah orangnya benar.', 'Choose whether it is the right person.')
        : undefined;
    case 'result':
      return draft.result === null ? say('Pilih hasilnya.', 'Choose what was found.') : undefined;
    case 'class':
      return draft.class === null ? say('Pilih golongannya.', 'Choose the class.') : undefined;
    case 'advocacy':
      return draft.answer === null
        ? say('Pilih jawaban keluarga.', 'Choose what the family answers.')
        : undefined;
    case 'form':
      if (draft.exit === null) return say('Pilih jalan pendaftarannya.', 'Choose how to register.');
      if (!draft.people.some(({ chosen }) => chosen))
        return say('Pilih paling sedikit satu orang.', 'Choose at least one person.');
      if (draft.exit === 'ppu' && draft.employerName.trim().length < 3)
        return say('Tulis nama pemberi kerja.', 'Write the name of the employer.');
      if (draft.exit === 'newborn' && draft.motherCard && !/^\d{13}$/.test(draft.motherCard))
        return say('Nomor kartu ibu 13 angka.', 'The mother’s card has 13 digits.');
      if (draft.exit === 'newborn' && draft.babyNik && !/^\d{16}$/.test(draft.babyNik))
        return say('NIK bayi 16 angka.', 'The baby’s NIK has 16 digits.');
      return undefined;
    case 'consent':
      if (draft.consent === null) return say('Pilih setuju atau tidak.', 'Choose agrees or not.');
      return draft.consent && draft.signature === null
        ? say('Minta tanda tangan.', 'Ask for the signature.')
        : undefined;
    default:
      return undefined;
  }
}
