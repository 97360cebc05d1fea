import type { Bilingual } from '../bilingual.ts';
import { defaultPesiarSettings, type PesiarSettings } from '../pesiar-settings.ts';
import { type ClassRule, classRules } from './class-rules.ts';
import type { Evidence } from './evidence.ts';
import type { PayerClass } from './payer-class.ts';

/** A rule as an explanation: what it says and where it is written. */
export type RuleSaid = Pick<ClassRule, 'id' | 'class' | 'legalBasis' | 'words'>;

/** What the rules make of the evidence. A suggestion: the agent decides and says why when otherwise. */
export interface Suggestion {
  /** Null when nothing that was said decides. */
  readonly class: PayerClass | null;
  /** The rule that decided. */
  readonly rule: RuleSaid | null;
  /** Other rules that hold, also those that speak for another class. */
  readonly also: readonly RuleSaid[];
  /** What to ask to be surer, most useful first. */
  readonly ask: readonly Bilingual[];
  readonly settingsUsed: PesiarSettings;
}

/** Suggests a class from evidence by the rules in force on a day (YYYY-MM-DD), and explains itself. */
export function classify(
  evidence: Evidence,
  on: string,
  settings: PesiarSettings = defaultPesiarSettings,
): Suggestion {
  const inForce = classRules.filter(
    ({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo),
  );
  const [rule, ...also] = inForce.filter(({ holds }) => holds(evidence, on, settings) === true).map(said);
  return {
    class: rule?.class ?? null,
    rule: rule ?? null,
    also,
    ask: rule?.class === 'working' ? [] : missing(evidence),
    settingsUsed: settings,
  };
}

function said({ id, class: of, legalBasis, words }: ClassRule): RuleSaid {
  return { id, class: of, legalBasis, words };
}

function missing(evidence: Evidence): Bilingual[] {
  const ask: [boolean, Bilingual][] = [
    [evidence.work === 'not-said', { id: 'Apa pekerjaannya?', en: 'What work do they do?' }],
    [
      evidence.income === 'not-said',
      {
        id: 'Kira-kira berapa penghasilan rumah tangga sebulan?',
        en: 'About how much does the household earn?',
      },
    ],
    [evidence.dependants === null, { id: 'Berapa orang yang dihidupi?', en: 'How many people live on it?' }],
    [evidence.inDtsen === null, { id: 'Apakah tercatat di DTSEN?', en: 'Are they listed in DTSEN?' }],
  ];
  return ask.flatMap(([open, words]) => (open ? [words] : []));
}
