import { expect, test } from 'vitest';
import { problemOf } from './call.ts';
import { describeFailure } from './describe-failure.ts';
import { ApiProblem, Unreachable } from './failures.ts';

const document = {
  type: 'urn:jangkau:problem:run-busy',
  title: 'Run busy',
  status: 409,
  code: 'run-busy',
  message: 'Pemetaan lain sedang berjalan.',
  requestId: 'r-1',
};

test('shows the words of the problem document and what to do', async () => {
  const problem = await problemOf({ status: 409, text: async () => JSON.stringify(document) });
  const words = describeFailure(problem, 'id');
  expect(words.detail).toBe('Pemetaan lain sedang berjalan.');
  expect(words.advice).toContain('Tunggu sampai');
  expect(words.reference).toBe('r-1');
});

test('makes do with the status when a proxy answers with a page', async () => {
  const problem = await problemOf({ status: 502, text: async () => '<html>bad gateway</html>' });
  expect(problem).toBeInstanceOf(ApiProblem);
  expect(describeFailure(problem, 'id').advice).toContain('Coba lagi');
});

test('a wrong password is to be corrected, not signed in about', () => {
  const problem = { ...document, status: 401, code: 'wrong-credentials' };
  expect(describeFailure(new ApiProblem(401, problem), 'id').advice).toContain('Perbaiki');
});

test('says that nobody answered', () => {
  expect(describeFailure(new Unreachable(), 'en').title).toBe('The server does not answer');
});
