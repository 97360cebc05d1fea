import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { KeptEvent, SyncEvent } from '../events/sync-event.ts';
import { uuidV7 } from '../events/uuid-v7.ts';
import { LinkFailure } from '../link/link-failure.ts';
import { faultyLink } from '../testing/faulty-link.ts';
import { MemoryDevice } from '../testing/memory-device.ts';
import { ModelServer } from '../testing/model-server.ts';
import { seededChance } from '../testing/seeded-chance.ts';
import { synchronise } from './synchronise.ts';

const areas = ['kaja', 'kelod'];
const areaOf = (stream: string) => stream.split('/')[0] ?? '';
const readPack = (content: Uint8Array): KeptEvent[] => JSON.parse(new TextDecoder().decode(content));
/** What a stream comes to: the same whatever order its events are met in. */
const fold = (events: readonly SyncEvent[]) =>
  events
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
    .map(({ id, body }) => `${id} ${body}`);

const share = fc.double({ min: 0, max: 0.4, noNaN: true });
const faults = fc.record({
  lost: share,
  unanswered: share,
  doubled: share,
  replayed: share,
  shuffled: share,
  cut: share,
});

test('whatever the link does, every event is kept once and everybody comes to the same', async () => {
  await fc.assert(
    fc.asyncProperty(faults, fc.integer(), fc.integer({ min: 20, max: 120 }), async (wrong, seed, steps) => {
      const chance = seededChance(seed);
      const fill = (bytes: Uint8Array) => bytes.set(Array.from(bytes, () => Math.floor(chance() * 256)));
      const server = new ModelServer(areaOf);
      const devices = [0, 1, 2, 3].map((n) => {
        const area = areas[n % 2] ?? '';
        const device = new MemoryDevice(readPack);
        return {
          area,
          device,
          link: faultyLink(server.for(`d${n}`, area), wrong, chance),
          sound: server.for(`d${n}`, area),
        };
      });
      const made = new Set<string>();
      let ms = 1_800_000_000_000;
      const attempt = (n: number) => {
        const one = devices[n];
        if (!one) throw new Error('no such device');
        return synchronise(one.device, one.link).catch((error) => {
          if (!(error instanceof LinkFailure)) throw error;
        });
      };
      for (let step = 0; step < steps; step++) {
        const n = Math.floor(chance() * devices.length);
        const { device, area } = devices[n] ?? { device: new MemoryDevice(), area: '' };
        if (chance() < 0.4) await attempt(n);
        else {
          ms += Math.floor(chance() * 5);
          const stream = `${area}/${Math.floor(chance() * 3)}`;
          const event: SyncEvent = {
            id: uuidV7(ms, fill),
            stream,
            kind: 'said',
            at: new Date(ms).toISOString(),
            base: device.versionOf(stream),
            body: step,
          };
          device.add(event);
          made.add(event.id);
        }
      }
      // The link holds again, and people settle what is in conflict: both sides stay.
      for (let round = 0; round < 4; round++)
        for (const { device, sound } of devices) {
          await synchronise(device, sound);
          const told = [...server.told.values()].some((held) => held.undecided === device.conflicts().length);
          expect(told).toBe(true);
          for (const { event } of device.conflicts())
            device.add({ ...event, base: device.versionOf(event.stream) });
        }
      for (const { device, sound } of devices) await synchronise(device, sound);

      expect(server.events.map(({ id }) => id).toSorted()).toEqual([...made].toSorted());
      for (const { device, area } of devices) {
        expect([...device.queue]).toEqual([]);
        expect(device.events().every(({ stream }) => areaOf(stream) === area)).toBe(true);
        expect(fold(device.events())).toEqual(fold(server.events.filter((event) => event.area === area)));
      }
    }),
    { numRuns: 150 },
  );
});
