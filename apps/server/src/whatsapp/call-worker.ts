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
  type WaitingCall,
  withdrawInbound,
} from '@jangkau/store';
import { takeNotice } from '../campaigns/take-notice.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { sealChatFile } from './chat-file-box.ts';
import type { ConversationDesk } from './conversation-desk.ts';
import { type GraphClient, GraphError, type MediaFile, unknownType } from './graph-client.ts';
import { type InboundMessage, readWebhookCall } from './webhook-call.ts';

/** What comes without the person saying anything: it opens no time in which one may answer freely. */
const silent: ReadonlySet<InboundMessage['said']['kind']> = new Set(['nothing', 'moved', 'withdrawn']);
/** What somebody says who wants our messages again. */
const again = /^\W*(start|mulai)\W*$/i;
/** Tries of a file before the person is told that it did not arrive. */
const mediaTries = 4;

type Event = ChatEvent extends infer One ? (One extends ChatEvent ? Omit<One, 'id' | 'at'> : never) : never;

/** Files of a call by their id; undefined: it cannot be had. */
type Files = ReadonlyMap<string, MediaFile | undefined>;

/** A file is needed that is not there yet: it is fetched while nothing is locked, and the call is worked from the start. */
class FileWanted extends Error {
  readonly mediaId: string;
  readonly sha256: string | null;

  constructor(mediaId: string, sha256: string | null) {
    super('a file is wanted');
    this.mediaId = mediaId;
    this.sha256 = sha256;
  }
}

/** Works kept calls: each in one transaction that locks it, so that it counts once however often it is tried. */
export class CallWorker {
  readonly #database: Database;
  readonly #desk: ConversationDesk;
  readonly #graph: GraphClient;
  readonly #accountId: string;
  readonly #box: SecretBox;
  readonly #now: () => Date;
  readonly #onError: (error: unknown) => void;
  /** Calls somebody here works on; they are not locked while a file is fetched. */
  readonly #working = new Set<string>();

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
    const files = new Map<string, MediaFile | undefined>();
    let call: WaitingCall | undefined;
    try {
      for (;;) {
        try {
          return await this.#database.system.transaction().execute(async (db) => {
            const next = await nextCall(db, call ? { id: call.id } : { except: [...this.#working] });
            // Another server was quicker.
            if (!next) return call !== undefined;
            call = next;
            this.#working.add(next.id);
            await this.#work(db, next, files);
            return true;
          });
        } catch (error) {
          if (!(error instanceof FileWanted) || !call) throw error;
          files.set(error.mediaId, await this.#fetch(error, call.attempts));
        }
      }
    } catch (error) {
      if (!call) throw error;
      this.#onError(error);
      await callFailed(this.#database.system, call.id, error instanceof Error ? error.name : 'unknown');
      return true;
    } finally {
      if (call) this.#working.delete(call.id);
    }
  }

  async #work(db: Db, call: WaitingCall, files: Files): Promise<void> {
    const { messages, statuses, notices, faults } = readWebhookCall(call.body);
    for (const { account, notice } of notices) {
      // Another account of the same app is not ours.
      if (account === this.#accountId) await takeNotice(db, notice);
      else faults.push('notice of another account');
    }
    // In one order everywhere: two calls with the same people must not wait for each other.
    for (const status of statuses.sort((a, b) => compare(a.wamid, b.wamid))) await keepStatus(db, status);
    for (const message of messages.sort((a, b) => compare(userOf(a), userOf(b)) || compare(a.at, b.at))) {
      await this.#message(db, message, files);
    }
    await callWorked(db, call.id, faults.length > 0 ? faults.slice(0, 20).join('; ') : null);
  }

  /** @throws GraphError when it is worth another try later */
  async #fetch({ mediaId, sha256 }: FileWanted, attempts: number): Promise<MediaFile | undefined> {
    try {
      return await this.#graph.media(mediaId, sha256);
    } catch (error) {
      if (!(error instanceof GraphError) || (error.kind === 'retry' && attempts < mediaTries)) throw error;
      return undefined;
    }
  }

  async #message(db: Db, message: InboundMessage, files: Files): Promise<void> {
    const row = await lockConversation(db, this.#userOf(message));
    const isBack = await isWithdrawn(db, row.id, message.id);
    const event = isBack ? undefined : await this.#eventOf(db, row.id, message, files);
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
    files: Files,
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
        if (!files.has(said.mediaId)) throw new FileWanted(said.mediaId, said.sha256);
        const file = files.get(said.mediaId);
        if (!file) return { kind: 'sent-other', what: 'berkas itu' };
        // What nobody can look at is of no use to anybody.
        if (file.type !== unknownType)
          await keepChatFile(db, conversationId, file.sha256, {
            mime: file.type,
            size: file.bytes.length,
            sealed: sealChatFile(this.#box, conversationId, file.sha256, file.bytes),
          });
        return { kind: 'sent-file', file: { id: file.sha256, type: file.type, bytes: file.bytes.length } };
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
