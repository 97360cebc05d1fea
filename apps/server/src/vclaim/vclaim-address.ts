import type { FastifyRequest } from 'fastify';
import { VclaimRefusal } from './vclaim-answer.ts';

/** Addresses in all the ways clients spell them: one choice for each part. */
export function spellings(...parts: readonly (readonly string[])[]): string[] {
  return parts.reduce<string[]>(
    (urls, part) => urls.flatMap((url) => part.map((one) => `${url}/${one}`)),
    [''],
  );
}

export function paramsOf(request: FastifyRequest): Record<string, string | undefined> {
  return request.params as Record<string, string | undefined>;
}

/** What people and programs put between digits; a plus sign is a space to some. */
const between = /[\s.+-]/g;

/** A card number, however it is spaced. @throws VclaimRefusal in words that do not repeat it */
export function cardOf(text = ''): string {
  const digits = text.replace(between, '');
  if (!/^\d{13}$/.test(digits)) throw new VclaimRefusal('Nomor kartu tidak sesuai: harus 13 digit angka');
  return digits;
}

/** A NIK, however it is spaced. @throws VclaimRefusal in words that do not repeat it */
export function nikOf(text = ''): string {
  const digits = text.replace(between, '');
  if (!/^\d{16}$/.test(digits)) throw new VclaimRefusal('NIK tidak sesuai: harus 16 digit angka');
  return digits;
}
