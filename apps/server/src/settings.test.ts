import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readSettings, settingNames } from './settings.ts';

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

test('a real WhatsApp channel names what it lacks; the simulator needs nothing', () => {
  const channel = {
    JANGKAU_WHATSAPP_BASE_URL: 'https://graph.facebook.com',
    JANGKAU_WHATSAPP_PHONE_NUMBER_ID: '123456789',
    JANGKAU_WHATSAPP_TOKEN: 'a'.repeat(20),
    JANGKAU_WHATSAPP_APP_SECRET: 'b'.repeat(20),
    JANGKAU_WHATSAPP_VERIFY_TOKEN: 'c'.repeat(20),
  };
  expect(() => readSettings(channel)).toThrow(/BASE_URL needs JANGKAU_WHATSAPP_ACCOUNT_ID$/);
  const whole = readSettings({ ...channel, JANGKAU_WHATSAPP_ACCOUNT_ID: '987654321' });
  expect(whole.whatsapp.accountId).toBe('987654321');
  expect(readSettings({}).whatsapp.accountId).toBeUndefined();
});

test('the README lists every variable', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  expect(settingNames.filter((name) => !readme.includes(`\`${name}\``))).toEqual([]);
});
