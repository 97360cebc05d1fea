import { parseDate, type ReasonCode, type Segment } from '@jangkau/membership';
import type { Decided } from '../eligibility/eligibility-desk.ts';

/** A code with its words, as VClaim has them. */
interface Coded {
  kode: string;
  keterangan: string;
}

const active: Coded = { kode: '0', keterangan: 'AKTIF' };
const died: Coded = { kode: '2', keterangan: 'MENINGGAL' };
const overAge: Coded = {
  kode: '6',
  keterangan: 'TIDAK DITANGGUNG / MASA BERLAKU SUDAH BERAKHIR (ANAK > 21)',
};
const suspended: Coded = { kode: '7', keterangan: 'PENANGGUHAN PESERTA' };
const unpaid: Coded = { kode: '9', keterangan: 'NON AKTIF KARNA PREMI' };
const ended: Coded = { kode: '15', keterangan: 'NON AKTIF DIAKHIR BULAN' };

/** The codes hospitals know. They read 0 as covered and show the words of any other. */
export const statusCodes: Readonly<Record<ReasonCode, Coded>> = {
  PAID: active,
  CURRENT_MONTH_DUE: active,
  STATE_PAYS: active,
  REGION_PAYS: active,
  EMPLOYER_PAYS: active,
  LAYOFF_GUARANTEE: active,
  ARREARS_DEFERRED: active,
  ARREARS: unpaid,
  EMPLOYER_ARREARS: unpaid,
  RETURNED: unpaid,
  AWAITING_FIRST_PAYMENT: unpaid,
  APPLICATION_LAPSED: unpaid,
  PAYER_STOPPED: suspended,
  PBI_REMOVED: suspended,
  PEMDA_REMOVED: suspended,
  AWAITING_COVER_START: suspended,
  NEVER_ENROLLED: suspended,
  ABROAD: suspended,
  DUPLICATE: suspended,
  CITIZENSHIP_LOST: suspended,
  EMPLOYMENT_ENDED: ended,
  LAYOFF_GUARANTEE_OVER: ended,
  FAMILY_DROPPED: ended,
  MOVED_OUT: ended,
  CHILD_OVER_AGE: overAge,
  DIED: died,
};

const segmentCodes: Readonly<Record<Segment, Coded>> = {
  PPU_PN: { kode: '1', keterangan: 'PENYELENGGARA NEGARA' },
  PPU_BU: { kode: '13', keterangan: 'PEGAWAI SWASTA' },
  PBPU: { kode: '14', keterangan: 'PEKERJA MANDIRI' },
  BP: { kode: '19', keterangan: 'BUKAN PEKERJA' },
  PBI_APBN: { kode: '21', keterangan: 'PBI (APBN)' },
  PBPU_PEMDA: { kode: '22', keterangan: 'PBI (APBD)' },
};

const classNames = ['', 'KELAS I', 'KELAS II', 'KELAS III'];
const families: Record<string, { pisa: string; relation: string }> = {
  spouse: { pisa: '3', relation: 'Istri/Suami' },
  child: { pisa: '4', relation: 'Anak' },
  extra: { pisa: '5', relation: 'Tambahan' },
};
const self = { pisa: '1', relation: 'Peserta' };
/** What VClaim prints where cover has no end. */
const noEnd = '2050-01-01';

/** `response.peserta` of VClaim. */
export function vclaimParticipant({ member, decision }: Decided, today: string) {
  const from = member.joined_on ?? decision.since;
  const { fktp, roomClass, segment } = decision;
  const age = ageWords(member.born, today);
  return {
    noKartu: member.card,
    nik: member.nik,
    nama: member.name,
    pisa: pisaOf(member.role, member.sex),
    sex: member.sex,
    tglLahir: member.born,
    tglCetakKartu: from,
    tglTMT: from,
    tglTAT: coveredUntil(decision),
    statusPeserta: statusCodes[decision.reason],
    jenisPeserta: segment === null ? { kode: null, keterangan: null } : segmentCodes[segment],
    hakKelas:
      roomClass === null
        ? { kode: null, keterangan: null }
        : { kode: String(roomClass), keterangan: classNames[roomClass] },
    provUmum: { kdProvider: fktp?.code ?? null, nmProvider: fktp?.name?.toUpperCase() ?? null },
    mr: { noMR: null, noTelepon: null },
    umur: {
      umurSekarang: age,
      umurSaatPelayanan: decision.day === today ? age : ageWords(member.born, decision.day),
    },
    informasi: { dinsos: null, noSKTM: null, prolanisPRB: null, eSEP: null },
    cob: { nmAsuransi: null, noAsuransi: null, tglTAT: null, tglTMT: null },
  };
}

/** `response` of a PCare look-up. */
export function pcareParticipant({ member, decision }: Decided) {
  const from = member.joined_on ?? decision.since;
  const { fktp, roomClass, segment } = decision;
  const kind = segment === null ? { kode: null, keterangan: null } : segmentCodes[segment];
  return {
    noKartu: member.card,
    nama: member.name,
    hubunganKeluarga: (families[member.role ?? ''] ?? self).relation,
    sex: member.sex,
    tglLahir: dayFirst(member.born),
    tglMulaiAktif: dayFirst(from),
    tglAkhirBerlaku: dayFirst(coveredUntil(decision)),
    kdProviderPst: { kdProvider: fktp?.code ?? null, nmProvider: fktp?.name?.toUpperCase() ?? null },
    kdProviderGigi: { kdProvider: null, nmProvider: null },
    jnsKelas: {
      kode: roomClass === null ? null : String(roomClass),
      nama: classNames[roomClass ?? 0] || null,
    },
    jnsPeserta: { kode: kind.kode, nama: kind.keterangan },
    golDarah: null,
    noHP: null,
    noKTP: member.nik,
    pstProl: '',
    pstPrb: '',
    aktif: decision.covered,
    ketAktif: statusCodes[decision.reason].keterangan,
    tunggakan: decision.arrearsMonths,
    asuransi: { kdAsuransi: null, nmAsuransi: null, noAsuransi: null, cob: false },
  };
}

/** '46 tahun ,10 bulan ,21 hari', the way VClaim writes it; null without a birth date or before it. */
function ageWords(born: string | null, on: string): string | null {
  if (born === null || on < born) return null;
  const { years, months, days } = parseDate(born).until(parseDate(on), { largestUnit: 'years' });
  return `${years} tahun ,${months} bulan ,${days} hari`;
}

function coveredUntil({ covered, until, since }: Decided['decision']): string | null {
  if (covered) return until ?? noEnd;
  return since === null ? null : parseDate(since).subtract({ days: 1 }).toString();
}

/** 1 participant, 2 husband, 3 wife, 4 child, 5 further relatives. */
function pisaOf(role: string | null, sex: string | null): string {
  return role === 'spouse' && sex === 'L' ? '2' : (families[role ?? ''] ?? self).pisa;
}

/** PCare writes dates with the day first. */
function dayFirst(day: string | null): string | null {
  return day === null ? null : day.split('-').reverse().join('-');
}
