import type { KeptFact } from '@jangkau/store';
import type { KeptEvent } from '@jangkau/sync';

/** A fact of a case as devices get it. */
export function keptEvent({
  id,
  caseId,
  kind,
  at,
  base,
  body,
  version,
  by,
  device,
}: KeptFact): KeptEvent<Record<string, unknown>> {
  const words = body as unknown as Record<string, unknown>;
  return { id, stream: caseId, kind, at, base, body: words, version, by, device };
}
