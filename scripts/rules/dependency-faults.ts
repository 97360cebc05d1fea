import { posix } from 'node:path';
import { architecture, type UnitRule } from './architecture.ts';
import type { SourceFile } from './source-file.ts';

const TEST = /\.test\.tsx?$/;

/** The package or app a file belongs to, e.g. 'linkage'; undefined for files outside packages/ and apps/. */
function unitOf(path: string): string | undefined {
  return /^(?:packages|apps)\/([^/]+)\//.exec(path)?.[1];
}

/**
 * What breaks the rules of the house: imports that point up or around, clocks and random numbers in packages
 * that must repeat themselves, and circles. One line for each fault, with the file first.
 */
export function dependencyFaults(files: SourceFile[]): string[] {
  const faults: string[] = [];
  for (const file of files) {
    const unit = unitOf(file.path);
    if (unit === undefined) continue;
    const rule = architecture[unit];
    if (rule === undefined) {
      faults.push(`${file.path}: ${unit} is not in scripts/rules/architecture.ts`);
      continue;
    }
    for (const { request } of file.imports) {
      const fault = importFault(file.path, unit, rule, request);
      if (fault) faults.push(`${file.path}: ${fault}`);
    }
    if (TEST.test(file.path)) continue;
    const banned = [
      ...(rule.pure || rule.repeatable ? file.unrepeatable : []),
      ...(rule.pure ? file.dateArithmetic : []),
    ];
    for (const use of banned) faults.push(`${file.path}: ${use} in ${unit}; take it as an argument`);
  }
  return [...faults, ...circles(files)];
}

function importFault(path: string, unit: string, rule: UnitRule, request: string): string | undefined {
  if (request.startsWith('.')) {
    const target = posix.join(posix.dirname(path), request);
    return unitOf(target) === unit ? undefined : `imports ${request}, which lies outside ${unit}`;
  }
  const test = TEST.test(path);
  if (request.startsWith('node:'))
    return rule.pure && !test ? `imports ${request}; ${unit} is pure` : undefined;
  const sibling = /^@jangkau\/([^/]+)/.exec(request)?.[1];
  if (sibling !== undefined) {
    if (sibling === unit) return `imports its own package by name (${request})`;
    return test || rule.mayImport.includes(sibling) ? undefined : `imports ${request}; arrows point down`;
  }
  const owners = ownersOf(request);
  return owners.length === 0 || owners.includes(unit)
    ? undefined
    : `imports ${request}; only ${owners.join(', ')} may`;
}

/** The packages and apps that may import an outside package; none when any may. */
function ownersOf(request: string): string[] {
  return Object.keys(architecture).filter((unit) =>
    architecture[unit]?.owns?.some((owned) =>
      owned.endsWith('/') ? request.startsWith(owned) : request === owned || request.startsWith(`${owned}/`),
    ),
  );
}

/** Files that import each other in a circle at run time, one line for each circle. */
function circles(files: SourceFile[]): string[] {
  const known = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const found: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    const at = trail.indexOf(path);
    if (at >= 0) found.push(`circle: ${[...trail.slice(at), path].join(' -> ')}`);
    if (at >= 0 || done.has(path)) return;
    for (const { request, typeOnly } of known.get(path)?.imports ?? []) {
      const target = posix.join(posix.dirname(path), request);
      if (request.startsWith('.') && !typeOnly && known.has(target)) visit(target, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of known.keys()) visit(path, []);
  return found;
}
