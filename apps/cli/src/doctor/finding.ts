/** How bad it is: nothing to do, to be looked at, or in the way of working. */
export type Level = 'ok' | 'warning' | 'problem';

/** One thing that was looked at, in both languages, with what to do when it is not well. */
export interface Finding {
  check: string;
  level: Level;
  id: string;
  en: string;
  adviceId?: string;
  adviceEn?: string;
}

/** Something that is as it should be. */
export function fine(check: string, id: string, en: string): Finding {
  return { check, level: 'ok', id, en };
}

/** Something that should be looked at. */
export function warning(
  check: string,
  said: [id: string, en: string],
  advice: [id: string, en: string],
): Finding {
  return found(check, 'warning', said, advice);
}

/** Something that is in the way. */
export function problem(
  check: string,
  said: [id: string, en: string],
  advice: [id: string, en: string],
): Finding {
  return found(check, 'problem', said, advice);
}

function found(
  check: string,
  level: Level,
  [id, en]: [string, string],
  [adviceId, adviceEn]: [string, string],
): Finding {
  return { check, level, id, en, adviceId, adviceEn };
}
