import type { ActOrder, FacilityChangeRule, MembershipAct } from '@jangkau/contracts';
import { formatDate } from '@jangkau/kernel';
import {
  AuditLog,
  addChatFact,
  asOwner,
  assignChat,
  changeClass,
  chooseFacility,
  correctIdentity,
  type Database,
  type Db,
  endMembership,
  finishWorkItem,
  type IdentityField,
  lockConversationById,
  type OpenItem,
  openItem,
  openItems,
  type Scope,
} from '@jangkau/store';
import { ApiProblem } from '../../http/api-problem.ts';
import type { ConversationDesk } from '../conversation-desk.ts';
import { referenceOf, requestNumber } from '../request-number.ts';
import { actValue } from './act-value.ts';
import { plannedAct } from './planned-act.ts';

/** What the person is told, and what is written down for the branch. */
interface Done {
  told: string;
  /** What was there before, where it is replaced. */
  before?: string | null;
}

/** Requests that are carried out with one act: the register first, under the number of the request, then the decision. */
export class RequestDesk {
  readonly #database: Database;
  readonly #desk: ConversationDesk;

  constructor(parts: { database: Database; desk: ConversationDesk }) {
    this.#database = parts.database;
    this.#desk = parts.desk;
  }

  /** What carrying a request out would do now. @throws ApiProblem chat-item-done */
  async planned(
    db: Db,
    { chat, item }: { chat: string; item: string },
    terms: { today: string; rule: FacilityChangeRule },
  ): Promise<MembershipAct> {
    return plannedAct(db, await requestOf(db, chat, item), terms);
  }

