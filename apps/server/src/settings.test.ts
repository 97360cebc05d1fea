import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './settings.ts';

test('without any variable it is the demo on this machine', () => {
  const settings = readSettings({});
  expect(settings).toMatchObject({
    port: 4800,
    host: '127.0.0.1',
    demoResidents: 168_820,
    timeZone: 'Asia/Makassar',
  });
  expect(path.isAbsolute(settings.dataDir)).toBe(true);
  expect(settings.databaseUrl).toBeUndefined();
});

test('an empty variable is one that was not set', () => {
  expect(readSettings({ DATABASE_URL: '', PORT: '' })).toMatchObject({ databaseUrl: undefined, port: 4800 });
});

test('every variable that cannot be used is named', () => {
  expect(() => readSettings({ PORT: 'x', JANGKAU_TIME_ZONE: 'Bali/Kuta' })).toThrow(
    /PORT.*JANGKAU_TIME_ZONE/,
  );
});
