import { Problem } from './problem.ts';

declare const areaCodeBrand: unique symbol;

/**
 * Code of an administrative area as published by Kemendagri, dotted: 'PP' province, 'PP.KK' regency or
 * city, 'PP.KK.CC' district, 'PP.KK.CC.DDDD' village. Codes stay when names drift, so join on the code.
 */
export type AreaCode = string & { readonly [areaCodeBrand]: true };

/** Level of an area, from the largest to the smallest. */
export type AreaLevel = 'province' | 'regency' | 'district' | 'village';

const levels = new Map<number, AreaLevel>([
  [2, 'province'],
  [5, 'regency'],
  [8, 'district'],
  [13, 'village'],
]);
const lengths: Record<AreaLevel, number> = { province: 2, regency: 5, district: 8, village: 13 };
const dotted = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
const undotted = /^\d{2}(\d{2}(\d{2}(\d{4})?)?)?$/;

/**
 * Reads an area code, dotted ('51.71.01.1001') or not ('5171011001'), with or without space around it.
 * @throws Problem 'area-code-invalid'
 */
export function parseAreaCode(text: string): AreaCode {
  const trimmed = text.trim();
  const code = undotted.test(trimmed) ? addDots(trimmed) : trimmed;
  if (!isAreaCode(code)) throw new Problem('area-code-invalid', { value: trimmed });
  return code;
}

/** True for a dotted area code of any level. No part may be zero. */
export function isAreaCode(text: string): text is AreaCode {
  return dotted.test(text) && !text.split('.').some((part) => Number(part) === 0);
}

/** Level of an area code. */
export function areaLevel(code: AreaCode): AreaLevel {
  return levels.get(code.length) as AreaLevel;
}

/** The area one level up; undefined for a province. */
export function areaParent(code: AreaCode): AreaCode | undefined {
  const end = code.lastIndexOf('.');
  return end < 0 ? undefined : (code.slice(0, end) as AreaCode);
}

/** All areas above this one, the nearest first. */
export function areaAncestors(code: AreaCode): AreaCode[] {
  const parent = areaParent(code);
  return parent === undefined ? [] : [parent, ...areaAncestors(parent)];
}

/** The area of the given level that holds this one (or is it); undefined when this one is larger. */
export function areaAt(code: AreaCode, level: AreaLevel): AreaCode | undefined {
  const length = lengths[level];
  return code.length < length ? undefined : (code.slice(0, length) as AreaCode);
}

/** True when `code` is `area` or lies inside it. */
export function isWithin(code: AreaCode, area: AreaCode): boolean {
  return code === area || code.startsWith(`${area}.`);
}

/** True for a kelurahan (urban village): the village part starts with 1; a desa starts with 2. */
export function isKelurahan(code: AreaCode): boolean {
  return areaLevel(code) === 'village' && code[9] === '1';
}

/** True for a city (kota): the regency part is 71 or more; a kabupaten is 69 or less. */
export function isCity(code: AreaCode): boolean {
  return code.length >= 5 && Number(code.slice(3, 5)) >= 71;
}

/** The code without dots, as NIK and many files write it. */
export function undottedAreaCode(code: AreaCode): string {
  return code.replaceAll('.', '');
}

function addDots(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)]
    .filter(Boolean)
    .join('.');
}
