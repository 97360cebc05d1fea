import { architecture } from './architecture.ts';

/** The house as a table for docs/architecture.md: each unit, what it may use, and what it alone brings in. */
export function architectureTable(): string {
  const names = (list: readonly string[]) => list.map((name) => `\`${name}\``).join(', ') || '–';
  const rows = Object.entries(architecture).map(([unit, { mayImport, owns = [], pure, repeatable }]) => {
    const kind = pure ? 'pure' : repeatable ? 'repeatable' : '';
    return `| \`${unit}\` | ${kind} | ${names(mayImport)} | ${names(owns)} |`;
  });
  return ['| unit | | may use | alone brings in |', '| --- | --- | --- | --- |', ...rows].join('\n');
}
