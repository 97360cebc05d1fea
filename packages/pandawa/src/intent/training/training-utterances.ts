import { type Intent, intents } from '../intent.ts';
import { bills } from './bills.ts';
import { grievancesAndStrangers } from './grievances-and-strangers.ts';
import { instalments } from './instalments.ts';
import { otherVoicesOnCover } from './other-voices-on-cover.ts';
import { otherVoicesOnMoneyAndRecords } from './other-voices-on-money-and-records.ts';
import { people } from './people.ts';
import { records } from './records.ts';
import { segments } from './segments.ts';
import { talk } from './talk.ts';

const first: Readonly<Record<Intent, string>> = {
  ...talk,
  ...grievancesAndStrangers,
  ...bills,
  ...instalments,
  ...people,
  ...segments,
  ...records,
};

const more: Readonly<Record<Intent, string>> = { ...otherVoicesOnCover, ...otherVoicesOnMoneyAndRecords };

/** What the classifier learns from: made-up utterances by intent, one a line. */
export const trainingUtterances = Object.fromEntries(
  intents.map((intent) => [intent, `${first[intent]}\n${more[intent]}`]),
) as Readonly<Record<Intent, string>>;
