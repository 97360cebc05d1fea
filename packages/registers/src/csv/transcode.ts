import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { RegisterFileError } from '../register-file-error.ts';
import { GrowsTooLarge, growthLimit } from './growth-limit.ts';

/** Encodings a register file may come in. */
export type TextEncodingName = 'utf-8' | 'windows-1252' | 'utf-16le' | 'utf-16be';

/**
 * Writes a text file as UTF-8, a chunk at a time. Line ends stay where they are, so line numbers do not change.
 * @throws the signal's reason when aborted
 */
export async function transcode(
  from: string,
  to: string,
  encoding: Exclude<TextEncodingName, 'utf-8'>,
  signal?: AbortSignal,
): Promise<void> {
  const decoder = new TextDecoder(encoding);
  await pipeline(
    createReadStream(from, { highWaterMark: 1 << 20 }),
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    },
    createWriteStream(to),
    { signal },
  );
}

/**
 * Unpacks a GZIP file.
 * @throws RegisterFileError damaged-archive, unpacks-too-large; the signal's reason when aborted
 */
export async function gunzip(from: string, to: string, signal?: AbortSignal): Promise<void> {
  try {
    const { size } = await stat(from);
    await pipeline(createReadStream(from), createGunzip(), growthLimit(size), createWriteStream(to), {
      signal,
    });
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof GrowsTooLarge) throw new RegisterFileError('unpacks-too-large', from, { cause });
    throw new RegisterFileError('damaged-archive', from, { cause, detail: String(cause) });
  }
}
