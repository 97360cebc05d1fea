import { pesiarLetterRoutes as routes } from '@jangkau/contracts';
import { maskNumbersIn } from '@jangkau/kernel';
import { Letters } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { pesiarLetter, previewLetter } from '../../pesiar/pesiar-letter.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';
import { sendPdf } from './subject-request-routes.ts';

/** Letters of PESIAR: looked for, looked at before and after they are issued, issued, reprinted. */
export function pesiarLetterRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.listPesiarLetters, async ({ db, query, note }) => {
    const { cursor, limit, q, ...filter } = query;
    if (cursor !== undefined && !z.uuid().safeParse(cursor).success) throw new ApiProblem('bad-cursor');
    const rows = await Letters.ofPesiar(db, { ...filter, words: q }, { after: cursor, limit: limit + 1 });
    const items = rows.slice(0, limit);
    note({ detail: { ...filter, ...(q && { searched: 'words' }), rows: items.length } });
    return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
  });
  registerRoute(app, services, routes.previewPesiarLetter, async ({ db, scope, body, note }) => {
    note({ detail: { topic: body.topic, act: 'preview' } });
    return previewLetter(services, db, scope, body);
  });
  registerRoute(app, services, routes.issuePesiarLetter, async ({ db, scope, body, note }) => {
    const letter = await pesiarLetter(services, db, scope, body);
    note({ subject: { kind: 'letter', key: letter.id }, detail: { number: letter.number } });
    return letter;
  });
  registerRoute(app, services, routes.getPesiarLetter, async ({ db, params, reply, note, settle }) => {
    const found = await Letters.pesiarPdf(db, params.id);
    if (!found) throw new ApiProblem('letter-not-found');
    note({ subject: { kind: 'letter', key: params.id }, detail: { number: found.number } });
    await settle();
    return sendPdf(reply, found);
  });
  registerRoute(app, services, routes.readPesiarLetter, async ({ db, params, note }) => {
    const [letter] = await Letters.ofPesiar(db, { id: params.id }, { limit: 1 });
    const content = letter && (await Letters.pesiarContent(db, params.id));
    if (!letter || !content) throw new ApiProblem('letter-not-found');
    note({ subject: { kind: 'letter', key: params.id }, detail: { number: letter.number } });
    return { letter, content: withMaskedNumbers(content) };
  });
}

/** Every long number in it masked: the printed letter alone names people whole. */
function withMaskedNumbers<T>(content: T): T {
  return JSON.parse(JSON.stringify(content), (_, value) =>
    typeof value === 'string' ? maskNumbersIn(value) : value,
  );
}
