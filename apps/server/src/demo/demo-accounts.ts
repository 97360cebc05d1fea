import { type Assignment, assignmentKinds, type Role } from '@jangkau/access';

/** The password of every account of the demo: everybody may know it, everyone in the demo is made up. */
export const demoPassword = 'jangkau';

/** An account to try the demo with. */
export interface DemoAccount {
  username: string;
  name: string;
  assignment: Assignment;
}

function account(username: string, name: string, role: Role, code: string | null = null): DemoAccount {
  return { username, name, assignment: { role, kind: assignmentKinds[role], code } };
}

/** One account for each role, on places that the demo branch has. `petugas` first: what most people look for. */
export const demoAccounts: readonly DemoAccount[] = [
  account('petugas', 'Petugas Contoh', 'branch-officer'),
  account('kepala', 'Kepala Cabang Contoh', 'head-of-branch'),
  account('loket', 'Petugas Loket Contoh', 'front-liner', '51.71'),
  account('desa', 'Operator Desa Contoh', 'village-operator', '51.71.01.1002'),
  account('agen', 'Agen PESIAR Contoh', 'pesiar-agent', '51.71.01.1002'),
  account('penyelia', 'Penyelia PESIAR Contoh', 'pesiar-supervisor', '51.71.01'),
  account('dinsos', 'Petugas Dinas Sosial Contoh', 'social-affairs-officer', '51.71'),
  account('perusahaan', 'PIC Badan Usaha Contoh', 'employer-pic', 'BU-CONTOH'),
  account('klinik', 'Petugas Faskes Contoh', 'facility-clerk', '0000F001'),
  account('auditor', 'Auditor Contoh', 'auditor'),
  account('admin', 'Pengelola Contoh', 'system-administrator'),
];
