/** Forms of address, haji, descent and 'late': they carry nothing about who a person is. */
export const FORMS_OF_ADDRESS: ReadonlySet<string> = new Set(
  [
    'H HJ HAJI HAJJI HAJJAH HAJAH KH KYAI KIAI UST USTAD USTADZ USTADZAH TN TUAN NN NONA NYONYA BPK BAPAK IBU SDR',
    'SDRI SAUDARA SAUDARI ALM ALMH ALMARHUM ALMARHUMAH PDT PENDETA ROMO PASTOR SUSTER BIN BINTI BINTE BT BTE',
  ]
    .join(' ')
    .split(' '),
);

/** Religious and customary offices: they tell that the name may have been changed at consecration. */
export const HONORIFICS: ReadonlyMap<string, string> = new Map([
  ['JERO', 'JERO'],
  ['JRO', 'JERO'],
  ['MANGKU', 'MANGKU'],
  ['PEMANGKU', 'MANGKU'],
  ['MK', 'MANGKU'],
  ['PEDANDA', 'PEDANDA'],
  ['PANDITA', 'PANDITA'],
  ['PINANDITA', 'PANDITA'],
  ['BHAGAWAN', 'BAGAWAN'],
  ['BAGAWAN', 'BAGAWAN'],
  ['RSI', 'RSI'],
  ['RESI', 'RSI'],
  ['MPU', 'EMPU'],
  ['EMPU', 'EMPU'],
  // Nyoman or Nyonya: only the whole name can tell.
  ['NY', 'NY'],
  ['NJ', 'NY'],
  // Gede or Made.
  ['DE', 'DE'],
]);

/** Words that stand for a child without a name yet. */
export const PLACEHOLDERS: ReadonlyMap<string, string> = new Map([
  ['BAYI', 'BAYI'],
  ['BY', 'BAYI'],
  ['BBL', 'BAYI'],
  ['JANIN', 'BAYI'],
]);
