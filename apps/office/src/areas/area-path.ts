import type { Area, AreaLevel } from '@jangkau/contracts';

/** The level below, for the drill from regency to village; null below a village. */
export function levelBelow(level: AreaLevel | null): 'regency' | 'district' | 'village' | null {
  if (level === null || level === 'province') return 'regency';
  if (level === 'regency') return 'district';
  return level === 'district' ? 'village' : null;
}

/** The level a dotted code names: 51.71.01 is a district. */
export function levelOf(code: string): AreaLevel {
  const parts = code.split('.').length;
  return (['province', 'regency', 'district', 'village'] as const)[parts - 1] ?? 'village';
}

/** A dotted code and all that hold it from the regency down: 51.71.01 -> 51.71, 51.71.01. */
export function pathTo(code: string): string[] {
  const parts = code.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 2).join('.'));
}

/** The area one level up; null for a province. */
export function parentOf(code: string): string | null {
  const end = code.lastIndexOf('.');
  return end < 0 ? null : code.slice(0, end);
}

/** True when the code is the area or lies in it. */
export function liesIn(code: string, area: string | null): boolean {
  return area === null || code === area || code.startsWith(`${area}.`);
}

/** The child of an area on the way to a village inside it. */
export function childTowards(village: string, area: string | null): string {
  const depth = area === null ? 2 : area.split('.').length + 1;
  return village.split('.').slice(0, Math.max(depth, 2)).join('.');
}

/** Names by code. */
export function namesOf(areas: readonly Area[]): Map<string, string> {
  return new Map(areas.map((area) => [area.code, area.name]));
}
