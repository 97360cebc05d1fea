/** The NIK, as SATUSEHAT has it. */
export const nikSystem = 'https://fhir.kemkes.go.id/id/nik';
/** The card number. No system of it is official: this is the one we write. */
export const cardSystem = 'https://fhir.kemkes.go.id/id/bpjs-kesehatan';
/** Ways in which others write the system of a card number. */
const cardSystems = new Set([
  cardSystem,
  'https://fhir.kemkes.go.id/id/bpjs',
  'https://fhir.kemkes.go.id/id/bpjs-kartu',
  'https://bpjs-kesehatan.go.id/id/no-kartu',
  'urn:jangkau:no-kartu',
]);
/** Where our own codes and extensions live. */
export const ownSpace = 'urn:jangkau:fhir';

/** Whom an identifier names; without a system its length tells. Undefined when it is neither a NIK nor a card number. */
export function whomOf(identifier: {
  system?: string | undefined;
  value?: string | undefined;
}): { nik: string } | { card: string } | undefined {
  const value = (identifier.value ?? '').replace(/[\s.-]/g, '');
  const system = (identifier.system ?? '')
    .trim()
    .toLowerCase()
    .replace(/^http:/, 'https:')
    .replace(/\/$/, '');
  if ((system === '' || system === nikSystem) && /^\d{16}$/.test(value)) return { nik: value };
  if ((system === '' || cardSystems.has(system)) && /^\d{13}$/.test(value)) return { card: value };
  return undefined;
}
