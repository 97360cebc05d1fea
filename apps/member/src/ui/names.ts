import type { Say } from '@jangkau/phone';

/** Who pays, in words people use. */
export function segmentName(segment: string | null, say: Say): string {
  switch (segment) {
    case 'PBI_APBN':
      return say('PBI, dibayar pemerintah pusat', 'PBI, paid by the state');
    case 'PBPU_PEMDA':
      return say('Dibayar pemerintah daerah', 'Paid by the local government');
    case 'PPU_PN':
      return say('Penyelenggara negara', 'State employee');
    case 'PPU_BU':
      return say('Pekerja badan usaha', 'Employee');
    case 'PBPU':
      return say('Mandiri', 'Mandiri (pays itself)');
    case 'BP':
      return say('Bukan pekerja', 'Non-worker');
    default:
      return say('Belum ada segmen', 'No segment');
  }
}

/** What somebody is in the family. */
export function roleName(role: string | null, say: Say): string {
  switch (role) {
    case 'payer':
      return say('Peserta', 'Member');
    case 'spouse':
      return say('Suami/istri', 'Spouse');
    case 'child':
      return say('Anak', 'Child');
    case 'extra':
      return say('Keluarga lain', 'Other relative');
    default:
      return say('Anggota keluarga', 'Family member');
  }
}

/** Room class in Roman figures. */
export function className(roomClass: number | null, say: Say): string {
  return roomClass === null ? '' : say(`kelas ${'I'.repeat(roomClass)}`, `class ${'I'.repeat(roomClass)}`);
}

/** 'YYYY-MM' as people read it. */
export function monthName(month: string, language: 'id' | 'en'): string {
  return new Date(`${month}-01T00:00`).toLocaleDateString(language === 'id' ? 'id-ID' : 'en-GB', {
    month: 'long',
    year: 'numeric',
  });
}

/** A name as it is spoken: registers write in capitals. */
export function spoken(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s.'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
