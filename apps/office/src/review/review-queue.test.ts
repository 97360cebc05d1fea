import { expect, test } from 'vitest';
import { emptyQueue, reviewQueue } from './review-queue.ts';

const decide = (verdict: 'same' | 'different' | 'unsure', count = 3) =>
  ({ type: 'decide', verdict, count }) as const;

test('goes on to the next pair after a decision', () => {
  const queue = reviewQueue(emptyQueue, decide('same'));
  expect(queue.position).toBe(1);
  expect(queue.verdicts.get(0)).toBe('same');
});

test('undo returns to the pair decided last, however far one has looked since', () => {
  let queue = reviewQueue(emptyQueue, decide('same'));
  queue = reviewQueue(queue, { type: 'move', by: 1, count: 3 });
  queue = reviewQueue(queue, { type: 'undo' });
  expect(queue.position).toBe(0);
  expect(queue.verdicts.size).toBe(0);
  expect(reviewQueue(queue, { type: 'undo' })).toBe(queue);
});

test('skips pairs already decided', () => {
  let queue = reviewQueue(emptyQueue, { type: 'move', by: 1, count: 3 });
  queue = reviewQueue(queue, decide('different'));
  queue = reviewQueue(queue, { type: 'move', by: -1, count: 3 });
  queue = reviewQueue(queue, { type: 'move', by: -1, count: 3 });
  queue = reviewQueue(queue, decide('same'));
  expect(queue.position).toBe(2);
});

test('changing a verdict counts once', () => {
  let queue = reviewQueue(emptyQueue, decide('same'));
  queue = reviewQueue(queue, { type: 'move', by: -1, count: 3 });
  queue = reviewQueue(queue, decide('different'));
  expect(queue.trail).toEqual([0]);
  expect(queue.verdicts.get(0)).toBe('different');
});

test('ends past the last pair and stays within the list', () => {
  let queue = reviewQueue(emptyQueue, decide('same', 1));
  expect(queue.position).toBe(1);
  queue = reviewQueue(queue, { type: 'move', by: 1, count: 1 });
  expect(queue.position).toBe(1);
  expect(reviewQueue(queue, decide('same', 1))).toBe(queue);
});

test('a refused decision never was', () => {
  const queue = reviewQueue(reviewQueue(emptyQueue, decide('same')), { type: 'refused', position: 0 });
  expect(queue).toEqual(emptyQueue);
});
