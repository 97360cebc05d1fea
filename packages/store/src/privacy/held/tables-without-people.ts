const staff = 'those who work here, not people of the registers: they see their own under “my account”';
const secret = 'proof of a sign-in or of a program, as a hash or encrypted; of nobody in the registers';
const rules = 'rules and settings';
const places = 'places and published figures';
const counts = 'counts, of nobody in particular';
const machine = 'how the system itself works';

/** Tables that hold no data of a person of the registers, and why they may be passed over. */
export const tablesWithoutPeople: Readonly<Record<string, string>> = {
  access_rule: rules,
  api_client: 'programs of hospitals and banks',
  api_credential: secret,
  api_signature_used: secret,
  area: places,
  assignment: staff,
  audit_link: 'hashes of the audit',
  backup_log: machine,
  banjar: places,
  banjar_result: counts,
  boundary: places,
  breach: 'what happened, in words that name nobody',
  breach_fact: 'counts of people by area, no names',
  change_list: 'who sent a list and how many names it had',
  column_mapping: 'headers of files',
  device: staff,
  device_rescue:
    'what a phone had not sent, encrypted, until its owner signs in again; then it is in the tables it belongs to',
  export_order: 'a filter and a count, never rows; gone after 30 days',
  facility: 'clinics and hospitals',
  idempotency: 'answers to officers, gone after a day',
  list_count: counts,
  month_close: counts,
  name_word: 'single words of names with how many carry them, nobody’s whole name',
  officer: staff,
  payer: 'governments and employers',
  payment_file: 'files of banks and their sums',
  payment_quarantine: 'numbers of lines and reasons, not the lines',
  population_figure: places,
  privacy_setting: rules,
  recovery_code: secret,
  retention_hold_fact: 'what is held, by keys of things',
  retention_run: counts,
  rule_setting: rules,
  run: 'counts and settings of a mapping',
  run_comparison: machine,
  run_event: machine,
  run_stage: machine,
  run_upload: machine,
  schema_migration: machine,
  schema_migration_lock: machine,
  second_factor: secret,
  session: staff,
  sign_in_guard: secret,
  sign_in_step: secret,
  tariff: rules,
  upload: 'files as they came; what is in them is in the results, and the files go after 90 days',
  village_result: counts,
};
