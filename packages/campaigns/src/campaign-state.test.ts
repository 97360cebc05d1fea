import { expect, test } from 'vitest';
import { afterAct, campaignActs, campaignStates } from './campaign-state.ts';

test('nothing runs that was not approved, and what is over stays over', () => {
  const allowed = campaignStates.flatMap((state) =>
    campaignActs.flatMap((act) => {
      const next = afterAct(state, act);
      return next ? [`${state} ${act} ${next}`] : [];
    }),
  );
  expect(allowed).toEqual([
    'draft submit waiting',
    'draft cancel cancelled',
    'waiting approve running',
    'waiting return returned',
    'waiting cancel cancelled',
    'running pause paused',
    'running cancel cancelled',
    'running finish finished',
    'paused resume running',
    'paused cancel cancelled',
  ]);
});
