import { createHash } from 'node:crypto';
import type { OwnRequests as OwnRequestList, OwnRequestOrder } from '@jangkau/contracts';
import { facilityChange, parseDate } from '@jangkau/membership';
import { fileProblem, officeTime } from '@jangkau/pandawa';
import { type Database, facilityChosenOn, findChatFile, keepChatFile, keepWorkItem } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { sealChatFile } from '../whatsapp/chat-file-box.ts';
import type { ChatSettingsDesk } from '../whatsapp/chat-settings-desk.ts';
import { usualDays } from '../whatsapp/conversation-desk.ts';
import { sniffedType } from '../whatsapp/graph-client.ts';
import { workingDayAfter } from '../whatsapp/working-day-after.ts';
import type { SignedInMember } from './member-sessions.ts';

/** Largest photo of a document. */
const mostFileBytes = 5 * 1024 ** 2;

/**
 * Requests of members: they join the queue of the people who answer chats, as the same services of PANDAWA (E
 * correction of data, G change of FKTP), in the conversation their code went to.
 */
export class OwnRequests {
  readonly #database: Database;
  readonly #box: SecretBox;
  readonly #chat: ChatSettingsDesk;
  readonly #now: () => Date;

  constructor(parts: { database: Database; box: SecretBox; chat: ChatSettingsDesk; now: () => Date }) {
    this.#database = parts.database;
    this.#box = parts.box;
    this.#chat = parts.chat;
    this.#now = parts.now;
  }

  /** How often the first-level facility may be changed, and from when it may be again. */
  async facilityTerms(memberId: number): Promise<OwnRequestList['facility']> {
    const { facilityChange: rule, office } = this.#chat.current.conversation;
    const last = (await facilityChosenOn(this.#database.system, [memberId])).get(memberId);
    const { date } = officeTime(this.#now().toISOString(), office);
    const change = facilityChange(parseDate(date), last ? parseDate(last) : undefined, rule.months);
    return {
      ...rule,
      exceptions: [...rule.exceptions],
      allowedFrom: change.allowed ? null : change.allowedFrom.toString(),
    };
  }

  /** @throws ApiProblem own-facility-too-soon */
  async #requireTime(
    memberId: number,
    { exception, files }: Extract<OwnRequestOrder, { kind: 'facility' }>,
  ): Promise<void> {
    const { allowedFrom, exceptions } = await this.facilityTerms(memberId);
    const excused = exception !== undefined && exceptions.includes(exception) && files.length > 0;
    if (allowedFrom !== null && !excused)
      throw new ApiProblem('own-facility-too-soon', { detail: allowedFrom });
  }

  /**
   * Makes the request; the same one again on the same day is the one that is there.
   * @throws ApiProblem own-facility-too-soon, own-file-unusable
   */
  async add(member: SignedInMember, order: OwnRequestOrder): Promise<void> {
    const conversationId = conversationOf(member);
    if (order.kind === 'facility') await this.#requireTime(member.memberId, order);
    const { service, answers, files } = asService(order);
    const at = this.#now().toISOString();
    const said = createHash('sha256')
      .update(JSON.stringify({ service, answers, files: files.map(({ id }) => id) }))
      .digest('hex')
      .slice(0, 16);
    const { serviceLevels, conversation } = this.#chat.current;
    await this.#database.system.transaction().execute(async (db) => {
      for (const { id } of files)
        if (!(await findChatFile(db, conversationId, id))) throw new ApiProblem('own-file-unusable');
      await keepWorkItem(db, {
        conversationId,
        key: `member-app/${at.slice(0, 10)}/${said}`,
        service,
        memberId: member.memberId,
        answers,
        files,
        dueOn: workingDayAfter(at, serviceLevels.days[service] ?? usualDays, conversation.office),
      });
    });
  }

  /**
   * Keeps a photo of a document, encrypted, where those of chats are.
   * @throws ApiProblem own-file-unusable
   */
  async keep(
    member: SignedInMember,
    body: AsyncIterable<Buffer>,
  ): Promise<{ id: string; type: string; bytes: number }> {
    const conversationId = conversationOf(member);
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of body) {
      size += part.length;
      if (size > mostFileBytes) throw new ApiProblem('own-file-unusable');
      parts.push(part);
    }
    const bytes = Buffer.concat(parts);
    const type = sniffedType(bytes);
    const problem = fileProblem({ type, bytes: bytes.length });
    if (problem !== undefined) throw new ApiProblem('own-file-unusable');
    const id = createHash('sha256').update(bytes).digest('hex');
    await this.#database.system.transaction().execute(async (db) => {
      const sealed = sealChatFile(this.#box, conversationId, id, bytes);
      await keepChatFile(db, conversationId, id, { mime: type, size: bytes.length, sealed });
    });
    return { id, type, bytes: bytes.length };
  }
}

/** The conversation the code of the sign-in went to; an erasure may have taken it away since. */
function conversationOf({ conversationId }: SignedInMember): string {
  if (conversationId === null) throw new ApiProblem('not-signed-in');
  return conversationId;
}

function asService(order: OwnRequestOrder): {
  service: string;
  answers: Record<string, string>;
  files: { id: string; type: string; bytes: number; document: string }[];
} {
  switch (order.kind) {
    case 'facility':
      return {
        service: 'G',
        answers: {
          facility: order.code,
          whom: order.whom,
          ...(order.exception && { exception: order.exception }),
        },
        files: order.files.map((one) => ({ ...one, document: 'Surat alasan pindah faskes' })),
      };
    case 'identity':
      return {
        service: 'E',
        answers: { field: order.field, value: order.value },
        files: order.files.map((one) => ({ ...one, document: 'KTP atau KK' })),
      };
    default:
      return { service: 'E', answers: { field: order.kind, value: order.value }, files: [] };
  }
}
