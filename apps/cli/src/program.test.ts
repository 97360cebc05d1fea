import { Problem } from '@jangkau/kernel';
import { expect, test } from 'vitest';
import { buildProgram } from './program.ts';
import { CommandFailure, exitCodeOf } from './terminal/exit-code.ts';
import { errorText } from './terminal/report-error.ts';

async function failure(...args: string[]): Promise<unknown> {
  const program = buildProgram();
  for (const command of [program, ...program.commands])
    command.configureOutput({ writeOut: () => {}, writeErr: () => {} });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    return error;
  }
  throw new Error('expected a failure');
}

test('wrong commands and options end with code 2 and say why in both languages', async () => {
  const cases = [
    { args: ['mapp'], text: "perintah 'mapp' tidak dikenal" },
    { args: ['map', '--residents', 'a.csv'], text: 'wajib diisi' },
    {
      args: ['map', '--residents', 'a', '--members', 'b', '--out', 'c', '--wrong'],
      text: "pilihan '--wrong' tidak dikenal",
    },
    {
      args: ['map', '--residents', 'a', '--members', 'b', '--out', 'c', '--threshold', '2'],
      text: 'Harus angka dari 0 sampai 1',
    },
  ];
  for (const { args, text } of cases) {
    const error = await failure(...args);
    expect(exitCodeOf(error), args.join(' ')).toBe(2);
    expect(errorText(error)).toContain(text);
    expect(errorText(error)).toContain('Wrong: ');
  }
});

test('help ends with code 0 and lists the commands and exit codes', async () => {
  const error = await failure('--help');
  expect(exitCodeOf(error)).toBe(0);
  expect(errorText(error)).toBe('');
  const help = buildProgram().helpInformation();
  for (const word of ['map', 'explain', 'demo', 'areas', 'quote', 'serve', 'Perintah / commands:'])
    expect(help).toContain(word);
});

test('every failure has its exit code', () => {
  expect(exitCodeOf(new Problem('file-empty', { file: 'a.csv' }))).toBe(3);
  expect(exitCodeOf(new Problem('setting-invalid', { setting: 'village' }))).toBe(2);
  expect(exitCodeOf(new Problem('field-missing', { field: 'asOf' }))).toBe(2);
  expect(exitCodeOf(new Problem('run-cancelled'))).toBe(130);
  expect(exitCodeOf(new CommandFailure(4, 'a', 'b'))).toBe(4);
  expect(exitCodeOf(new Error('bug'))).toBe(1);
});

test('problems are told without internals, unexpected errors with them', () => {
  expect(errorText(new Problem('file-empty', { file: 'a.csv' }))).toBe(
    'Berkas a.csv tidak berisi data.\nFile a.csv has no rows.\n',
  );
  expect(errorText(new Error('bug'))).toContain('Error: bug');
});
