import {
  addChatFact,
  assignChat,
  type ChatFact,
  type ConversationRow,
  chatAnswered,
  chatOfficers,
  type Db,
  finishWorkItem,
  lockConversationById,
  openItems,
  queueAnswer,
  type Scope,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { ConversationDesk } from './conversation-desk.ts';

/** What a front-liner asks to be done; `id` is made by the client. */
interface Act {
  chat: string;
  id: string;
}

/**
 * What front-liners do, in the request's transaction: the fact, the conversation, the outbox and the audit come
 * together or not at all. What was done with the same id before is not done again.
 */
export class ChatWorkDesk {
  readonly #desk: ConversationDesk;

  constructor(desk: ConversationDesk) {
    this.#desk = desk;
  }

  /** Gives a conversation to somebody who answers chats, or to nobody. @throws ApiProblem */
  async assign(
    db: Db,
    scope: Scope,
    act: Act & { to: string | null; note?: string | undefined },
  ): Promise<void> {
    await this.#locked(db, act.chat);
    if (act.to !== null && !(await chatOfficers(db)).some(({ username }) => username === act.to))
      throw new ApiProblem('chat-officer-unknown');
    const kind = act.to === null ? 'released' : 'assigned';
    if (await this.#add(db, scope, act, kind, { to: act.to, ...(act.note && { text: act.note }) }))
      await assignChat(db, act.chat, act.to);
  }

  /** Writes something down for colleagues. @throws ApiProblem */
  async note(db: Db, scope: Scope, act: Act & { text: string }): Promise<void> {
    await this.#locked(db, act.chat);
    await this.#add(db, scope, act, 'noted', { text: act.text });
  }

  /**
   * Answers. The automatic service is silent from then on until it is handed back. `late`: the 24 hours are over and
   * the person is asked to write again; the answer goes once they do. @throws ApiProblem
   */
  async reply(db: Db, scope: Scope, act: Act & { text: string; late: boolean }): Promise<void> {
    const row = await this.#locked(db, act.chat);
    const isOpen = row.window_ends_at !== null && row.window_ends_at > new Date();
    if (!(await this.#add(db, scope, act, 'replied', {}))) return;
    if (!act.late && !isOpen) throw new ApiProblem('chat-window-over');
    if (act.late && isOpen) throw new ApiProblem('chat-window-open');
    await this.#desk.handle(db, row, { kind: 'taken-over', id: act.id, at: new Date().toISOString() });
    const body = { kind: 'text', body: act.text };
    await queueAnswer(db, scope, act.chat, { key: `officer/${act.id}`, kind: 'text', body });
    await this.#answered(db, scope, row);
  }

  /** The automatic service goes on. @throws ApiProblem */
  async handBack(db: Db, scope: Scope, act: Act): Promise<void> {
    const row = await this.#locked(db, act.chat);
    if (!(await this.#add(db, scope, act, 'handed-back', {}))) return;
    if (row.state.phase !== 'person') throw new ApiProblem('chat-not-with-person');
    await this.#desk.handle(db, row, { kind: 'handed-back', id: act.id, at: new Date().toISOString() });
    if ((await openItems(db, act.chat)) === 0) await assignChat(db, act.chat, null);
  }

  /** Decides a request, or ends a talk, with a closing message and the question how content one is. @throws ApiProblem */
  async finish(
    db: Db,
    scope: Scope,
    act: Act & { item: string | null; outcome: string; text: string },
  ): Promise<void> {
    const row = await this.#locked(db, act.chat);
    const { item, outcome, text } = act;
    if (!(await this.#add(db, scope, act, 'finished', { item, outcome, text }))) return;
    if (item === null && row.state.phase !== 'person') throw new ApiProblem('chat-not-with-person');
    if (item !== null && !(await finishWorkItem(db, act.chat, item, outcome)))
      throw new ApiProblem('chat-item-done');
    const endsTalk = item === null;
    const at = new Date().toISOString();
    await this.#desk.handle(db, row, { kind: 'closed', text, endsTalk, id: act.id, at });
    const stillTalks = row.state.phase === 'person' && !endsTalk;
    if (!stillTalks && (await openItems(db, act.chat)) === 0) await assignChat(db, act.chat, null);
  }

  /** Whoever answers what is nobody's has taken it. */
  async #answered(db: Db, scope: Scope, row: ConversationRow): Promise<void> {
    await chatAnswered(db, row.id);
    if (row.assigned_to === null) await assignChat(db, row.id, scope.username);
  }

  async #locked(db: Db, chat: string): Promise<ConversationRow> {
    const row = await lockConversationById(db, chat);
    if (!row) throw new ApiProblem('chat-not-found');
    return row;
  }

  #add(db: Db, scope: Scope, act: Act, kind: ChatFact['kind'], body: ChatFact['body']): Promise<boolean> {
    return addChatFact(db, scope, { id: act.id, chat: act.chat, kind, body });
  }
}
