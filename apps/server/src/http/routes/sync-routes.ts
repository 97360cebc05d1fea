import { routes } from '@jangkau/contracts';
import { factsAfter, findAttachment } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import type { SignedIn } from '../../sessions/session-service.ts';
import { AttachmentParts } from '../../sync/attachment-parts.ts';
import { keepAttachment } from '../../sync/keep-attachment.ts';
import { keptEvent } from '../../sync/kept-event.ts';
import { takeEvents } from '../../sync/take-events.ts';
import { takeRescued } from '../../sync/take-rescued.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Facts in one answer. */
const pageFacts = 200;
/** A part of a photograph. */
const partLimit = 512 * 1024;

/** What devices send and fetch. Each request names its device, which must be its owner's and not revoked. */
export function syncRoutes(app: FastifyInstance, services: Services): void {
  const { devices, packs, database, now } = services;
  const parts = new AttachmentParts();
  const require = (officer: SignedIn | undefined, device: string) =>
    devices.require((officer as SignedIn).username, device);

  registerRoute(app, services, routes.pushEvents, async ({ scope, body, officer, language }) => {
    await require(officer, body.device);
    const results = await takeEvents(database, scope, body.device, body.events, language);
    return { serverTime: now().toISOString(), results };
  });
  registerRoute(app, services, routes.tellHeld, async ({ body, officer }) => {
    const { device, ...held } = body;
    await require(officer, device);
    await devices.held(device, held);
    return { serverTime: now().toISOString() };
  });
  registerRoute(app, services, routes.pullEvents, async ({ db, scope, query, officer, note }) => {
    await require(officer, query.device);
    const facts = await factsAfter(db, scope, cursorOf(query.cursor), pageFacts);
    note({ subject: { kind: 'device', key: query.device }, detail: { act: 'pull', facts: facts.length } });
    // An offered pack is older than what is pulled now.
    packs.forget(query.device);
    return {
      serverTime: now().toISOString(),
      events: facts.map(keptEvent),
      cursor: String(facts.at(-1)?.seq ?? cursorOf(query.cursor)),
      more: facts.length === pageFacts,
      edition: await packs.edition(db, scope),
    };
  });
  registerRoute(app, services, routes.getPackManifest, async ({ db, scope, query, officer, note }) => {
    await require(officer, query.device);
    await takeRescued(services, scope);
    const manifest = await packs.offer(db, scope, query.device);
    note({ subject: { kind: 'device', key: query.device }, detail: { act: 'pack', bytes: manifest.bytes } });
    return manifest;
  });
  registerRoute(app, services, routes.getPackBytes, async (input) => {
    const { db, scope, params, query, officer, note, reply, settle } = input;
    await require(officer, query.device);
    const bytes = await packs.bytes(db, scope, query.device, params.id, query.from);
    note({ subject: { kind: 'device', key: query.device }, detail: { act: 'pack', from: query.from } });
    await settle();
    reply.header('content-type', 'application/octet-stream').send(bytes);
  });

  registerRoute(app, services, routes.announceAttachment, async ({ db, body, officer }) => {
    const { device, ...head } = body;
    await require(officer, device);
    if (await findAttachment(db, head.stream, head.sha256)) return { received: head.size };
    return { received: parts.announce(device, head) };
  });
  app.register((scoped, _options, done) => {
    scoped.removeAllContentTypeParsers();
    scoped.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit: partLimit }, (_request, body, parsed) =>
      parsed(null, body),
    );
    registerRoute(scoped, services, routes.addAttachmentPart, async (input) => {
      const { db, scope, params, query, officer, request, note } = input;
      await require(officer, query.device);
      if (!Buffer.isBuffer(request.body)) throw new ApiProblem('invalid-request');
      const received = parts.add(query.device, params.sha256, query.from, request.body);
      // After a restart nothing was announced: the device asks again from the start.
      if (received === undefined) return { received: 0 };
      const whole = parts.whole(query.device, params.sha256);
      if (whole === 'damaged') throw new ApiProblem('attachment-damaged');
      if (whole) {
        const { head, bytes } = whole;
        const kept = await keepAttachment(db, scope, services.box, { ...head, bytes });
        if (!kept) throw new ApiProblem('person-not-found');
        parts.forget(query.device, params.sha256);
      }
      note({ subject: { kind: 'device', key: query.device }, detail: { act: 'attachment', received } });
      return { received };
    });
    done();
  });
}

/** @throws ApiProblem bad-cursor */
function cursorOf(cursor: string | undefined): number {
  const seq = Number(cursor ?? 0);
  if (!Number.isSafeInteger(seq) || seq < 0) throw new ApiProblem('bad-cursor');
  return seq;
}
