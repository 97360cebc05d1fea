import { personalDataIn, readPersonalData } from './personal-data.ts';

/**
 * Looks for anybody of the registers in texts that must name nobody: logs, figures, addresses, refusals.
 * @param texts what to look in, by what it is
 * @param folders where registers lie whose people may have been met
 * @param transcripts what was said in chats
 * @throws Error naming the text and how many people stand in it; also when there is nothing to look for, or the
 *   search would not find somebody who is there
 */
export function assertNobodyIsNamed(
  texts: Readonly<Record<string, string>>,
  folders: readonly string[],
  transcripts: readonly string[] = [],
): void {
  const people = readPersonalData(folders, transcripts);
  const [name = ''] = people.names;
  const [number = ''] = people.numbers;
  const [line] = people.said;
  const planted = personalDataIn(`{"msg":"read ${name}","nik":"${number}","text":"${line ?? ''}"}`, people);
  const missed = line !== undefined && !planted.includes(line);
  if (!name || !number || missed || !planted.includes(name) || !planted.includes(number))
    throw new Error('the search for people in logs finds nobody, not even one who is there');
  const faults = Object.entries(texts).flatMap(([what, text]) => {
    if (text === '') return [`${what}: nothing was kept to look in`];
    const found = personalDataIn(text, people);
    return found.length === 0 ? [] : [`${what}: ${found.length} of the registers, such as ${found[0]}`];
  });
  if (faults.length > 0) throw new Error(`people of the registers are named in:\n${faults.join('\n')}`);
}
