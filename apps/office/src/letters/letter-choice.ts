import { AreaCode, type LetterOrder, letterTopics } from '@jangkau/contracts';
import { z } from 'zod';

/** What was chosen so far for a letter: the search part of the page's address. */
export const LetterChoice = z.object({
  topic: z.enum(letterTopics).optional().catch(undefined),
  area: AreaCode.optional().catch(undefined),
  exit: z.enum(['pemda', 'pbi']).optional().catch(undefined),
  employer: z.string().max(20).optional().catch(undefined),
  gathering: z.uuid().optional().catch(undefined),
  banjar: z.string().max(100).optional().catch(undefined),
  agent: z.string().max(60).optional().catch(undefined),
});
export type LetterChoice = z.output<typeof LetterChoice>;

/** The order of a complete choice; null while something is missing. */
export function orderOf(choice: LetterChoice): LetterOrder | null {
  const { area, employer, gathering, banjar, agent } = choice;
  switch (choice.topic ?? 'dinas-sosial') {
    case 'employer':
      return area && employer ? { topic: 'employer', area, employerCode: employer } : null;
    case 'invitation':
      return gathering ? { topic: 'invitation', gatheringId: gathering } : null;
    case 'visit-list':
      return area?.length === 13 && banjar
        ? { topic: 'visit-list', area, banjar, ...(agent && { agent }) }
        : null;
    default:
      return area ? { topic: 'dinas-sosial', area, exit: choice.exit ?? 'pemda' } : null;
  }
}
