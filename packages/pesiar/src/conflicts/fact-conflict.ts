import type { Bilingual } from '../bilingual.ts';
import type { CaseFact, FactOfKind } from '../case/case-fact.ts';
import { outcomeNames } from '../case/outcome.ts';
import { classNames } from '../classify/payer-class.ts';
import { exitNames } from '../exits/exit-kind.ts';

/** Two facts that cannot both count, and what to tell the person who decides. */
export interface FactConflict {
  readonly mine: CaseFact;
  readonly theirs: CaseFact;
  readonly words: Bilingual;
}

/**
 * The fact among those a maker had not seen (`since`: everything beyond `mine.base`) that `mine` cannot stand beside;
 * undefined when they go together. What was seen at a door never conflicts, so no visit can be refused.
 */
export function factConflict(mine: CaseFact, since: readonly CaseFact[]): FactConflict | undefined {
  for (const theirs of since.toReversed()) {
    const words = theirs.id === mine.id ? undefined : clash(mine, theirs);
    if (words) return { mine, theirs, words };
  }
  return undefined;
}

function clash(mine: CaseFact, theirs: CaseFact): Bilingual | undefined {
  switch (mine.kind) {
    case 'classified':
      return theirs.kind === 'classified' && theirs.body.class !== mine.body.class
        ? twoSay(mine, theirs, classNames[mine.body.class], classNames[theirs.body.class])
        : undefined;
    case 'identified':
      return theirs.kind === 'identified' && theirs.body.result !== mine.body.result
        ? {
            id: `Anda dan ${theirs.by} memeriksa identitas orang ini dengan hasil berbeda.`,
            en: `You and ${theirs.by} checked who this is and came to different results.`,
          }
        : undefined;
    case 'registered':
      if (theirs.kind === 'registered')
        return twoSay(mine, theirs, exitNames[mine.body.exit], exitNames[theirs.body.exit]);
      return ended(theirs);
    case 'closed':
      if (theirs.kind === 'closed' && theirs.body.bucket === mine.body.bucket) return undefined;
      if (theirs.kind === 'registered')
        return {
          id: `Anda menutup kasus ini (${outcomeNames[mine.body.bucket].id}), sedangkan ${theirs.by} sudah mengajukan pendaftaran: ${exitNames[theirs.body.exit].id}.`,
          en: `You closed this case (${outcomeNames[mine.body.bucket].en}); meanwhile ${theirs.by} handed in a registration: ${exitNames[theirs.body.exit].en}.`,
        };
      return ended(theirs);
    case 'activated':
      return theirs.kind === 'closed' ? ended(theirs) : undefined;
    case 'assigned':
      return theirs.kind === 'assigned' && theirs.body.agent !== mine.body.agent
        ? {
            id: `Kasus ini sudah ditugaskan kepada ${theirs.body.agent}.`,
            en: `This case has been given to ${theirs.body.agent}.`,
          }
        : undefined;
    case 'corrected':
      return theirs.kind === 'corrected' && theirs.body.fact === mine.body.fact
        ? {
            id: `${theirs.by} sudah memperbaiki catatan yang sama.`,
            en: `${theirs.by} has corrected the same record.`,
          }
        : undefined;
    default:
      return undefined;
  }
}

function ended(theirs: CaseFact): Bilingual | undefined {
  if (theirs.kind === 'closed') {
    const { id, en } = outcomeNames[theirs.body.bucket];
    return {
      id: `Kasus ini sudah ditutup oleh ${theirs.by}: ${id}.`,
      en: `${theirs.by} has closed this case: ${en}.`,
    };
  }
  if (theirs.kind === 'activated')
    return {
      id: `Orang ini sudah aktif sejak ${theirs.body.from}.`,
      en: `This person has been active since ${theirs.body.from}.`,
    };
  return undefined;
}

function twoSay(
  mine: FactOfKind<'classified' | 'registered'>,
  theirs: CaseFact,
  own: Bilingual,
  other: Bilingual,
): Bilingual {
  const what =
    mine.kind === 'classified' ? { id: 'Golongan', en: 'Class' } : { id: 'Pendaftaran', en: 'Registration' };
  return {
    id: `${what.id}: Anda menulis “${own.id}”, ${theirs.by} menulis “${other.id}”.`,
    en: `${what.en}: you wrote “${own.en}”, ${theirs.by} wrote “${other.en}”.`,
  };
}
