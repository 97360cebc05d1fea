import { createHmac, randomInt } from 'node:crypto';
import { formatDate } from '@jangkau/kernel';
import {
  advance,
  type ChatEvent,
  type Conversation,
  type Effect,
  emptyConversation,
  officeDeadline,
  officeTime,
} from '@jangkau/pandawa';
import {
  AuditLog,
  type ConversationRow,
  type Db,
  keepCode,
  keepRating,
  keepWorkItem,
  proveMember,
  queueMessage,
  Scope,
  saveConversation,
  useCode,
} from '@jangkau/store';
import type { ChatSettingsDesk } from './chat-settings-desk.ts';
import { memberFactsOf } from './member-facts-of.ts';
import { requestNumber } from './request-number.ts';
import { workingDayAfter } from './working-day-after.ts';

/** Working days until a request of a service nothing is said about is answered. */
export const usualDays = 3;
/** What people do; after it, whoever waits for a person is promised an answer. */
const fromPeople: ReadonlySet<ChatEvent['kind']> = new Set(['said', 'chose', 'sent-file', 'sent-other']);
/** A conversation that asks more than this of us in one event is broken. */
const mostAnswers = 20;

/** Moves conversations on, inside the caller's transaction: state, outbox, work items and codes change together. */
export class ConversationDesk {
  readonly #key: Buffer;
  readonly #settings: ChatSettingsDesk;

  constructor({ key, settings }: { key: Buffer; settings: ChatSettingsDesk }) {
    this.#key = key;
    this.#settings = settings;
  }

  /** A keyed hash: what is kept of a number or a code that must not be readable. */
  hash(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#key).update(`${purpose}\n${text}`).digest();
  }

  /** Handles an event of a locked conversation; what the engine asks for is answered at once. */
  async handle(db: Db, row: ConversationRow, event: ChatEvent): Promise<void> {
    let conversation = stateOf(row);
    let waitingFor: string | null = null;
    const before = conversation;
    const { conversation: settings, serviceLevels } = this.#settings.current;
    const waiting: ChatEvent[] = [event];
    for (let i = 0; i < mostAnswers; i++) {
      const next = waiting.shift();
      if (!next) break;
      const advanced = advance(conversation, next, { settings });
      conversation = advanced.conversation;
      for (const effect of advanced.effects) {
        if (effect.kind === 'hand-over') waitingFor = effect.service;
        const answer = await this.#do(db, row, effect, event.at);
        if (answer) waiting.push({ ...answer, id: `${effect.id}:answer`, at: event.at } as ChatEvent);
      }
    }
    if (conversation === before) return;
    await saveConversation(db, row.id, {
      state: conversation,
      memberId: conversation.facts?.memberId ?? null,
      waitingFor,
      answerBy: fromPeople.has(event.kind)
        ? officeDeadline(event.at, serviceLevels.answerMinutes, settings.office)
        : null,
      optedOut: conversation.optedOut,
      at: event.at,
    });
  }

  async #do(db: Db, row: ConversationRow, effect: Effect, at: string) {
    const { date: today } = officeTime(at, this.#settings.current.conversation.office);
    switch (effect.kind) {
      case 'say':
        await queueMessage(db, row.id, { key: effect.id, kind: effect.message.kind, body: effect.message });
        return undefined;
      case 'identify': {
        const memberId = await proveMember(db, {
          number: effect.number,
          numberHash: this.hash('number', effect.number),
          born: effect.born,
          phone: row.phone,
        });
        const facts = memberId === undefined ? undefined : await memberFactsOf(db, memberId, today, 0);
        return facts ? { kind: 'identified', facts } : { kind: 'not-identified' };
      }
      case 'read-account': {
        const facts = await memberFactsOf(db, effect.memberId, today, effect.stages);
        // Somebody who is no longer there, or whose data may not be used, is not answered for.
        return facts ? { kind: 'account', facts } : { kind: 'handed-back' };
      }
      case 'send-code': {
        if (!row.phone) return { kind: 'code-not-sent' };
        const code = String(randomInt(1_000_000)).padStart(6, '0');
        await keepCode(db, row.id, this.hash('code', `${row.id} ${code}`));
        await queueMessage(db, row.id, { key: effect.id, kind: 'code', body: { kind: 'code', code } });
        return { kind: 'code-sent' };
      }
      case 'check-code': {
        const right = await useCode(db, row.id, this.hash('code', `${row.id} ${effect.code}`));
        return { kind: right ? 'code-right' : 'code-wrong' };
      }
      case 'record': {
        const item = await keepWorkItem(db, {
          conversationId: row.id,
          key: effect.id,
          service: effect.service,
          memberId: effect.memberId,
          answers: effect.answers,
          files: effect.files,
          dueOn: workingDayAfter(
            at,
            this.#settings.current.serviceLevels.days[effect.service] ?? usualDays,
            this.#settings.current.conversation.office,
          ),
        });
        return {
          kind: 'recorded',
          number: requestNumber(item.id),
          dueOn: formatDate(item.dueOn),
        };
      }
      case 'rate':
        await keepRating(db, row.id, effect.id, effect.score);
        return undefined;
      case 'alert':
        await AuditLog.add(db, Scope.system(), {
          action: 'session.chat-locked',
          subject: { kind: 'chat', key: row.id },
          outcome: 'denied',
        });
        return undefined;
      default:
        return undefined;
    }
  }
}

function stateOf({ state }: ConversationRow): Conversation {
  return { ...emptyConversation, ...state };
}
