import { chatRoutes as routes } from '@jangkau/contracts';
import {
  chatOfficers,
  chatPage,
  chatVersion,
  countInbox,
  findChatFile,
  type InboxFilter,
  inboxEntries,
  inboxPlaceLength,
  inboxSummary,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { openChatFile } from '../../whatsapp/chat-file-box.ts';
import { conversationView, entryView, lineText } from '../../whatsapp/chat-view.ts';
import { ChatWorkDesk } from '../../whatsapp/chat-work-desk.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import { registerRoute } from '../register-route.ts';

/** The inbox of front-liners. */
export function chatRoutes(app: FastifyInstance, services: Services): void {
  const { settings, whatsapp, box } = services;
  const { timeZone } = settings;
  const work = new ChatWorkDesk(whatsapp.desk);
  const ofChat = (chat: string) => ({ subject: { kind: 'chat', key: chat } });

  registerRoute(app, services, routes.getInbox, async ({ db, scope }) => {
    const { queues, touchedAt, ...counts } = await inboxSummary(db, { username: scope.username, timeZone });
    return {
      ...counts,
      touchedAt: touchedAt?.toISOString() ?? null,
      queues: queues.map((queue) => ({ ...queue, oldest: queue.oldest.toISOString() })),
    };
  });

  registerRoute(app, services, routes.searchChats, async ({ db, scope, body, note }) => {
    const { cursor, limit, q, ...rest } = body;
    const filter: InboxFilter = { ...rest, words: q?.trim(), username: scope.username, timeZone };
    const after = decodeCursor([rest, q], cursor);
    if (after && after.length !== inboxPlaceLength) throw new ApiProblem('bad-cursor');
    const rows = await inboxEntries(db, filter, { after, limit: limit + 1 });
    const items = rows.slice(0, limit);
    const now = new Date();
    note({
      detail: { ...rest, ...(q && { searched: /\d/.test(q) ? 'number' : 'words' }), rows: items.length },
    });
    return {
      items: items.map((row) => entryView(row, now)),
      nextCursor: rows.length > limit ? encodeCursor([rest, q], items.at(-1)?.place ?? []) : null,
      ...(cursor === undefined && { total: await countInbox(db, filter) }),
    };
  });

  registerRoute(app, services, routes.getChatOfficers, async ({ db }) => ({ items: await chatOfficers(db) }));

  registerRoute(app, services, routes.getChat, async ({ db, params, note }) => {
    const page = await chatPage(db, params.chat);
    const version = page && (await chatVersion(db, params.chat));
    if (!page || version === undefined) throw new ApiProblem('chat-not-found');
    note({ ...ofChat(params.chat), detail: { member: page.chat.memberId } });
    return conversationView(page, { version, today: today(timeZone), now: new Date() });
  });

  registerRoute(app, services, routes.getChatVersion, async ({ db, params }) => {
    const version = await chatVersion(db, params.chat);
    if (version === undefined) throw new ApiProblem('chat-not-found');
    return { version };
  });

  registerRoute(app, services, routes.unmaskChat, async ({ db, params, body, scope, reply, note }) => {
    if (!services.unmasks.allows(scope.username, Date.now())) throw new ApiProblem('too-many-unmasks');
    const page = await chatPage(db, params.chat);
    if (!page) throw new ApiProblem('chat-not-found');
    services.unmasks.count(scope.username, Date.now());
    note({ ...ofChat(params.chat), purpose: body.reason });
    reply.header('cache-control', 'no-store');
    return {
      phone: page.chat.phone,
      messages: page.messages.map((line) => ({ id: line.id, text: lineText(line) })),
    };
  });

  registerRoute(app, services, routes.getChatFile, async ({ db, params, reply, note, settle }) => {
    const found = await findChatFile(db, params.chat, params.sha256);
    if (!found) throw new ApiProblem('file-not-found');
    note(ofChat(params.chat));
    await settle();
    const bytes = openChatFile(box, params.chat, params.sha256, found.sealed);
    return (
      reply
        .header('content-type', found.mime)
        // A sandboxed page shows no PDF.
        .header('content-disposition', found.mime.startsWith('image/') ? 'inline' : 'attachment')
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        .send(bytes)
    );
  });

  registerRoute(app, services, routes.assignChat, async ({ db, scope, params, body, note }) => {
    note({ ...ofChat(params.chat), detail: { to: body.to } });
    await work.assign(db, scope, { ...params, ...body });
  });
  registerRoute(app, services, routes.noteOnChat, async ({ db, scope, params, body, note }) => {
    note({ ...ofChat(params.chat), detail: { did: 'note' } });
    await work.note(db, scope, { ...params, ...body });
  });
  registerRoute(app, services, routes.replyInChat, async ({ db, scope, params, body, note, settle }) => {
    note({ ...ofChat(params.chat), detail: { did: 'reply' } });
    await work.reply(db, scope, { ...params, ...body, late: false });
    await settle();
    whatsapp.nudge();
  });
  registerRoute(app, services, routes.askToWriteAgain, async ({ db, scope, params, body, note, settle }) => {
    note({ ...ofChat(params.chat), detail: { did: 'reopen' } });
    await work.reply(db, scope, { ...params, ...body, late: true });
    await settle();
    whatsapp.nudge();
  });
  registerRoute(app, services, routes.handChatBack, async ({ db, scope, params, body, note, settle }) => {
    note({ ...ofChat(params.chat), detail: { did: 'hand-back' } });
    await work.handBack(db, scope, { ...params, ...body });
    await settle();
    whatsapp.nudge();
  });
  registerRoute(app, services, routes.finishChat, async ({ db, scope, params, body, note, settle }) => {
    note({ ...ofChat(params.chat), detail: { did: 'finish', item: body.item, outcome: body.outcome } });
    await work.finish(db, scope, { ...params, ...body });
    await settle();
    whatsapp.nudge();
  });
}
