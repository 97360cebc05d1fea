import type { Verdict } from '@jangkau/contracts';

export type ReviewVerdict = Exclude<Verdict, 'withdrawn'>;

/** Where the reviewer is and what they decided in this sitting. */
export interface ReviewQueue {
  position: number;
  /** Verdicts of this sitting by position. */
  verdicts: ReadonlyMap<number, ReviewVerdict>;
  /** Positions in the order they were decided; the last is undone first. */
  trail: readonly number[];
}

export type ReviewStep =
  | { type: 'decide'; verdict: ReviewVerdict; count: number }
  | { type: 'move'; by: 1 | -1; count: number }
  | { type: 'undo' }
  /** A decision the server refused: it never was. */
  | { type: 'refused'; position: number };

export const emptyQueue: ReviewQueue = { position: 0, verdicts: new Map(), trail: [] };

/**
 * One step of a review. Deciding goes on to the next pair that is still open, past the last one when all are
 * decided; undoing returns to the pair decided last.
 */
export function reviewQueue(queue: ReviewQueue, step: ReviewStep): ReviewQueue {
  switch (step.type) {
    case 'decide': {
      if (queue.position >= step.count) return queue;
      const verdicts = new Map(queue.verdicts).set(queue.position, step.verdict);
      const trail = [...queue.trail.filter((position) => position !== queue.position), queue.position];
      return { position: nextOpen(queue.position, step.count, verdicts), verdicts, trail };
    }
    case 'move': {
      const position = Math.min(Math.max(queue.position + step.by, 0), step.count);
      return { ...queue, position };
    }
    case 'undo': {
      const position = queue.trail[queue.trail.length - 1];
      return position === undefined ? queue : takeBack(queue, position);
    }
    case 'refused':
      return takeBack(queue, step.position);
  }
}

function takeBack(queue: ReviewQueue, position: number): ReviewQueue {
  const verdicts = new Map(queue.verdicts);
  verdicts.delete(position);
  return { position, verdicts, trail: queue.trail.filter((other) => other !== position) };
}

function nextOpen(from: number, count: number, verdicts: ReadonlyMap<number, unknown>): number {
  for (let position = from + 1; position < count; position += 1) if (!verdicts.has(position)) return position;
  return count;
}
