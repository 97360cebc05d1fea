import { expect, test } from 'vitest';
import { ProgressLine } from './progress-line.ts';

const stage = { stage: 'block', label_id: 'Mencari calon', label_en: 'blocking' };

function record(isTTY: boolean): {
  target: { isTTY: boolean; columns: number; write(t: string): void };
  text: () => string;
} {
  let all = '';
  const write = (more: string): void => {
    all += more;
  };
  return { target: { isTTY, columns: 60, write }, text: () => all };
}

test('a terminal gets one line that is rewritten', () => {
  const { target, text } = record(true);
  const line = new ProgressLine(target);
  line.report({ ...stage, done: 1, total: 4 });
  line.report({ ...stage, done: 4, total: 4, rows: 1688195, ms: 2340 });
  line.close();
  expect(text()).toBe(
    '\r\x1b[KMencari calon / blocking 25 % ...\r\x1b[KMencari calon / blocking: 1.688.195 baris/rows, 2,3 s\n',
  );
});

test('a terminal is left on a fresh line', () => {
  const { target, text } = record(true);
  const line = new ProgressLine(target);
  line.report({ ...stage, done: 0 });
  line.close();
  expect(text().endsWith('\n')).toBe(true);
});

test('a line never wraps', () => {
  const { target, text } = record(true);
  new ProgressLine(target).report({ ...stage, label_en: 'x'.repeat(200), done: 0 });
  expect(text().replace('\r\x1b[K', '').length).toBeLessThan(60);
});

test('a file gets one plain line for each finished stage', () => {
  const { target, text } = record(false);
  const line = new ProgressLine(target);
  line.report({ ...stage, done: 1, total: 4 });
  line.report({ ...stage, done: 4, total: 4, ms: 100 });
  line.close();
  expect(text()).toBe('Mencari calon / blocking: 0,1 s\n');
});
