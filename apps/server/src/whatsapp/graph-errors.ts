/** What to do about an error of WhatsApp. */
export type ErrorKind =
  /** Ours or theirs is busy: again, later each time. */
  | 'retry'
  /** Our credentials: again much later, and somebody must look. */
  | 'credentials'
  /** The 24 hours are over: only a template goes. */
  | 'window'
  /** This person cannot or must not be written to. */
  | 'recipient'
  /** WhatsApp holds back for this person: a day later. */
  | 'healthy-ecosystem'
  | 'content'
  | 'template'
  | 'account'
  | 'media'
  | 'unknown';

const kinds: readonly (readonly [ErrorKind, readonly number[]])[] = [
  ['retry', [130429, 131056, 80007, 4, 131000, 131016, 131057, 1, 2]],
  ['credentials', [0, 190, 10, 3]],
  ['window', [131047]],
  ['recipient', [131026, 131050, 130472, 131062, 137000]],
  ['healthy-ecosystem', [131049]],
  ['content', [100, 131008, 131009, 132000, 132001, 132005, 132007, 132012, 132068, 132069]],
  ['template', [132015, 132016]],
  ['account', [368, 131031, 131042, 130497]],
  ['media', [131051, 131052, 131053]],
];

/** Whether a code is one WhatsApp gives when it refuses: what was asked for was not done. */
export function isKnownCode(code: number | null): boolean {
  return code !== null && kinds.some(([, codes]) => codes.includes(code));
}

/** The kind of an error by its code, `is_transient` and the HTTP status. */
export function errorKind(code: number | null, { transient = false, status = 0 } = {}): ErrorKind {
  const known = kinds.find(([, codes]) => code !== null && codes.includes(code))?.[0];
  if (transient || status >= 500 || status === 429) return 'retry';
  return known ?? 'unknown';
}

/** Seconds until the next try; null: not again. */
export function retryIn(kind: ErrorKind, attempts: number): number | null {
  if (attempts >= 8) return null;
  if (kind === 'retry') return Math.min(3600, 4 * 2 ** attempts);
  if (kind === 'credentials' || kind === 'account' || kind === 'template') return 900;
  if (kind === 'healthy-ecosystem') return 26 * 3600;
  return null;
}
