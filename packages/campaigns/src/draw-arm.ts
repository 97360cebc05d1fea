/** Written to, or left alone so that the effect can be measured. */
export type Arm = 'contact' | 'hold-out';

/**
 * Draws the arm of a family and its place in the queue. Only the seed and the key decide: the same family always comes
 * to the same arm, in whatever order, audience or process it is asked about.
 * @param holdOut share left alone, from 0 to 1
 */
export function drawArm(seed: string, key: number, holdOut: number): { arm: Arm; order: number } {
  return {
    arm: drawnNumber(`${seed}/arm/${key}`) < holdOut ? 'hold-out' : 'contact',
    order: drawnNumber(`${seed}/order/${key}`),
  };
}

const two32 = 2 ** 32;

/** A number from 0 to 1 (excluded) made from a text: two rounds of FNV-1a, mixed as in MurmurHash3, 53 bits of them. */
function drawnNumber(text: string): number {
  const high = mixed(hashOf(text, 0x811c9dc5)) >>> 0;
  const low = mixed(hashOf(text, 0x9747b28c)) >>> 0;
  return (high + (low >>> 11) / 2 ** 21) / two32;
}

function hashOf(text: string, start: number): number {
  let hash = start;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}

/** The finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mixed(given: number): number {
  let hash = given;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
