import type { FigureAreaRow } from '@jangkau/store';

/**
 * Members whose village lies outside the branch are few and far apart: in what leaves the office they are told
 * together with those without a village, as one row of each level.
 */
export function foldOutside(rows: readonly FigureAreaRow[]): FigureAreaRow[] {
  const branch = new Set(rows.filter((row) => (row.population ?? 0) > 0).map((row) => row.code.slice(0, 5)));
  const isOutside = ({ code }: FigureAreaRow) => !branch.has(code.slice(0, 5));
  const outside = rows.filter((row) => row.code !== '' && isOutside(row));
  if (branch.size === 0 || outside.length === 0) return [...rows];
  return rows
    .filter((row) => row.code === '' || !isOutside(row))
    .map((row) =>
      row.code === ''
        ? {
            ...row,
            members: outside.reduce((sum, { members }) => sum + members, row.members),
            active: outside.reduce((sum, { active }) => sum + active, row.active),
            residual: outside.reduce((sum, { residual }) => sum + (residual ?? 0), row.residual ?? 0),
            segments: {},
          }
        : row,
    );
}
