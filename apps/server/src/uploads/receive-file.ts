import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ApiProblem } from '../http/api-problem.ts';

/**
 * Writes the body of a request to a file, which takes its name when it is complete. When the writing fails
 * the rest of the body is read and dropped: a connection that is cut instead would tell the sender nothing.
 * @throws ApiProblem upload-too-large
 */
export async function receiveFile(body: Readable, file: string, maxBytes: number): Promise<void> {
  const passed = body.pipe(new PassThrough());
  const brokenOff = () => {
    if (!body.readableEnded) passed.destroy(new Error('the sender broke off'));
  };
  body.once('close', brokenOff);
  body.once('error', brokenOff);
  try {
    await pipeline(passed, limit(maxBytes), createWriteStream(`${file}.part`));
  } catch (error) {
    body.unpipe(passed);
    body.resume();
    throw error;
  }
  await rename(`${file}.part`, file);
}

function limit(bytes: number): Transform {
  let seen = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, next) {
      seen += chunk.length;
      next(seen > bytes ? new ApiProblem('upload-too-large') : null, chunk);
    },
  });
}
