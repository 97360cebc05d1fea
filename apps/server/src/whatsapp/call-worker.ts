import type { ChatEvent } from '@jangkau/pandawa';
import {
  type ChatUser,
  callFailed,
  callWorked,
  type Database,
  type Db,
  isWithdrawn,
  keepChatFile,
  keepInbound,
  keepStatus,
  lockConversation,
  moveConversation,
  nextCall,
  peekPhase,
  withdrawInbound,
} from '@jangkau/store';
import { takeNotice } from '../campaigns/take-notice.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { sealChatFile } from './chat-file-box.ts';
import type { ConversationDesk } from './conversation-desk.ts';
import { type GraphClient, GraphError, unknownType } from './graph-client.ts';
import { type InboundMessage, readWebhookCall } from './webhook-call.ts';

/** What comes without the person saying anything: it opens no time in which one may answer freely. */
const silent: ReadonlySet<InboundMessage['said']['kind']> = new Set(['nothing', 'moved', 'withdrawn']);
/** What somebody says who wants our messages again. */
const again = /^\W*(start|mulai)\W*$/i;
/** Tries of a file before the person is told that it did not arrive. */
const mediaTries = 4;

type Event = ChatEvent extends infer One ? (One extends ChatEvent ? Omit<One, 'id' | 'at'> : never) : never;

/** Works kept calls: each in one transaction that locks it, so that it counts once however often it is tried. */
export class CallWorker {
  readonly #database: Database;
  readonly #desk: ConversationDesk;
  readonly #graph: GraphClient;
  readonly #accountId: string;
  readonly #box: SecretBox;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;

  constructor(parts: {
    database: Database;
    desk: ConversationDesk;
    graph: GraphClient;
    /** Business account whose notices count. */
    accountId: string;
    /** Seals what people send. */
    box: SecretBox;
    now: () => Date;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#desk = parts.desk;
    this.#graph = parts.graph;
    this.#accountId = parts.accountId;
    this.#box = parts.box;
    this.#now = parts.now;
    this.#onError = parts.onError;
  }

  /** Works the next call; false when none waits. */
  async workNext(): Promise<boolean> {
    let id: string | undefined;
    try {
      return await this.#database.system.transaction().execute(async (db) => {
        const call = await nextCall(db);
        if (!call) return false;
        id = call.id;
        const { messages, statuses, notices, faults } = readWebhookCall(call.body);
        for (const { account, notice } of notices) {
          // Another account of the same app is not ours.
          if (account === this.#accountId) await takeNotice(db, notice);
          else faults.push('notice of another account');
        }
        // In one order everywhere: two calls with the same people must not wait for each other.
        for (const status of statuses.sort((a, b) => compare(a.wamid, b.wamid))) await keepStatus(db, status);
        for (const message of messages.sort((a, b) => compare(userOf(a), userOf(b)) || compare(a.at, b.at))) {
          await this.#message(db, message, call.attempts);
        }
        await callWorked(db, call.id, faults.length > 0 ? faults.slice(0, 20).join('; ') : null);
        return true;
      });
    } catch (error) {
      if (id === undefined) throw error;
      this.#onError(error);
      await callFailed(this.#database.system, id, error instanceof Error ? error.name : 'unknown');
      return true;
    }
  }

  async #message(db: Db, message: InboundMessage, attempts: number): Promise<void> {
    const row = await lockConversation(db, this.#userOf(message));
    const isBack = await isWithdrawn(db, row.id, message.id);
    const event = isBack ? undefined : await this.#eventOf(db, row.id, message, attempts);
    const isNew = await keepInbound(db, row.id, {
      key: message.id,
      kind: message.type.slice(0, 40),
      body: isBack ? { kind: 'withdrawn' } : bodyOf(message, event),
      at: message.at,
      opensWindow: !silent.has(message.said.kind),
      wantsAgain: message.said.kind === 'text' && again.test(message.said.text),
    });
    if (!isNew) return;
    if (message.said.kind === 'withdrawn') await withdrawInbound(db, row.id, message.said.of);
    if (message.said.kind === 'moved') {
      const phone = message.said.phone ?? row.phone;
      const userId = message.said.userId ?? message.userId;
      const address = phone ?? userId;
      if (address)
        await moveConversation(db, row.id, {
          address,
          phone,
          userHash: this.#desk.hash('user', userId ?? address),
        });
      return;
    }
    if (event)
      await this.#desk.handle(db, row, {
        ...event,
        id: message.id,
        at: this.#now().toISOString(),
      } as ChatEvent);
  }

  /** What a message means to the conversation; undefined: nothing. */
  async #eventOf(
    db: Db,
    conversationId: string,
    { said }: InboundMessage,
    attempts: number,
  ): Promise<Event | undefined> {
    switch (said.kind) {
      case 'text':
        return { kind: 'said', text: said.text };
      case 'choice':
        return { kind: 'chose', choice: said.id, title: said.title };
      case 'other':
        return { kind: 'sent-other', what: said.what };
      case 'file': {
        // Only what was asked for is fetched: no more of people than the purpose needs.
        const phase = await peekPhase(db, conversationId);
        if (phase !== 'flow' && phase !== 'person') {
          return { kind: 'sent-file', file: { id: said.mediaId, type: said.type, bytes: 0 } };
        }
        try {
          const file = await this.#graph.media(said.mediaId, said.sha256);
          // What nobody can look at is of no use to anybody.
          if (file.type !== unknownType)
            await keepChatFile(db, conversationId, file.sha256, {
              mime: file.type,
              size: file.bytes.length,
              sealed: sealChatFile(this.#box, conversationId, file.sha256, file.bytes),
            });
          return { kind: 'sent-file', file: { id: file.sha256, type: file.type, bytes: file.bytes.length } };
        } catch (error) {
          if (error instanceof GraphError && error.kind === 'retry' && attempts < mediaTries) throw error;
          if (!(error instanceof GraphError)) throw error;
          return { kind: 'sent-other', what: 'berkas itu' };
        }
      }
      default:
        return undefined;
    }
  }

  #userOf({ line, phone, userId }: InboundMessage): ChatUser {
    return {
      line,
      userHash: this.#desk.hash('user', userId ?? phone ?? ''),
      ...(userId && phone ? { phoneHash: this.#desk.hash('user', phone) } : {}),
      address: phone ?? userId ?? '',
      phone,
    };
  }
}

/** What is kept of a message; of a file that was fetched, by what it is found again. */
function bodyOf({ said, raw }: InboundMessage, event: Event | undefined): unknown {
  if (said.kind === 'nothing') return raw;
  if (event?.kind !== 'sent-file' || event.file.bytes === 0 || event.file.type === unknownType) return said;
  return { ...said, sha256: event.file.id, type: event.file.type, kept: true };
}

function userOf({ line, userId, phone }: InboundMessage): string {
  return `${line} ${userId ?? phone}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
