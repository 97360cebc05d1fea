import { expect, test } from 'vitest';
import { classify, confidenceThreshold } from './classify.ts';
import { type Intent, intents } from './intent.ts';
import { modelWeights } from './model-weights.ts';
import { normalise, slipsBetween } from './normalise.ts';
import { heldOutUtterances } from './testing/held-out-utterances.ts';
import { untouchedUtterances } from './testing/untouched-utterances.ts';
import { trainingFingerprint } from './trained-model.ts';
import { trainingUtterances } from './training/training-utterances.ts';

type Utterances = Readonly<Record<Intent, string>>;

function lines(utterances: Utterances): [Intent, string][] {
  return intents.flatMap((intent) =>
    utterances[intent]
      .split('\n')
      .filter(Boolean)
      .map((line): [Intent, string] => [intent, line]),
  );
}

function figuresOf(utterances: Utterances) {
  const all = lines(utterances);
  const wrong = all.flatMap(([intent, line]) => {
    const found = classify(line);
    return found.intent === intent ? [] : [{ wanted: intent, line, ...found }];
  });
  const acted = all.filter(([, line]) => classify(line).confidence >= confidenceThreshold);
  const confidentlyWrong = wrong.filter(({ confidence }) => confidence >= confidenceThreshold);
  return {
    utterances: all.length,
    intents: new Set(all.map(([intent]) => intent)).size,
    accuracy: 1 - wrong.length / all.length,
    actedOn: acted.length / all.length,
    confidentlyWrong: confidentlyWrong.length / all.length,
    wrong,
  };
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

test.each([
  ['held-out', heldOutUtterances, 400],
  ['untouched', untouchedUtterances, 250],
] as const)(
  '%s utterances: at least 92 %% right, at most 3 %% confidently wrong',
  (name, utterances, least) => {
    const figures = figuresOf(utterances);
    console.log(
      `Intents, ${name} set: ${figures.utterances} utterances, ${figures.intents} intents: ` +
        `${percent(figures.accuracy)} right, ${percent(figures.actedOn)} acted on, ` +
        `${percent(figures.confidentlyWrong)} confidently wrong`,
    );
    expect(figures.utterances).toBeGreaterThanOrEqual(least);
    expect(figures.intents).toBeGreaterThanOrEqual(20);
    expect(figures.accuracy).toBeGreaterThanOrEqual(0.92);
    expect(figures.confidentlyWrong).toBeLessThanOrEqual(0.03);
  },
);

test('no utterance of the tests, or nearly one, is in the training', () => {
  const plain = (line: string) => normalise(line).join(' ');
  const learnt = lines(trainingUtterances).map(([, line]) => plain(line));
  const exact = new Set(learnt);
  const near = lines(heldOutUtterances)
    .concat(lines(untouchedUtterances))
    .filter(([, line]) => {
      const said = plain(line);
      if (exact.has(said)) return true;
      const slips = Math.floor(said.length / 12);
      return learnt.some(
        (other) => Math.abs(other.length - said.length) <= slips && slipsBetween(other, said, slips) <= slips,
      );
    });
  expect(near).toEqual([]);
});

test('the committed weights come from the utterances as they are', () => {
  expect(modelWeights.fingerprint, 'run: node scripts/train-intents.ts').toBe(trainingFingerprint());
});

test('anything can be said', () => {
  for (const text of ['', '   ', '\u0000', '🤷', '?'.repeat(5000), 'a'.repeat(10_000), '漢字', '1', '👍']) {
    const { intent, confidence } = classify(text);
    expect(intents).toContain(intent);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('spelling of the chat is brought to plain words', () => {
  expect(normalise('Tnggakannn sy BRPPP min??')).toEqual(['tunggakan', 'saya', 'berapa', 'min']);
  expect(normalise('gmn cr ngaktifin krtu')).toEqual(['bagaimana', 'cara', 'aktifkan', 'kartu']);
  expect(normalise('nik 5171010101800000')).toEqual(['nik', 'angkanik']);
  expect(normalise('pendaftarn')).toEqual(['pendaftaran']);
});
