/**
 * Words that carry nothing about who a person is: academic degrees and professions (dots removed, so S.Pd. is
 * SPD), forms of address, haji, bin/binti, 'late'. Permendagri 73/2022 allows titles on the KTP-el and family
 * card and bars them on civil certificates, so one person may legally be written with and without.
 */
export const EMPTY_WORDS: ReadonlySet<string> = new Set(
  [
    // before the name
    'DR DRS DRA DRG DRH IR PROF HC LETKOL KOL MAYOR KAPTEN LETTU LETDA AKP AKBP KOMBES IPDA IPTU AIPTU AIPDA',
    'BRIPKA BRIPTU BRIPDA BRIGADIR SERMA SERKA SERTU SERDA KOPDA KOPTU PRAKA PRATU PRADA',
    // bachelor
    'SH SE SPD SPDH SPDI SPDB SAG SAGH SSOS SSOSH SKOM SKED SKEP SKEB SKG SKH SKM STP SSI SIP SIKOM SPSI SP SPT',
    'SPI SSN SST SSTPAR STR STRKEB STRKEP STRKES STRAK STRPAR STRKOM SSTP SSTKEB SHUT SFARM SGZ SAB SAP SAK SAKT',
    'SEAK SS SPAR SARS SFIL SFILH SHI SEI SSY SHUM SADM SMB STRGZ STRT STRTRA STRIP STRPEL',
    // diploma and profession
    'AMD AMA AMAPD AMK AMKEB AMKEP AMKL AMDKEB AMDKEP AMDKES AMDKL AMDFARM AMDGZ AMDRAD AMDAK AMDPAR AMDKOM',
    'AMDPD AMDFT AMDT AMDSI AMG AMF AMAK AMDAN NERS NS APT CA CPA QIA AK BSC BBA DIPL',
    // master, doctor, specialist
    'MM MH MHUM MSI MSC MPD MPDH MPDI MKES MAG MAGH MT MBA MKOM MFIL MFILH MAP MKN MARS MSN MSOS MIKOM MPSI MP',
    'MFARM MBIOMED MTI MPAR MPH MSE MERS MEP MSM MIP MTP MARCH MTRPAR MFORSC PHD SPOG SPPD SPAN SPJP SPKK SPKJ',
    'SPOT SPTHT SPBS SPRAD SPPK SPPA SPKFR SPKG SPDV SPBA SPAK SPMK SPEM FINACS FINASIM',
    // Sarjana Teknik, or Siti abbreviated: too little to tell people apart either way
    'ST',
    // parts of degrees written with a space
    'PD KES KEB KEP HUM SOS FARM KOM',
    // forms of address and descent
    'H HJ HAJI HAJJI HAJJAH HAJAH KH KYAI KIAI UST USTAD USTADZ USTADZAH TN TUAN NN NONA NYONYA BPK BAPAK IBU SDR',
    'SDRI SAUDARA SAUDARI ALM ALMH ALMARHUM ALMARHUMAH PDT PENDETA ROMO PASTOR SUSTER BIN BINTI BINTE BINI BT BTE',
  ]
    .join(' ')
    .split(' '),
);

/** Degrees that are also names: empty only at the end of a name that has two other words. */
export const TRAILING_DEGREES: ReadonlySet<string> = new Set(
  'MA BA SM SI SIN SAN SDS MED CHA CHT BAC MAK'.split(' '),
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
