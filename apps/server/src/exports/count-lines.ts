import { createReadStream } from 'node:fs';

const newline = 10;

/** Lines of a text file below its header; undefined when it is not there. */
export async function countLines(file: string): Promise<number | undefined> {
  let lines = 0;
  try {
    for await (const chunk of createReadStream(file))
      for (const byte of chunk as Buffer) if (byte === newline) lines++;
  } catch {
    return undefined;
  }
  return Math.max(0, lines - 1);
}
