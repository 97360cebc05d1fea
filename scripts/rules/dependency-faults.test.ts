import { expect, test } from 'vitest';
import { dependencyFaults } from './dependency-faults.ts';
import { parseSource } from './source-file.ts';

const faults = (...files: [path: string, text: string][]): string[] =>
  dependencyFaults(files.map(([path, text]) => parseSource(path, text)));

test('arrows point down', () => {
  expect(faults(['packages/petakan/src/a.ts', "import { Engine } from '@jangkau/linkage';"])).toEqual([]);
  expect(faults(['packages/linkage/src/a.ts', "import type { X } from '@jangkau/petakan';"])).toHaveLength(1);
  expect(faults(['packages/kernel/src/a.ts', "export * from '@jangkau/names';"])).toHaveLength(1);
  expect(faults(['packages/store/src/a.ts', "const m = await import('@jangkau/server');"])).toHaveLength(1);
  expect(faults(['packages/linkage/src/a.test.ts', "import { demo } from '@jangkau/demo';"])).toEqual([]);
});

test('a package is entered by its name, not by a path', () => {
  expect(faults(['packages/petakan/src/a.ts', "import '../../linkage/src/index.ts';"])).toHaveLength(1);
  expect(faults(['packages/petakan/src/run/a.ts', "import '../b.ts';"])).toEqual([]);
});

test('outside packages with one owner', () => {
  expect(faults(['packages/store/src/a.ts', "import pg from 'pg';"])).toEqual([]);
  expect(faults(['apps/server/src/a.ts', "import pg from 'pg';"])).toEqual([
    'apps/server/src/a.ts: imports pg; only store may',
  ]);
  expect(faults(['apps/cli/src/a.ts', "import { DuckDBInstance } from '@duckdb/node-api';"])).toHaveLength(1);
  expect(faults(['apps/cli/src/a.ts', "import Fastify from 'fastify';"])).toHaveLength(1);
});

test('pure packages touch neither the machine, the clock nor chance', () => {
  expect(faults(['packages/names/src/a.ts', "import { readFileSync } from 'node:fs';"])).toHaveLength(1);
  expect(faults(['packages/kernel/src/a.ts', 'export const now = () => new Date();'])).toHaveLength(1);
  expect(faults(['packages/linkage/src/a.ts', 'export const x = Math.random() + Date.now();'])).toHaveLength(
    2,
  );
  expect(faults(['packages/linkage/src/a.test.ts', 'export const x = Math.random();'])).toEqual([]);
  expect(faults(['packages/demo/src/a.ts', 'export const day = new Date(0).getUTCDay();'])).toEqual([]);
  expect(faults(['packages/kernel/src/a.ts', 'export const day = new Date(0).getUTCDay();'])).toHaveLength(1);
  expect(faults(['packages/kernel/src/a.ts', 'export type T = { date: Date }; // new Date'])).toEqual([]);
});

test('circles are reported, types alone make none', () => {
  const b = "import { a } from './a.ts'; export const b = 1;";
  expect(
    faults(['packages/names/src/a.ts', "import { b } from './b.ts';"], ['packages/names/src/b.ts', b]),
  ).toEqual(['circle: packages/names/src/a.ts -> packages/names/src/b.ts -> packages/names/src/a.ts']);
  expect(
    faults(['packages/names/src/a.ts', "import type { b } from './b.ts';"], ['packages/names/src/b.ts', b]),
  ).toEqual([]);
});

test('a package that nobody has placed in the house', () => {
  expect(faults(['packages/new-idea/src/a.ts', 'export {};'])).toHaveLength(1);
});
