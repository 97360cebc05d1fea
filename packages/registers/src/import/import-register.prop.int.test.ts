import { Engine } from '@jangkau/linkage';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RegisterFileError } from '../register-file-error.ts';
import { delimitedLines, madeUpPeople } from '../test-files/made-up-people.ts';
import { TempFolder } from '../test-files/temp-folder.ts';
import type { ImportResult } from './import-options.ts';
import { importRegister } from './import-register.ts';

let engine: Engine;
const folder = new TempFolder();
beforeAll(async () => {
  engine = await Engine.open({ threads: 1 });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

interface Imported {
  result: ImportResult;
  /** All text of both tables. */
  text: string;
}

/** Imports a file; undefined when it was refused with a clear error. */
async function imported(path: string): Promise<Imported | undefined> {
  try {
    const result = await importRegister(engine, {
      table: 'people',
      kind: 'residents',
      files: [path],
      today: '2026-11-21',
    });
    const used = await engine.rows('SELECT * FROM people');
    const setAside = await engine.rows('SELECT * FROM people_quarantine');
    expect(result.rowsUsed).toBe(used.length);
    expect(result.rowsQuarantined).toBe(setAside.length);
    expect(result.rowsIn).toBe(used.length + setAside.length);
    return { result, text: JSON.stringify([used, setAside]) };
  } catch (error) {
    expect(error).toBeInstanceOf(RegisterFileError);
    expect((error as RegisterFileError).code).not.toBe('engine-failed');
    expect((error as RegisterFileError).code).not.toBe('not-reconciled');
    return undefined;
  }
}

test('any bytes are imported completely or refused with a clear error', async () => {
  const pieces = fc.constantFrom(
    'nama',
    'nik',
    ',',
    ';',
    '\t',
    '"',
    '\n',
    '\r\n',
    '\r',
    '\0',
    '5171014507900000',
    'é',
    '=1+1',
    ' ',
  );
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 400 }),
    fc.array(pieces, { maxLength: 120 }).map((parts) => new Uint8Array(Buffer.from(parts.join('')))),
    fc
      .tuple(fc.constant('nama,nik\n'), fc.uint8Array({ maxLength: 200 }))
      .map(([head, tail]) => new Uint8Array(Buffer.concat([Buffer.from(head), tail]))),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      await imported(folder.write('bytes.csv', content));
    }),
    { numRuns: 80, seed: 1 },
  );
}, 60_000);

test('however a file is damaged, every row is used or set aside', async () => {
  const lines = delimitedLines(madeUpPeople(25));
  const damage = fc.record({
    line: fc.integer({ min: 1, max: 25 }),
    at: fc.integer({ min: 0, max: 150 }),
    put: fc.constantFrom(
      '"',
      '""',
      ',',
      '\n',
      '\r',
      '\r\n',
      '\0',
      '\xff',
      ';',
      '"\n"',
      "'",
      '\u00a0',
      '",',
      ',"',
      'x'.repeat(50),
      '\n\n',
      ',,,,,,,,,,,,',
    ),
    drop: fc.integer({ min: 0, max: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(damage, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n', '\r\n'),
      async (damages, lineEnd) => {
        const damaged = [...lines];
        for (const { line, at, put, drop } of damages) {
          const text = damaged[line] as string;
          // The number of the row in front stays, so that the row can be found again.
          const from = Math.min(8 + at, text.length);
          damaged[line] = text.slice(0, from) + put + text.slice(from + drop);
        }
        const found = await imported(
          folder.write('damaged.csv', Buffer.from(damaged.join(lineEnd), 'latin1')),
        );
        for (let n = 1; n <= 25; n++) expect(found?.text).toContain(`P${String(n).padStart(6, '0')}`);
      },
    ),
    { numRuns: 120, seed: 2 },
  );
}, 60_000);
