import { Transform } from 'node:stream';

const gibibyte = 2 ** 30;
/** Text of registers shrinks to a twentieth at best. */
const mostTimes = 100;

/** Thrown when a packed file comes to far more than any register does. */
export class GrowsTooLarge extends Error {}

/** Passes on what is unpacked from a file of so many bytes, up to a hundred times as much, or `least` if that is more. */
export function growthLimit(packed: number, least = gibibyte): Transform {
  const most = Math.max(least, packed * mostTimes);
  let size = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length;
      if (size > most) done(new GrowsTooLarge());
      else done(null, chunk);
    },
  });
}
