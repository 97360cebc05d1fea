import { randomUUID } from 'node:crypto';
import type { BreachDetail, BreachInput, BreachRow, BreachStep, LetterView } from '@jangkau/contracts';
import {
  type BreachFact,
  breachClock,
  breachLetter,
  breachObstacleTo,
  clockOn,
  dueAt,
  foldBreach,
  type NoticeAudience,
} from '@jangkau/privacy';
import {
  AreaRepository,
  Breaches,
  type BreachRecord,
  type Db,
  Letters,
  PrivacySettings,
  type Scope,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { issueLetter, type LetterOffice } from './issue-letter.ts';
import { badTime } from './request-desk.ts';
import { clockView } from './request-view.ts';

/** The register of breaches and its letters. */
export class BreachDesk {
  readonly #office: LetterOffice;

  constructor(office: LetterOffice) {
    this.#office = office;
  }

  /** Records a breach; its clock starts when it became known. */
  async open(db: Db, username: string, input: BreachInput): Promise<BreachRecord> {
    const known = new Date(input.knownAt);
    const happened = input.happenedAt === null ? null : new Date(input.happenedAt);
    if (known > new Date() || known.getFullYear() < 2000) throw badTime('body.knownAt');
    if (happened && (happened > known || happened.getFullYear() < 2000)) throw badTime('body.happenedAt');
    const day = known.toISOString().slice(0, 10);
    const own = (await PrivacySettings.standing(db)).get('clock.breach-notice');
    const rule = clockOn('breach-notice', day > '2024-10-17' ? day : '2024-10-17', own);
    const id = randomUUID();
    await Breaches.add(db, {
      ...input,
      id,
      recordedBy: username,
      knownAt: known.toISOString(),
      happenedAt: happened?.toISOString() ?? null,
      dueAt: dueAt(known.toISOString(), rule.hours),
      clockHours: rule.hours,
      legalBasis: rule.legalBasis,
    });
    return this.find(db, id);
  }

  async find(db: Db, id: string): Promise<BreachRecord> {
    const found = await Breaches.find(db, id);
    if (!found) throw new ApiProblem('breach-not-found');
    return found;
  }

  async detail(db: Db, scope: Scope, breach: BreachRecord): Promise<BreachDetail> {
    const facts = await this.#facts(db, breach);
    const state = foldBreach(facts);
    const names = await this.#areaNames(db, scope);
    return {
      ...breachRow(breach, facts, new Date().toISOString()),
      whatHappened: breach.whatHappened,
      happenedAt: breach.happenedAt,
      howKnown: breach.howKnown,
      recordedBy: breach.recordedBy,
      dataKinds: state.dataKinds,
      peopleByArea: state.people.map((one) => ({ ...one, name: names[one.area] ?? null })),
      cause: state.cause,
      consequences: state.consequences,
      remedies: state.remedies,
      required: state.required,
      notified: state.notified,
      facts,
      letters: await Letters.list(db, { breachId: breach.id }),
    };
  }

  async step(db: Db, username: string, id: string, step: BreachStep): Promise<BreachRecord> {
    const breach = await this.find(db, id);
    if (step.type === 'notified' && !isBetween(breach.knownAt, step.sentAt)) throw badTime('body.sentAt');
    await this.#mayFollow(db, id, step.type);
    const { type, ...payload } = step;
    const kept =
      step.type === 'notified' ? { ...payload, sentAt: new Date(step.sentAt).toISOString() } : payload;
    await Breaches.addFact(db, id, username, type, kept);
    return breach;
  }

  /** Issues the notice for one audience from what is known now. */
  async issueLetter(db: Db, scope: Scope, id: string, audience: NoticeAudience): Promise<LetterView> {
    const breach = await this.find(db, id);
    const facts = await this.#mayFollow(db, id, 'letter-issued');
    const areaNames = await this.#areaNames(db, scope);
    const letter = await issueLetter(
      db,
      this.#office,
      scope.username,
      { breachId: id },
      `breach-${audience}`,
      (issue) => breachLetter({ ...breach, state: foldBreach(facts), areaNames }, audience, issue),
    );
    const payload = { audience, letterId: letter.id, number: letter.number };
    await Breaches.addFact(db, id, scope.username, 'letter-issued', payload);
    return letter;
  }

  async #mayFollow(db: Db, id: string, type: BreachFact['type']): Promise<BreachFact[]> {
    await Breaches.lock(db, id);
    const facts = (await Breaches.facts(db, [id])).get(id) ?? [];
    const obstacle = breachObstacleTo(foldBreach(facts), type);
    if (obstacle) throw new ApiProblem('breach-step-refused', { detail: obstacle });
    return facts;
  }

  async #facts(db: Db, breach: BreachRecord): Promise<BreachFact[]> {
    return (await Breaches.facts(db, [breach.id])).get(breach.id) ?? [];
  }

  async #areaNames(db: Db, scope: Scope): Promise<Record<string, string>> {
    const areas = await new AreaRepository(db).list(scope);
    return Object.fromEntries(areas.map((area) => [area.code, area.name]));
  }
}

/** A breach in the register. */
export function breachRow(breach: BreachRecord, facts: readonly BreachFact[], now: string): BreachRow {
  const state = foldBreach(facts);
  return {
    id: breach.id,
    number: breach.number,
    title: breach.title,
    stage: state.stage,
    knownAt: breach.knownAt,
    people: state.total,
    specific: state.specific,
    clock: clockView(breach, breachClock(breach, state, now), state.stoppedAt),
  };
}

function isBetween(known: string, sent: string): boolean {
  const at = Date.parse(sent);
  return at >= Date.parse(known) && at <= Date.now() + 60_000;
}