  /**
   * Carries a request out, decides it and tells the person. The change of the register has the number of the request as
   * its reference: cut off in between and done again, it changes nothing twice; whose membership it ended already is not
   * offered again, and the request is decided by hand. What was done with the same id before
   * is not done again.
   * @throws ApiProblem chat-not-found, chat-item-done, act-refused, act-value-wrong, act-nik-taken
   */
  async carryOut(
    db: Db,
    scope: Scope,
    { chat, item, order }: { chat: string; item: string; order: ActOrder },
    terms: { today: string; rule: FacilityChangeRule },
  ): Promise<{ told: string; members: readonly number[] }> {
    const row = await lockConversationById(db, chat);
    if (!row) throw new ApiProblem('chat-not-found');
    const request = await openItem(db, chat, item);
    const fact = { id: order.id, chat, kind: 'carried-out' as const };
    if (!request) {
      // Asked again after the answer was lost.
      if (!(await addChatFact(db, scope, { ...fact, body: {} }))) return { told: '', members: [] };
      throw new ApiProblem('chat-item-done');
    }
    const act = await plannedAct(db, request, terms);
    requirePossible(act, order);
    const members = act.people.filter(({ memberId }) => order.members.includes(memberId));
    if (members.length !== order.members.length)
      throw new ApiProblem('act-refused', { detail: 'member-unknown' });
    const done = await this.#change(act, request, order, { ...terms, by: scope.username });
    const { kind } = act;
    await addChatFact(db, scope, {
      ...fact,
      body: { item, kind, field: act.field, before: done.before ?? null, text: done.told },
    });
    await finishWorkItem(db, chat, item, 'granted');
    for (const memberId of order.members)
      await AuditLog.add(db, scope, {
        action: 'membership.change',
        subject: { kind: 'member', key: String(memberId) },
        detail: { did: kind, request: requestNumber(item) },
      });
    await this.#desk.handle(db, row, {
      kind: 'closed',
      text: done.told,
      endsTalk: false,
      id: order.id,
      at: new Date().toISOString(),
    });
    // Who still talks with the person goes on doing so.
    if (row.state.phase !== 'person' && (await openItems(db, chat)) === 0) await assignChat(db, chat, null);
    return { told: done.told, members: order.members };
  }

  async #change(
    act: MembershipAct,
    request: OpenItem,
    order: ActOrder,
    { today, by }: { today: string; by: string },
  ): Promise<Done> {
    const number = requestNumber(request.id);
    const reference = referenceOf(request.id);
    const value = actValue(act.kind ?? 'identity', act.field, order.value, today);
    const [memberId = 0] = order.members;
    const from = act.effectiveOn ?? today;
    return asOwner(this.#database, async (client): Promise<Done> => {
      switch (act.kind) {
        case 'class': {
          const roomClass = Number(value) as 1 | 2 | 3;
          const people = await changeClass(client, {
            memberId,
            class: roomClass,
            effectiveOn: from,
            reference,
          });
          if (people === 0) throw new ApiProblem('act-refused', { detail: 'change-planned' });
          return {
            told: `Permohonan ${number} selesai: kelas keluarga Anda menjadi kelas ${'I'.repeat(roomClass)} mulai ${formatDate(from)}, untuk ${people} orang. Iuran kelas baru mulai bulan itu.`,
          };
        }
        case 'facility': {
          const chosen = {
            members: order.members,
            facility: value,
            askedOn: today,
            effectiveOn: from,
            by,
            reference,
          };
          const exception = order.exception ?? null;
          const name = await chooseFacility(client, { ...chosen, exception });
          if (name === undefined) throw new ApiProblem('act-value-wrong');
          const whom = order.members.length === 1 ? '' : ` untuk ${order.members.length} orang`;
          return {
            told: `Permohonan ${number} selesai: faskes tingkat pertama menjadi ${name}${whom} mulai ${formatDate(from)}. Sampai hari itu berobat di faskes lama.`,
          };
        }
        case 'death':
          await endMembership(client, { memberId, kind: 'died', on: value, today, reference });
          return {
            told: `Laporan ${number} selesai. Kepesertaan almarhum/almarhumah sudah ditutup. Kami turut berduka cita.`,
          };
        case 'duplicate': {
          await endMembership(client, { memberId, kind: 'duplicate', on: today, today, reference });
          const card = act.people.find((one) => one.memberId === memberId)?.card.slice(-4) ?? '';
          return {
            told: `Permohonan ${number} selesai: kartu berakhiran ${card} ditutup karena tercatat dua kali. Pakailah kartu yang satu lagi.`,
          };
        }
        default: {
          const field = act.field as IdentityField;
          const corrected = await correctIdentity(client, { memberId, field, value });
          if (corrected === 'taken') throw new ApiProblem('act-nik-taken');
          return {
            told: `Permohonan ${number} selesai: ${fieldNames[field]} pada kartu sudah diperbaiki.`,
            before: corrected.before,
          };
        }
      }
    });
  }
}

const fieldNames: Readonly<Record<IdentityField, string>> = {
  name: 'nama',
  nik: 'NIK',
  born: 'tanggal lahir',
  sex: 'jenis kelamin',
  address: 'alamat',
  phone: 'nomor HP',
};

async function requestOf(db: Db, chat: string, item: string): Promise<OpenItem> {
  const found = await openItem(db, chat, item);
  if (!found) throw new ApiProblem('chat-item-done');
  return found;
}

/** Too soon is possible for who may claim an exception; whoever waited long enough needs none. */
function requirePossible(act: MembershipAct, order: ActOrder): void {
  if (act.kind === null) throw new ApiProblem('act-refused', { detail: 'no-act' });
  const excused = order.exception !== undefined && act.rule?.exceptions.includes(order.exception) === true;
  const early = act.people.find(
    ({ memberId, allowedFrom }) => allowedFrom !== null && order.members.includes(memberId),
  );
  if (early && !excused) throw new ApiProblem('act-too-soon', { detail: early.allowedFrom ?? '' });
  const refused = act.refused === 'too-soon' && act.kind === 'facility' ? null : act.refused;
  if (refused === 'too-soon') throw new ApiProblem('act-too-soon', { detail: act.from ?? '' });
  if (refused !== null) throw new ApiProblem('act-refused', { detail: refused });
}
