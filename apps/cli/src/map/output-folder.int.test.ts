import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CommandFailure } from '../terminal/exit-code.ts';
import { prepareOutputFolder } from './output-folder.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jangkau-out-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test('makes the folder with all above it, and is content when it is there', async () => {
  await prepareOutputFolder(join(root, 'a', 'b', 'c'));
  await prepareOutputFolder(join(root, 'a', 'b', 'c'));
  expect(existsSync(join(root, 'a', 'b', 'c'))).toBe(true);
});

test.each(['file/inside', '/proc/nothing/here'])('says that %s cannot be used', async (path) => {
  writeFileSync(join(root, 'file'), '');
  const folder = path.startsWith('/') ? path : join(root, path);
  const failure = await prepareOutputFolder(folder).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(CommandFailure);
  expect(failure).toMatchObject({ exitCode: 4 });
});
