import { randomFillSync } from 'node:crypto';
import { noEvidence } from '@jangkau/pesiar';
import { type SyncEvent, uuidV7 } from '@jangkau/sync';
import type { MemoryDevice } from '@jangkau/sync/testing/memory-device';

const fill = (bytes: Uint8Array<ArrayBuffer>) => void randomFillSync(bytes);
const classes = ['able', 'unable', 'working'] as const;
const ends = ['died', 'moved', 'duplicate'] as const;

/** What an agent does next: opens a case, or says something about one that the phone knows. */
export function nextEvent(
  device: MemoryDevice,
  place: { village: string; banjar: string },
  ms: number,
  chance: () => number,
): SyncEvent {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const known = [...new Set(device.events().map(({ stream }) => stream))];
  const at = new Date(ms).toISOString();
  const make = (stream: string, kind: string, body: object): SyncEvent => ({
    id: uuidV7(ms, fill),
    stream,
    kind,
    at,
    base: device.versionOf(stream),
    body,
  });
  if (known.length === 0 || chance() < 0.12) {
    return make(uuidV7(ms, fill), 'opened', {
      reason: 'by-hand',
      run: null,
      probability: null,
      subject: {
        residentNo: null,
        memberId: null,
        name: `CONTOH ${place.banjar}`.toUpperCase().slice(0, 60),
        sex: null,
        born: null,
        area: place.village,
        banjar: place.banjar,
        address: null,
        householdKey: null,
        segment: null,
        class: null,
        arrearsMonths: null,
      },
    });
  }
  const stream = pick(known);
  const what = chance();
  if (what < 0.6)
    return make(stream, 'visited', {
      result: chance() < 0.5 ? 'no-one-home' : 'found-uncovered',
      met: 'self',
      startedAt: at,
      point: null,
      attachments: [],
    });
  if (what < 0.85)
    return make(stream, 'classified', {
      class: pick(classes),
      evidence: noEvidence,
      suggested: null,
      rule: null,
    });
  return make(stream, 'closed', { bucket: pick(ends), how: 'visit' });
}

/** What a person decides about an event in conflict: both stay on record, one or the other counts. */
export function decisionAbout(
  event: SyncEvent,
  since: readonly { id: string; version: number }[],
  ms: number,
  chance: () => number,
): SyncEvent[] {
  const base = Math.max(...since.map(({ version }) => version));
  const other = since.at(-1)?.id ?? event.id;
  const mine = chance() < 0.5;
  return [
    { ...event, base },
    {
      id: uuidV7(ms, fill),
      stream: event.stream,
      kind: 'resolved-conflict',
      at: new Date(ms).toISOString(),
      base,
      body: { stands: mine ? event.id : other, setAside: [mine ? other : event.id] },
    },
  ];
}
