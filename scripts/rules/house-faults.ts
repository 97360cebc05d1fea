import { globSync } from 'node:fs';
import { dependencyFaults } from './dependency-faults.ts';
import { layoutFaults } from './layout-faults.ts';
import { readSource, type SourceFile } from './source-file.ts';

const SOURCES = '{packages,apps,scripts,e2e,bench}/**/*.{ts,tsx,mjs}';
const SKIPPED = /(^|\/)(node_modules|dist|\.cache)(\/|$)/;

/** Reads every source file under the working directory and returns what breaks the rules of the house. */
export function houseFaults(): string[] {
  const paths = globSync(SOURCES, { exclude: (path) => SKIPPED.test(path) }).sort();
  const unreadable: string[] = [];
  const files: SourceFile[] = [];
  for (const path of paths) {
    try {
      files.push(readSource(path));
    } catch (error) {
      unreadable.push(String(error));
    }
  }
  return [...unreadable, ...dependencyFaults(files), ...layoutFaults(files)];
}
