import type { ChatConversation, ChatEntry, ChatItem, ChatLine, ChatOutcome } from '@jangkau/contracts';
import { maskNumbersIn, maskPhone } from '@jangkau/kernel';
import { closingText, type Outcome, outcomes, readAnswers, templateText } from '@jangkau/pandawa';
import type { ChatPage, InboxEntry, ChatItem as ItemRow, ChatLine as LineRow } from '@jangkau/store';
import { requestNumber } from './request-number.ts';

const shortText = 140;

/** A line of the inbox, without numbers of people. */
export function entryView(row: InboxEntry, now: Date): ChatEntry {
  const last = maskNumbersIn(row.lastText ?? '').replace(/\s+/g, ' ');
  return {
    chat: row.chat,
    number: row.item === null ? null : requestNumber(row.item),
    service: row.service,
    name: row.name,
    phone: row.phone && maskPhone(row.phone),
    since: row.since.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    over: row.dueAt !== null && row.dueAt < now,
    assignedTo: row.assignedTo,
    assignedName: row.assignedName,
    lastText: last.length > shortText ? `${last.slice(0, shortText - 1)}…` : last,
    lastIsFile: row.lastIsFile ?? false,
    undeliverable: row.undeliverable,
  };
}

/** A conversation with what was said, asked for and done; numbers of people masked. */
export function conversationView(
  { chat, items, messages, facts }: ChatPage,
  { version, today, now }: { version: string; today: string; now: Date },
): ChatConversation {
  return {
    id: chat.id,
    version,
    name: chat.name,
    memberId: chat.memberId,
    phone: chat.phone && maskPhone(chat.phone),
    phase: chat.phase,
    waitingFor: chat.waitingFor,
    waitingSince: chat.waitingSince?.toISOString() ?? null,
    answerBy: chat.answerBy?.toISOString() ?? null,
    over: chat.answerBy !== null && chat.answerBy < now,
    windowEndsAt: chat.windowEndsAt && chat.windowEndsAt > now ? chat.windowEndsAt.toISOString() : null,
    assignedTo: chat.assignedTo,
    assignedName: chat.assignedName,
    optedOutAt: chat.optedOutAt?.toISOString() ?? null,
    undeliverable: chat.undeliverable,
    rating: chat.rating,
    items: items.map((item) => itemView(item, today)),
    messages: messages.map(lineView),
    facts: facts.map(({ id, at, madeBy, kind, body }) => ({
      id,
      at: at.toISOString(),
      by: madeBy,
      kind,
      to: textOf(body.to) || null,
      text: maskNumbersIn(textOf(body.text)) || null,
      outcome: outcomes.includes(body.outcome as Outcome) ? (body.outcome as ChatOutcome) : null,
    })),
    closings: closingsOf('person', null),
  };
}

function itemView(item: ItemRow, today: string): ChatItem {
  const number = requestNumber(item.id);
  return {
    id: item.id,
    number,
    service: item.service,
    madeAt: item.madeAt.toISOString(),
    dueOn: item.dueOn,
    over: item.doneAt === null && item.dueOn < today,
    doneAt: item.doneAt?.toISOString() ?? null,
    outcome: item.outcome as ChatOutcome | null,
    answers: readAnswers(item.service, item.answers).map(({ label, value }) => ({
      label,
      value: maskNumbersIn(value),
    })),
    files: item.files.map(({ id, type, document }) => ({ sha256: id, type, document })),
    closings: item.doneAt === null ? closingsOf(item.service, number) : {},
  };
}

function closingsOf(service: string, number: string | null): Partial<Record<ChatOutcome, string>> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, closingText(service, outcome, number)]));
}

function lineView(line: LineRow): ChatLine {
  const { body, inbound } = line;
  const choices = Array.isArray(body.choices) ? body.choices.map((one) => textOf(one?.title)) : [];
  const failed = line.state === 'failed' || (line.state === 'queued' && line.errorKind !== null);
  return {
    id: line.id,
    from: inbound ? 'member' : line.madeBy === null ? 'bot' : 'officer',
    by: line.madeBy,
    at: line.at.toISOString(),
    text: maskNumbersIn(lineText(line)),
    what: inbound && body.kind === 'other' ? textOf(body.what) : null,
    event: inbound ? eventOf(line) : null,
    choices,
    file:
      inbound && body.kept === true
        ? { sha256: textOf(body.sha256), type: textOf(body.type), document: null }
        : null,
    state: line.state,
    failure: failed ? { code: line.errorCode, kind: line.errorKind } : null,
    byTemplate: line.byTemplate,
  };
}

const events: Readonly<Record<string, ChatLine['event']>> = {
  changed: 'changed',
  withdrawn: 'withdrawn',
  moved: 'moved',
};
/** Kinds of bodies by which somebody says something. */
const saying: ReadonlySet<unknown> = new Set(['text', 'choice', 'file', 'other']);

function eventOf({ kind, body }: LineRow): ChatLine['event'] {
  if (saying.has(body.kind)) return null;
  return kind === 'reaction' ? 'reaction' : (events[textOf(body.kind)] ?? 'unknown');
}

/** The words of a message, as they were said. */
export function lineText({ inbound, kind, body }: Pick<LineRow, 'inbound' | 'kind' | 'body'>): string {
  if (inbound && kind === 'reaction')
    return textOf((body.reaction as { emoji?: unknown } | undefined)?.emoji);
  if (inbound) return textOf(body.text) || textOf(body.title) || textOf(body.caption);
  if (kind === 'code') return templateText('pandawa_kode', ['••••••']);
  if (kind === 'template') {
    // Messages of campaigns carry their words.
    if (typeof body.text === 'string') return body.text;
    const parameters = Array.isArray(body.parameters) ? body.parameters.map(textOf) : [];
    return templateText(textOf(body.name), parameters);
  }
  return textOf(body.body);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
