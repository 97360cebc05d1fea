import type { TemplateState } from '@jangkau/store';

const states: Readonly<Record<string, TemplateState>> = {
  PENDING: 'submitted',
  IN_APPEAL: 'submitted',
  APPROVED: 'approved',
  REINSTATED: 'approved',
  UNARCHIVED: 'approved',
  REJECTED: 'rejected',
  PAUSED: 'paused',
  DISABLED: 'paused',
  LOCKED: 'paused',
  ARCHIVED: 'paused',
  LIMIT_EXCEEDED: 'paused',
  PENDING_DELETION: 'paused',
  DELETED: 'paused',
};

/** What Meta says of a template, as we call it; undefined for other words (FLAGGED ...), which leave it as it is. */
export function stateOfTemplate(said: string): TemplateState | undefined {
  return states[said];
}
