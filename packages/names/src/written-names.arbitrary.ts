import fc from 'fast-check';

/** Words of every kind that occur in registers, clean and mangled. */
export const writtenWord: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...'I NI IWAYAN NILUH WAYAN WYN PUTU GEDE GDE DE MADE MD KADEK DEK NENGAH NYOMAN NY NYM KOMANG KETUT KT LUH ILUH'.split(
      ' ',
    ),
    ...'IDA BAGUS AYU ANAK AGUNG A.A. AA IB IA IGAA IGN IG GUSTI IGST GST NGURAH NGR DEWA DW DA ISTRI COK TJOKORDA'.split(
      ' ',
    ),
    ...'SAGUNG DESAK GUNG GUS GEK DAYU TU TUDE A B G N M W P H S JRO MANGKU PEDANDA BAYI BY BBL ST SITI MOH BIN'.split(
      ' ',
    ),
    ...'DRS. S.Pd. S PD SH M.Kes Amd.Keb HJ EKA DHARMA YASE SOERJADI WIDNYANA PUSPADEWI ABDURRAHMAN LALU BAIQ SI'.split(
      ' ',
    ),
    ...'MA SUDIARTA LESTARI AYURARAS AGUBG NADE PUTY U BI 12 W4YAN X'.split(' '),
  ),
  fc.stringMatching(/^(?:[BDGHJKLMNPRSTWY][AEIOU]){2,4}$/),
);

/** A name as a register might write it. */
export const writtenName: fc.Arbitrary<string> = fc
  .array(writtenWord, { maxLength: 7 })
  .map((words) => words.join(' '));
