import type { ProblemKind } from './sign-in-problems.ts';

/** Failures of data that the database itself refuses. */
export const constraintProblems = {
  'already-there': {
    status: 409,
    title: 'Already there',
    id: 'Data ini sudah ada. Muat ulang halaman untuk melihatnya.',
    en: 'This is there already. Reload the page to see it.',
  },
  'reference-missing': {
    status: 409,
    title: 'Refers to something that is not there',
    id: 'Data yang dirujuk tidak ada, atau masih dipakai data lain. Muat ulang halaman lalu coba lagi.',
    en: 'What this refers to is not there, or something still needs it. Reload the page and try again.',
  },
  'value-refused': {
    status: 422,
    title: 'Value refused',
    id: 'Isian tidak sesuai aturan data. Periksa lagi isiannya.',
    en: 'What was entered breaks a rule of the data. Check it again.',
  },
  'number-in-text': {
    status: 422,
    title: 'Number of a person in a text',
    id: 'Jangan menulis NIK, nomor KK, atau nomor kartu di nama atau alasan.',
    en: 'Do not write a NIK, KK or card number into a name or a reason.',
  },
  'reason-too-short': {
    status: 422,
    title: 'Reason too short',
    id: 'Tuliskan alasan yang lebih jelas, paling sedikit lima huruf.',
    en: 'Give a clearer reason of at least five letters.',
  },
  'role-place-wrong': {
    status: 422,
    title: 'Role and place do not fit',
    id: 'Peran ini diberikan atas hal lain: periksa wilayah, badan usaha, atau fasilitas yang dipilih.',
    en: 'This role is given on something else: check the area, employer or facility chosen.',
  },
  'run-already-running': {
    status: 409,
    title: 'A run is running',
    id: 'Pemetaan lain sedang berjalan. Tunggu sampai selesai.',
    en: 'Another mapping is running. Wait until it is done.',
  },
} as const satisfies Record<string, ProblemKind>;
type ConstraintProblem = keyof typeof constraintProblems;

/** What the constraints that people can run into mean to them; all others by their kind. */
export const problemOfConstraint: Readonly<Record<string, ConstraintProblem>> = {
  assignment_once: 'already-there',
  payer_payment_once: 'already-there',
  write_off_names_nobody: 'number-in-text',
  write_off_decision_names_nobody: 'number-in-text',
  payer_payment_reference_form: 'value-refused',
  assignment_scope_fits_role: 'role-place-wrong',
  assignment_code_unless_branch: 'role-place-wrong',
  assignment_area_code_known: 'role-place-wrong',
  audit_entry_unmask_has_purpose: 'reason-too-short',
  audit_entry_without_numbers_of_people: 'number-in-text',
  officer_username_no_number: 'number-in-text',
  officer_name_no_number: 'number-in-text',
  api_client_name_no_number: 'number-in-text',
  export_order_full_has_purpose: 'reason-too-short',
  retention_hold_has_reason: 'reason-too-short',
  privacy_setting_has_reason: 'reason-too-short',
  run_one_running: 'run-already-running',
};

// SQLSTATE of class 23, integrity constraint violation.
const problemOfState: Readonly<Record<string, ConstraintProblem>> = {
  '23505': 'already-there',
  '23503': 'reference-missing',
  '23514': 'value-refused',
  '23502': 'value-refused',
  '23P01': 'already-there',
};

/**
 * What to tell people about an error of the database: a violated constraint by its name, or by its kind.
 * undefined for every other error. Nothing of the error itself is told: it repeats the row.
 */
export function constraintProblem(error: unknown): ConstraintProblem | 'out-of-scope' | undefined {
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  if (typeof code !== 'string') return undefined;
  // Row security refused a row: not one's own area, or not one's own name.
  if (code === '42501' && /row-level security/.test((error as Error).message)) return 'out-of-scope';
  const named = typeof constraint === 'string' ? problemOfConstraint[constraint] : undefined;
  return problemOfState[code] && (named ?? problemOfState[code]);
}
