/** Words of rank that are titles wherever they stand at the head of a name. */
export const HARD_TITLES: ReadonlySet<string> = new Set(
  'IDA ANAK COKORDA DEWA SAGUNG DESAK GUSTI NGAKAN SANG SI PANDE LALU BAIQ RADEN'.split(' '),
);

/** Words that are titles behind a hard title (IDA AYU, ANAK AGUNG NGURAH) and given names elsewhere. */
export const SOFT_TITLES: ReadonlySet<string> = new Set('AYU BAGUS AGUNG NGURAH ISTRI'.split(' '));

/** Abbreviations, nicknames and joined forms that have one reading, as canonical words. */
export const TITLE_VARIANTS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    AA: 'ANAK AGUNG',
    AAGUNG: 'ANAK AGUNG',
    ANAKAGUNG: 'ANAK AGUNG',
    GUNG: 'ANAK AGUNG',
    AGG: 'AGUNG',
    AGNG: 'AGUNG',
    IB: 'IDA BAGUS',
    GUS: 'IDA BAGUS',
    IDABGS: 'IDA BAGUS',
    BGS: 'BAGUS',
    IA: 'IDA AYU',
    DAYU: 'IDA AYU',
    IDAYU: 'IDA AYU',
    DEWAYU: 'DEWA AYU',
    COK: 'COKORDA',
    TJOK: 'COKORDA',
    COKORDE: 'COKORDA',
    TJOKORDE: 'COKORDA',
    COKRODA: 'COKORDA',
    CKORDA: 'COKORDA',
    DW: 'DEWA',
    IDW: 'I DEWA',
    DSK: 'DESAK',
    DS: 'DESAK',
    GST: 'GUSTI',
    GSTI: 'GUSTI',
    IGST: 'I GUSTI',
    IGSTI: 'I GUSTI',
    GEK: 'I GUSTI AYU',
    IST: 'ISTRI',
    NGR: 'NGURAH',
    NGRH: 'NGURAH',
    NGRAH: 'NGURAH',
    NGKN: 'NGAKAN',
    NGKAN: 'NGAKAN',
    SG: 'SANG',
    PND: 'PANDE',
    PNDE: 'PANDE',
    SILUH: 'SI LUH',
    SGUNG: 'SAGUNG',
    BQ: 'BAIQ',
    BAIK: 'BAIQ',
    RD: 'RADEN',
    TUDE: 'PUTU GEDE',
    // Initials of a marker and an order word with one reading.
    IW: 'I WAYAN',
    IM: 'I MADE',
    IP: 'I PUTU',
    NW: 'NI WAYAN',
    NM: 'NI MADE',
    NP: 'NI PUTU',
    NL: 'NI LUH',
    NLP: 'NI LUH PUTU',
    NLM: 'NI LUH MADE',
    NLW: 'NI LUH WAYAN',
  }).map(([written, words]) => [written, words.split(' ')] as const),
);

/**
 * Initials with more than one reading: IGAA is I Gusti Ayu Agung or I Gusti Agung Ayu, IGN is I Gusti Ngurah
 * or I Gusti Nyoman, IK is I Ketut, I Kadek or I Komang. They stay as they are and are compared as initials.
 */
const TITLE_INITIALS =
  /^(?:IG[AGBKMNPW]?[AGKMNPW]?|IB[GKMNPW]|IA[GKMNPW]|AA[AGIKMNPRW][AGKMNPR]?|I[KN]|NK|NG[AK]|NLK)$/;

/** True for title initials that must never be expanded to a single reading. */
export function isTitleInitials(word: string): boolean {
  return TITLE_INITIALS.test(word);
}
