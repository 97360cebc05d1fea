// Plain JavaScript without dependencies: it runs before anything is installed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes node_modules/.package-lock.json when
 * an installation is complete, so one that was killed half-way counts as not installed.
 * @param {string} folder the repository's root
 * @returns {boolean}
 */
export function isInstalled(folder) {
  const wanted = readPackages(join(folder, 'package-lock.json'));
  const present = readPackages(join(folder, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    const found = present[path];
    if (!found) return Boolean(entry.optional || entry.devOptional);
    return found.version === entry.version && found.resolved === entry.resolved;
  });
}

/**
 * @typedef {{ version?: string, resolved?: string, optional?: boolean, devOptional?: boolean }} LockEntry
 * @param {string} file a lock file of npm
 * @returns {Record<string, LockEntry> | undefined} its packages by path; undefined when it cannot be read
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
