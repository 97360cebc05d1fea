import { type RunEvent, routes } from '@jangkau/contracts';
import { RunRepository } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { eventView } from '../../runs/run-view.ts';
import type { Services } from '../../services.ts';
import { registerRoute } from '../register-route.ts';

const heartbeatMs = 15_000;

/** Progress of runs as server-sent events. */
export function eventRoutes(app: FastifyInstance, services: Services): void {
  const open = new Set<() => void>();
  app.addHook('preClose', async () => {
    for (const end of open) end();
  });
  registerRoute(app, services, routes.events, async ({ query, request, reply, scope, language }) => {
    const headers = reply.getHeaders();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(headers as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 2000\n\n');

    // Listen first and read what was missed second, or what happens in between is lost.
    let seen = Number(request.headers['last-event-id'] ?? query.lastEventId ?? Number.NaN);
    let waiting: RunEvent[] | undefined = [];
    const send = (event: RunEvent) => {
      if (query.run !== undefined && event.runId !== query.run) return;
      if (event.id <= seen) return;
      seen = event.id;
      raw.write(`id: ${event.id}\nevent: run\ndata: ${JSON.stringify(event)}\n\n`);
    };
    const unsubscribe = services.events.subscribe((event) => {
      if (waiting) waiting.push(event[language]);
      else send(event[language]);
    });
    const heartbeat = setInterval(() => raw.write(': \n\n'), heartbeatMs);
    const end = () => {
      clearInterval(heartbeat);
      unsubscribe();
      open.delete(end);
      raw.end();
    };
    open.add(end);
    raw.on('close', end);
    raw.on('error', end);

    if (Number.isInteger(seen)) {
      for (;;) {
        const missed = await services.database.as(scope, (db) =>
          new RunRepository(db).eventsAfter(seen, query.run, 500),
        );
        for (const row of missed) send(eventView(row, language));
        if (missed.length < 500) break;
      }
    } else seen = 0;
    for (const event of waiting) send(event);
    waiting = undefined;
  });
}
