import type { FigureAreaRow } from '@jangkau/store';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publicTree } from './public-tree.ts';

const counts = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  .map(([a, b]) => ({ members: Math.max(a, b), active: Math.min(a, b) }));
const village = (code: string) => counts.map((own) => ({ code, ...own }));
/** Two regencies of two districts of one to three villages. */
const branch = fc
  .tuple(
    ...['51.71.01', '51.71.02', '51.03.01', '51.03.02'].map((district) =>
      fc
        .integer({ min: 1, max: 3 })
        .chain((n) => fc.tuple(...Array.from({ length: n }, (_, i) => village(`${district}.200${i + 1}`)))),
    ),
  )
  .map((districts) => districts.flat());

function rowsOf(villages: { code: string; members: number; active: number }[]): FigureAreaRow[] {
  const levels = [
    ['regency', 5],
    ['district', 8],
    ['village', 13],
  ] as const;
  return levels.flatMap(([level, length]) => {
    const codes = [...new Set(villages.map(({ code }) => code.slice(0, length)))].sort();
    return codes.map((code) => {
      const own = villages.filter((one) => one.code.startsWith(code));
      const sum = (of: 'members' | 'active') => own.reduce((total, one) => total + one[of], 0);
      const [members, active] = [sum('members'), sum('active')];
      return { code, name: code, level, members, active } as FigureAreaRow;
    });
  });
}

test('what is shown is true, not small, and leaves no small remainder', () => {
  fc.assert(
    fc.property(branch, (villages) => {
      const rows = rowsOf(villages);
      const tree = publicTree({ members: 1000, active: 900 }, rows);
      for (const row of rows) {
        const { members, active } = tree.get(row.code) ?? { members: null, active: null };
        if (members !== null) expect(members).toBe(row.members);
        if (members !== null) expect(members).toBeGreaterThanOrEqual(5);
        if (active === null || members === null) continue;
        expect(active).toBe(row.active);
        expect(active).toBeGreaterThanOrEqual(5);
        expect(members - active).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

test('what is hidden of an area is hidden of everything in it', () => {
  fc.assert(
    fc.property(branch, (villages) => {
      const rows = rowsOf(villages);
      const tree = publicTree({ members: 1000, active: 900 }, rows);
      for (const [code, shown] of tree)
        for (const [inside, its] of tree)
          if (code !== '' && inside.startsWith(`${code}.`)) {
            if (shown.members === null) expect(its).toEqual({ members: null, active: null });
            if (shown.active === null) expect(its.active).toBeNull();
          }
    }),
  );
});

test('one hidden count among shown ones cannot be had by taking them from their sum', () => {
  fc.assert(
    fc.property(branch, (villages) => {
      const rows = rowsOf(villages);
      const tree = publicTree({ members: 1000, active: 900 }, rows);
      for (const parent of rows.filter(({ level }) => level !== 'village')) {
        const own = tree.get(parent.code);
        const children = rows.filter(
          (row) =>
            row.code.startsWith(`${parent.code}.`) &&
            row.code.length === parent.code.length + (parent.level === 'regency' ? 3 : 5),
        );
        for (const part of ['members', 'active'] as const) {
          const hidden = children.filter((child) => tree.get(child.code)?.[part] === null);
          if (own?.[part] !== null && children.length > 1) expect(hidden).not.toHaveLength(1);
        }
      }
    }),
  );
});
