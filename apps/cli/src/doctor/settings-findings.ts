import { type Finding, fine, problem, warning } from './finding.ts';

/**
 * Settings that cannot be used, and names that look like one of ours but are not read: a setting with a
 * slip in its name is silently without effect.
 */
export function settingsFindings(
  environment: Record<string, string | undefined>,
  known: readonly string[],
  fault: string | undefined,
): Finding[] {
  const findings: Finding[] = [];
  if (fault !== undefined)
    findings.push(
      problem(
        'settings',
        [`Pengaturan tidak sah: ${fault}`, `Invalid settings: ${fault}`],
        [
          'Perbaiki nilainya; daftar pengaturan ada di docs/runbook.md.',
          'Correct the value; docs/runbook.md lists the settings.',
        ],
      ),
    );
  for (const name of Object.keys(environment).sort()) {
    if (known.includes(name) || internal.has(name)) continue;
    const near = known
      .map((one) => ({ one, distance: editDistance(name.toUpperCase(), one) }))
      .sort((a, b) => a.distance - b.distance)[0];
    const close = near !== undefined && near.distance <= 2 && name.length > 6;
    if (!name.startsWith('JANGKAU_') && !close) continue;
    const meant = near && near.distance <= 4 ? near.one : undefined;
    findings.push(
      warning(
        'settings',
        [`Variabel ${name} tidak dikenal dan diabaikan.`, `Variable ${name} is not known and ignored.`],
        [
          meant ? `Mungkin maksudnya ${meant}.` : 'Hapus, atau lihat daftar di docs/runbook.md.',
          meant ? `Did you mean ${meant}?` : 'Remove it, or see the list in docs/runbook.md.',
        ],
      ),
    );
  }
  return findings.length > 0
    ? findings
    : [fine('settings', 'Semua pengaturan dikenal.', 'All settings are understood.')];
}

/** Set by the tests of the repository themselves. */
const internal = new Set(['JANGKAU_TEST_POSTGRES']);

/** Letters to put in, take out, change or swap to get from one word to the other. */
export function editDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    rows[i] = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      (rows[i] as number[])[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
  }
  return at(a.length, b.length);
}
