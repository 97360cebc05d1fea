/**
 * Academic degrees, professions and ranks, dots removed (S.Pd. is SPD). They carry nothing about who a person
 * is: Permendagri 73/2022 allows titles on the KTP-el and family card and bars them on civil certificates, so
 * one person may legally be written with and without.
 */
export const DEGREES: ReadonlySet<string> = new Set(
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
  ]
    .join(' ')
    .split(' '),
);

/** What is left of a degree written with a space: S Pd, Amd Keb. */
export const DEGREE_PARTS: ReadonlySet<string> = new Set('PD KES KEB KEP HUM SOS FARM KOM'.split(' '));

/** Degrees that are also names: empty only at the end of a name that has two other words. */
export const TRAILING_DEGREES: ReadonlySet<string> = new Set(
  'MA BA SM SI SIN SAN SDS MED CHA CHT BAC MAK'.split(' '),
);
