import type { Readable } from 'node:stream';
import { ApiProblem } from '../http/api-problem.ts';

/** Largest file that is read as a whole: a list or settlement of a branch is a few megabytes. */
const mostBytes = 64 * 1024 ** 2;

/** A body as UTF-8 text. */
export async function readText(body: Readable): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    bytes += (chunk as Buffer).length;
    if (bytes > mostBytes) throw new ApiProblem('upload-too-large');
    chunks.push(chunk as Buffer);
  }
  if (bytes === 0) throw new ApiProblem('upload-empty');
  return Buffer.concat(chunks).toString('utf8');
}
