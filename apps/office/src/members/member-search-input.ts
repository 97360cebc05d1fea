import type { routes } from '@jangkau/contracts';
import type { z } from 'zod';

/** What the members route searches for. */
export type MemberSearch = z.input<(typeof routes)['searchMembers']['body']>['search'];

const SHORTEST_NAME = 2;

/**
 * Reads one search box: 16 digits are a NIK, 13 a card, a number that begins with 08 or 62 a phone, everything
 * else words of a name. Spaces, dots and dashes inside a number do not count. Undefined when it is too short
 * or a number nobody has.
 */
export function readMemberSearch(typed: string): MemberSearch | undefined {
  const text = typed.trim();
  const digits = text.replace(/[\s.\-()+]/g, '');
  if (!/^\d+$/.test(digits)) return text.length >= SHORTEST_NAME ? { name: text } : undefined;
  const phone = digits.replace(/^62/, '0');
  if (/^08\d{7,12}$/.test(phone)) return { phone };
  if (digits.length === 16) return { nik: digits };
  if (digits.length === 13) return { card: digits };
  return undefined;
}
