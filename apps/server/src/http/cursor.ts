import { createHash } from 'node:crypto';
import { ApiProblem } from './api-problem.ts';

/**
 * Cursors hold keys of rows, never names or numbers of people, and a mark of the list they belong to: used
 * with other filters they are refused instead of giving a page from the middle of nowhere.
 */
export function encodeCursor(list: unknown, keys: readonly number[]): string {
  return Buffer.from(JSON.stringify([mark(list), ...keys])).toString('base64url');
}

/** @throws ApiProblem bad-cursor */
export function decodeCursor(list: unknown, cursor: string | undefined): number[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const [of, ...keys] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as [
      string,
      ...number[],
    ];
    if (of === mark(list) && keys.length > 0 && keys.every(Number.isSafeInteger)) return keys;
  } catch {
    // Not one of ours.
  }
  throw new ApiProblem('bad-cursor');
}

function mark(list: unknown): string {
  return createHash('sha256').update(JSON.stringify(list)).digest('base64url').slice(0, 10);
}
