import type { FieldCase } from '../people/field-desk.ts';
import type { VisitDraft } from './visit-draft.ts';

/** What each step of the form is given. */
export interface StepProps {
  draft: VisitDraft;
  change: (part: Partial<VisitDraft>) => void;
  one: FieldCase;
  /** YYYY-MM-DD. */
  today: string;
}
