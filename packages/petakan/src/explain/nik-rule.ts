import { type Engine, type LinkModel, link, sqlName, sqlString } from '@jangkau/linkage';

/** Thrown to leave the linkage once its first tier is done. */
const DONE = Symbol('first tier done');

/**
 * Which rule of the model's first tier accepts a resident and a card, both rows of the tables `residents` and
 * `members`: the label of the first one that holds, or undefined.
 */
export async function acceptingRule(
  engine: Engine,
  model: LinkModel,
  resident: string,
  card: string,
): Promise<string | undefined> {
  for (const [table, id] of [
    ['residents', resident],
    ['members', card],
  ] as const)
    await engine.run(
      `CREATE OR REPLACE TABLE ${sqlName(`one_${table}`)} AS SELECT * FROM ${sqlName(table)} WHERE id = ${sqlString(id)}`,
    );
  let accepted: string | undefined;
  try {
    await link(engine, model, {
      left: 'one_residents',
      right: 'one_members',
      onStage: ({ detail }) => {
        accepted = Object.keys((detail.accepted as Record<string, number> | undefined) ?? {})[0];
      },
      onStart: (stage) => {
        if (stage !== 'exact') throw DONE;
      },
    });
  } catch (reason) {
    if (reason !== DONE) throw reason;
  }
  return accepted;
}
