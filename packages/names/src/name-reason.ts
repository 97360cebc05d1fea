/** Why two names are judged as they are. */
export type NameReason =
  | 'identical'
  | 'same-given'
  | 'spelling'
  | 'other-order-word'
  | 'missing-words'
  | 'order-conflict'
  | 'title-conflict'
  | 'marker-conflict'
  | 'placeholder'
  | 'few-shared'
  | 'nothing-shared'
  | 'no-name';

/** The reasons in plain words, Indonesian and English. */
export const NAME_REASON_TEXT: Readonly<Record<NameReason, { readonly id: string; readonly en: string }>> = {
  identical: { id: 'nama sama', en: 'same name' },
  'same-given': { id: 'nama diri sama', en: 'same given names' },
  spelling: { id: 'beda ejaan atau salah ketik', en: 'different spelling or a typing slip' },
  'other-order-word': {
    id: 'urutan lahir sama, kata berbeda',
    en: 'same place in the birth order, another word',
  },
  'missing-words': { id: 'ada kata nama yang hilang', en: 'part of the name is missing' },
  'order-conflict': { id: 'urutan lahir berbeda', en: 'different places in the birth order' },
  'title-conflict': { id: 'gelar keluarga berbeda', en: 'different titles' },
  'marker-conflict': { id: 'I dan Ni bertentangan', en: 'I against Ni' },
  placeholder: { id: 'nama bayi sementara', en: 'placeholder for a newborn' },
  'few-shared': { id: 'hanya sebagian nama sama', en: 'only part of the names agree' },
  'nothing-shared': { id: 'tidak ada nama yang sama', en: 'no name in common' },
  'no-name': { id: 'nama kosong', en: 'no name given' },
};
