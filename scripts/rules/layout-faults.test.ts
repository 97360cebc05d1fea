import { expect, test } from 'vitest';
import { layoutFaults } from './layout-faults.ts';
import { parseSource } from './source-file.ts';

const faults = (path: string, text = 'export {};\n'): string[] => layoutFaults([parseSource(path, text)]);

test('names that say nothing are refused', () => {
  expect(faults('packages/kernel/src/utils/nik.ts')).toHaveLength(1);
  expect(faults('packages/kernel/src/string-helpers.ts')).toEqual([]);
  expect(faults('packages/kernel/src/helpers.ts')).toHaveLength(1);
  expect(faults('packages/kernel/src/nik.prop.test.ts')).toEqual([]);
});

test('file names are kebab-case', () => {
  expect(faults('packages/kernel/src/AreaCode.ts')).toHaveLength(1);
});

test('long files and put-off work are refused', () => {
  expect(faults('packages/kernel/src/nik.ts', 'export {};\n'.repeat(501))).toHaveLength(1);
  expect(faults('packages/kernel/src/nik.ts', `// ${'TO'}${'DO'} later\nexport {};\n`)).toHaveLength(1);
});
