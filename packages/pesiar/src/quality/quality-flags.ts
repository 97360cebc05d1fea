import { Temporal } from 'temporal-polyfill';
import type { Bilingual } from '../bilingual.ts';
import type { MeasuredPoint } from '../case/case-subject.ts';
import { defaultPesiarSettings, type PesiarSettings } from '../pesiar-settings.ts';
import { distance } from '../route/distance.ts';

/** What makes a visit worth a second look. A flag accuses nobody: it says what to ask about. */
export const flagKinds = ['too-fast', 'same-place', 'copied-answers'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** What people call the flags. */
export const flagNames: Readonly<Record<FlagKind, Bilingual>> = {
  'too-fast': { id: 'Terlalu cepat', en: 'Too fast' },
  'same-place': { id: 'Tempat sama untuk keluarga berbeda', en: 'Same place for different families' },
  'copied-answers': { id: 'Jawaban sama berturut-turut', en: 'Same answers in a row' },
};

/** A visit as its quality is judged. */
export interface VisitTrace {
  readonly factId: string;
  /** Household, or the case when it has none. */
  readonly household: string;
  /** ISO instants. */
  readonly startedAt: string;
  readonly at: string;
  readonly point: MeasuredPoint | null;
  /** Everything that was answered, in one text; null when nothing was asked (nobody at home). */
  readonly answers: string | null;
}

/** A visit and why it is worth a second look. */
export interface QualityFlag {
  readonly factId: string;
  readonly kind: FlagKind;
  /** Seconds it took, metres from the other house, or households in the row. */
  readonly value: number;
}

/** Flags of one agent's visits of one day, in whatever order they are given. */
export function qualityFlags(
  visits: readonly VisitTrace[],
  settings: PesiarSettings = defaultPesiarSettings,
): QualityFlag[] {
  const inTime = [...visits].sort((a, b) =>
    a.at < b.at ? -1 : a.at > b.at ? 1 : a.factId < b.factId ? -1 : 1,
  );
  return [...tooFast(inTime, settings), ...samePlace(inTime, settings), ...copied(inTime, settings)];
}

function tooFast(visits: readonly VisitTrace[], { leastVisitSeconds }: PesiarSettings): QualityFlag[] {
  return visits.flatMap(({ factId, startedAt, at, answers }) => {
    const took = seconds(startedAt, at);
    return answers !== null && took < leastVisitSeconds
      ? [{ factId, kind: 'too-fast' as const, value: Math.round(took) }]
      : [];
  });
}

function samePlace(visits: readonly VisitTrace[], { samePlaceMetres }: PesiarSettings): QualityFlag[] {
  return visits.flatMap((visit, i) => {
    const { point, household, factId } = visit;
    const before = visits[i - 1];
    if (!point || !before?.point || before.household === household) return [];
    // Two measurements that are both vague say nothing.
    const vague = point.accuracy + before.point.accuracy;
    const apart = distance(point, before.point);
    return vague <= 40 && apart < samePlaceMetres
      ? [{ factId, kind: 'same-place' as const, value: Math.round(apart) }]
      : [];
  });
}

function copied(visits: readonly VisitTrace[], { sameAnswers }: PesiarSettings): QualityFlag[] {
  const asked = visits.filter(({ answers }) => answers !== null);
  const flags: QualityFlag[] = [];
  let row: VisitTrace[] = [];
  const end = () => {
    const households = new Set(row.map(({ household }) => household)).size;
    if (households >= sameAnswers)
      for (const { factId } of row) flags.push({ factId, kind: 'copied-answers', value: households });
    row = [];
  };
  for (const visit of asked) {
    if (row.length > 0 && row[0]?.answers !== visit.answers) end();
    row.push(visit);
  }
  end();
  return flags;
}

function seconds(from: string, to: string): number {
  return Temporal.Instant.from(from).until(Temporal.Instant.from(to)).total('seconds');
}
