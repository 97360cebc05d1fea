import { expect, test } from 'vitest';
import { isProblem, Problem } from './problem.ts';
import { type ProblemKind, problemCatalogue } from './problem-catalogue.ts';

test('fills its messages and carries a status', () => {
  const problem = new Problem('column-missing', { file: 'warga.csv', column: 'nama' });
  expect(problem.messageId).toBe('Berkas warga.csv tidak memiliki kolom nama.');
  expect(problem.message).toBe('File warga.csv has no column nama.');
  expect(problem.status).toBe(422);
  expect(isProblem(problem, 'column-missing')).toBe(true);
  expect(isProblem(problem, 'internal')).toBe(false);
  expect(isProblem(new Error('x'))).toBe(false);
});

test('keeps its cause', () => {
  const cause = new Error('disk');
  expect(new Problem('internal', {}, { cause }).cause).toBe(cause);
});

test.each(Object.entries(problemCatalogue as Record<string, ProblemKind>))(
  '%s says the same in both languages',
  (_, kind) => {
    const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();
    expect(places(kind.id)).toEqual(places(kind.en));
    expect(kind.status).toBeGreaterThanOrEqual(400);
    expect(kind.status).toBeLessThan(600);
  },
);
