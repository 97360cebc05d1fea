import { readFileSync } from 'node:fs';
import { parseSync, Visitor } from 'oxc-parser';

/** What a source file says about itself, as far as the rules of the house ask. */
export interface SourceFile {
  /** Path from the repository's root, with forward slashes. */
  path: string;
  lines: number;
  /** What it imports, as written; `typeOnly` when nothing of it is left at run time. */
  imports: { request: string; typeOnly: boolean }[];
  /** Uses of the clock or of random numbers that nobody seeded: `new Date()`, `Date.now`, `Math.random` ... */
  unrepeatable: string[];
  /** Uses of `Date` as arithmetic: repeatable, but it drags time zones into rules about calendar dates. */
  dateArithmetic: string[];
  /** Comments that put work off. */
  postponed: string[];
}

const UNREPEATABLE = new Set(['Date.now', 'Math.random', 'crypto.randomUUID', 'crypto.getRandomValues']);

/** Reads and parses one file. Throws when it is not valid TypeScript or JavaScript. */
export function readSource(path: string): SourceFile {
  return parseSource(path, readFileSync(path, 'utf8'));
}

/** The same for a text that is at hand. */
export function parseSource(path: string, text: string): SourceFile {
  const { program, module, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const imports = module.staticImports.map((i) => ({
    request: i.moduleRequest.value,
    typeOnly: i.entries.length > 0 && i.entries.every((entry) => entry.isType),
  }));
  for (const { entries } of module.staticExports) {
    const from = entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (from) imports.push({ request: from.value, typeOnly: entries.every((entry) => entry.isType) });
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const written = text.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"][^'"]+['"]$/.test(written)) imports.push({ request: written.slice(1, -1), typeOnly: false });
  }
  const unrepeatable: string[] = [];
  const dateArithmetic: string[] = [];
  new Visitor({
    NewExpression(node) {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return;
      if (node.arguments.length === 0) unrepeatable.push('new Date()');
      else dateArithmetic.push('new Date');
    },
    MemberExpression(node) {
      const name = text.slice(node.start, node.end).replace(/^globalThis\./, '');
      if (UNREPEATABLE.has(name)) unrepeatable.push(name);
      else if (/^Date\.\w+$/.test(name)) dateArithmetic.push(name);
    },
  }).visit(program);
  return {
    path,
    lines: text.split('\n').length - 1,
    imports,
    unrepeatable,
    dateArithmetic,
    postponed: comments.map((c) => c.value).filter((c) => /\b(TODO|FIXME|XXX|HACK)\b/.test(c)),
  };
}
