import type { FieldCase } from '../people/field-desk.ts';
import type { VisitDraft } from './visit-draft.ts';

/** What each step of the form is given. */
export interface StepProps {
  draft: VisitDraft;
  /** Takes an answer over. What comes later (a photograph, a place) is given as a function of the answers then. */
  change: (part: Partial<VisitDraft> | ((now: VisitDraft) => Partial<VisitDraft>)) => void;
  one: FieldCase;
  /** YYYY-MM-DD. */
  today: string;
}
