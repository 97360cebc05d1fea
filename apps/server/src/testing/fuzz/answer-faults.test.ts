import { expect, test } from 'vitest';
import { answerFaults } from './answer-faults.ts';

const problem = (text: string, status = 400) => ({
  status,
  headers: { 'content-type': 'application/problem+json; charset=utf-8' },
  text: JSON.stringify({ type: 'urn:x', title: 'x', status, code: 'x', message: 'x', detail: text }),
});

test.each([
  ['a crash', problem('x', 500)],
  ['a stack', problem('at work (/srv/app/x.ts:12:3)')],
  ['SQL', problem('SELECT name FROM officer')],
  ['a constraint', problem('new row violates check constraint "x"')],
  ['a place', problem('no such file /home/jangkau/data')],
  ['a library', problem('FST_ERR_VALIDATION')],
  ['an error that is a page', { status: 404, headers: { 'content-type': 'text/html' }, text: '<h1>x</h1>' }],
  ['a formula', { status: 200, headers: { 'content-type': 'text/csv' }, text: 'nama\r\n=1+1\r\n' }],
  ['half a JSON', { status: 200, headers: { 'content-type': 'application/json' }, text: '{"a":' }],
])('%s is a fault', (_, answer) => {
  expect(answerFaults(answer, [])).not.toEqual([]);
});

test('what was asked may be said again, and a refusal in words is none', () => {
  const said = "'; DROP TABLE x; SELECT a FROM b";
  expect(answerFaults(problem(`not an area: ${said}`), [said])).toEqual([]);
  expect(answerFaults(problem('area-not-found', 404), [])).toEqual([]);
});
