import type { Decision } from '@jangkau/contracts';
import type { DecisionView } from '@jangkau/store';

/** A decision as the API shows it. */
export function decisionView(decision: DecisionView): Decision {
  return { ...decision, at: decision.at.toISOString() };
}
