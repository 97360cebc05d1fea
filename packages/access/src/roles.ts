/** Everyone who works with Jangkau, in the order the matrix has them. */
export const roles = [
  'head-of-branch',
  'branch-officer',
  'front-liner',
  'village-operator',
  'pesiar-agent',
  'pesiar-supervisor',
  'social-affairs-officer',
  'employer-pic',
  'facility-clerk',
  'auditor',
  'system-administrator',
] as const;
export type Role = (typeof roles)[number];

/** What a role is given on: all of the branch, areas, employers or health facilities. */
export type AssignmentKind = 'branch' | 'area' | 'employer' | 'facility';

/** What each role is given on. A branch officer has the branch, a village operator has villages. */
export const assignmentKinds: Record<Role, AssignmentKind> = {
  'head-of-branch': 'branch',
  'branch-officer': 'branch',
  'front-liner': 'area',
  'village-operator': 'area',
  'pesiar-agent': 'area',
  'pesiar-supervisor': 'area',
  'social-affairs-officer': 'area',
  'employer-pic': 'employer',
  'facility-clerk': 'facility',
  auditor: 'branch',
  'system-administrator': 'branch',
};

interface RoleName {
  id: string;
  en: string;
}

/** What people call the roles. */
export const roleNames: Record<Role, RoleName> = {
  'head-of-branch': { id: 'Kepala cabang', en: 'Head of branch' },
  'branch-officer': { id: 'Petugas cabang', en: 'Branch officer' },
  'front-liner': { id: 'Petugas loket', en: 'Front-liner' },
  'village-operator': { id: 'Operator desa', en: 'Village operator' },
  'pesiar-agent': { id: 'Agen PESIAR', en: 'PESIAR agent' },
  'pesiar-supervisor': { id: 'Penyelia PESIAR', en: 'PESIAR supervisor' },
  'social-affairs-officer': { id: 'Petugas Dinas Sosial', en: 'Social affairs officer' },
  'employer-pic': { id: 'PIC badan usaha', en: 'Employer contact' },
  'facility-clerk': { id: 'Petugas fasilitas kesehatan', en: 'Facility clerk' },
  auditor: { id: 'Auditor', en: 'Auditor' },
  'system-administrator': { id: 'Pengelola sistem', en: 'System administrator' },
};
