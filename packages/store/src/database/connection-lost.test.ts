import { expect, test } from 'vitest';
import { isConnectionLost } from './connection-lost.ts';

const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test('a PostgreSQL that is gone is told apart from a statement that is wrong', () => {
  expect(isConnectionLost(failed('connect', { code: 'ECONNREFUSED' }))).toBe(true);
  expect(isConnectionLost(failed('connect', { code: 'ENOENT', syscall: 'connect' }))).toBe(true);
  expect(isConnectionLost(failed('terminating connection', { code: '57P01' }))).toBe(true);
  expect(isConnectionLost(failed('Connection terminated unexpectedly'))).toBe(true);
  expect(isConnectionLost(new Error('load failed', { cause: failed('x', { code: '08006' }) }))).toBe(true);
  expect(isConnectionLost(failed('open', { code: 'ENOENT', syscall: 'open' }))).toBe(false);
  expect(isConnectionLost(failed('canceled by timeout', { code: '57014' }))).toBe(false);
  expect(isConnectionLost('57P01')).toBe(false);
});
