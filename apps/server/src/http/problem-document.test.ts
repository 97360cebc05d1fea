import { Problem } from '@jangkau/kernel';
import { describe, expect, test } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { problemDocument, readLanguage } from './problem-document.ts';

describe('language', () => {
  test.each([
    [undefined, 'id'],
    ['', 'id'],
    ['en', 'en'],
    ['en-US,en;q=0.9', 'en'],
    ['id-ID,id;q=0.9,en;q=0.8', 'id'],
    ['fr,en;q=0.5', 'en'],
    ['en;q=0.2,id;q=0.7', 'id'],
    ['fr', 'id'],
    ['en;q=0', 'id'],
  ])('%s -> %s', (header, language) => {
    expect(readLanguage(header)).toBe(language);
  });
});

test('what is not in a catalogue says nothing of the inside', () => {
  const document = problemDocument(new Error('relation "person" does not exist'), 'en', 'r1');
  expect(document).toMatchObject({ code: 'internal', status: 500, requestId: 'r1' });
  expect(JSON.stringify(document)).not.toContain('relation');
});

test('a problem of the kernel keeps its code, status and words', () => {
  expect(problemDocument(new Problem('run-cancelled'), 'id')).toMatchObject({
    code: 'run-cancelled',
    status: 409,
  });
});

test('a statement that took too long is told apart', () => {
  expect(problemDocument(Object.assign(new Error('x'), { code: '57014' }), 'id').code).toBe('query-too-slow');
  expect(problemDocument(Object.assign(new Error('x'), { code: '55P03' }), 'id').code).toBe('books-held');
});

test('both languages of one problem', () => {
  const problem = new ApiProblem('run-not-found');
  expect(problemDocument(problem, 'id').message).not.toBe(problemDocument(problem, 'en').message);
});
