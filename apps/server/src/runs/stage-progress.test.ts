import { expect, test } from 'vitest';
import { stageCatalogue } from './stage-catalogue.ts';
import { StageProgress } from './stage-progress.ts';

test('progress never goes back and ends at one', () => {
  const progress = new StageProgress();
  const fractions = [progress.fraction()];
  for (const { stage } of stageCatalogue) {
    progress.report({ stage });
    fractions.push(progress.fraction());
    progress.report({ stage, done: 1, total: 2 });
    fractions.push(progress.fraction());
    progress.report({ stage, ms: 10 });
    fractions.push(progress.fraction());
  }
  expect(fractions[0]).toBe(0);
  expect(fractions.at(-1)).toBe(1);
  expect([...fractions].sort((a, b) => a - b)).toEqual(fractions);
});

test('a later stage means the earlier ones are done, and only turns are turns', () => {
  const progress = new StageProgress();
  expect(progress.report({ stage: 'nik' }).turned).toBe(true);
  expect(progress.report({ stage: 'nik', done: 1, total: 9 }).turned).toBe(false);
  expect(progress.stages.filter((stage) => stage.state === 'done').map((stage) => stage.stage)).toEqual([
    'import-residents',
    'import-members',
  ]);
});

test('a stage this version does not know is shown all the same', () => {
  const progress = new StageProgress();
  progress.report({ stage: 'nik', ms: 1 });
  const { stage } = progress.report({ stage: 'sihir', label_id: 'Sihir', label_en: 'Magic' });
  expect(stage).toMatchObject({ position: 3, label_id: 'Sihir', state: 'running' });
  expect(progress.stages.map((one) => one.position)).toEqual(progress.stages.map((_, i) => i));
});
