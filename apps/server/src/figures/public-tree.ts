import { suppressSmallCells } from '@jangkau/privacy';
import type { FigureAreaRow } from '@jangkau/store';

/** Members and active members of an area as anybody may see them. */
export interface ShownCounts {
  members: number | null;
  active: number | null;
}

const lengths = [0, 5, 8, 13] as const;

/**
 * What may be shown of every area of a branch, from the top down: in each table of areas that lie in one, counts under
 * five are hidden with as many others as it takes (packages/privacy); what is hidden of an area is hidden of
 * everything in it, or its parts would give it away. By code; what has no known village is under `${parent}/`.
 */
export function publicTree(branch: ShownCounts, rows: readonly FigureAreaRow[]): Map<string, ShownCounts> {
  const shown = new Map<string, ShownCounts>([['', branch]]);
  const below = (parent: string, depth: number): void => {
    const length = lengths[depth];
    const level = (['branch', 'regency', 'district', 'village'] as const)[depth];
    if (length === undefined) return;
    const children = rows.filter(
      (row) => row.level === level && (parent === '' ? true : row.code.startsWith(`${parent}.`)),
    );
    const parentShown = shown.get(parent) ?? { members: null, active: null };
    const published = suppressSmallCells(
      children.map((row) => ({ key: row.code, whole: row.members, parts: { active: row.active } })),
      ['active'],
    );
    for (const [i, child] of children.entries()) {
      const cell = published.rows[i];
      const members = parentShown.members === null ? null : (cell?.whole ?? null);
      const active = members === null || parentShown.active === null ? null : (cell?.parts.active ?? null);
      const key = child.code === '' ? `${parent}/` : child.code;
      shown.set(key, { members, active });
      if (child.code !== '') below(child.code, depth + 1);
    }
  };
  below('', 1);
  return shown;
}
