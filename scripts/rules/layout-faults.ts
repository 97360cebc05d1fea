import type { SourceFile } from './source-file.ts';

/** Names that say nothing about what is inside. */
const EMPTY_NAMES = /(^|\/)(utils?|helpers?|common|misc|shared)(\.[a-z.]+)?(\/|$)/;
const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/;
const MAX_LINES = 500;

/** What is wrong with names, sizes and put-off work, one line for each fault. */
export function layoutFaults(files: SourceFile[]): string[] {
  return files.flatMap(({ path, lines, postponed }) => {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const faults: string[] = [];
    if (EMPTY_NAMES.test(path))
      faults.push(`${path}: the name says nothing; name it after the one thing it holds`);
    if (!KEBAB.test(name)) faults.push(`${path}: file names are kebab-case`);
    if (lines > MAX_LINES) faults.push(`${path}: ${lines} lines; split it (at most ${MAX_LINES})`);
    for (const comment of postponed) faults.push(`${path}: put-off work: ${comment.trim().slice(0, 60)}`);
    return faults;
  });
}
