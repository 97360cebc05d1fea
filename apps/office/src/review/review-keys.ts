export type ReviewAction = 'same' | 'different' | 'unsure' | 'undo' | 'next' | 'previous' | 'help';

const KEYS: Record<string, ReviewAction> = {
  s: 'same',
  b: 'different',
  r: 'unsure',
  u: 'undo',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
  '?': 'help',
};

interface KeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  /** True while the reader writes in a field. */
  typing: boolean;
}

/** What a key means during review: S sama, B beda, R ragu, U urung. Combinations belong to the browser. */
export function reviewAction({ key, ctrlKey, metaKey, altKey, typing }: KeyPress): ReviewAction | null {
  if (ctrlKey || metaKey || altKey || typing) return null;
  return KEYS[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
