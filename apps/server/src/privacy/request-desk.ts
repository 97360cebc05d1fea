import { randomUUID } from 'node:crypto';
import type { RequestDetail, RequestInput, RequestStep } from '@jangkau/contracts';
import { clockOn, dueAt, obstacleTo, type RequestFact, requestLetter } from '@jangkau/privacy';
import {
  type Db,
  type LetterRow,
  Letters,
  PrivacySettings,
  type RequestRecord,
  RunRepository,
  SubjectRequests,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { type CarryOutTools, carryOut, effectOf } from './carry-out-request.ts';
import { issueLetter, type LetterOffice } from './issue-letter.ts';
import { requestDetail, stateOf } from './request-view.ts';

/** Requests of people about their data, from the counter to the letter. */
export class RequestDesk {
  readonly #tools: CarryOutTools;
  readonly #office: LetterOffice;

  constructor(tools: CarryOutTools, office: LetterOffice) {
    this.#tools = tools;
    this.#office = office;
  }

  /** Records a request. Its clock is of the day it was received and starts at that moment. */
  async open(db: Db, username: string, input: RequestInput): Promise<RequestRecord> {
    const now = new Date();
    const received = new Date(input.receivedAt);
    if (received > now || received.getFullYear() < 2000) throw badTime('body.receivedAt');
    const own = (await PrivacySettings.standing(db)).get(`clock.${input.kind}`);
    const rule = clockOn(input.kind, laterOf(received.toISOString().slice(0, 10), '2024-10-17'), own);
    const subject = input.person && (await this.#findSubject(db, input.person));
    const { person, ...said } = input;
    const id = randomUUID();
    await SubjectRequests.add(db, {
      ...said,
      id,
      receivedAt: received.toISOString(),
      dueAt: dueAt(received.toISOString(), rule.hours),
      clockHours: rule.hours,
      legalBasis: rule.legalBasis,
      recordedBy: username,
      ...personKeys(person),
      noPenduduk: subject?.noPenduduk ?? null,
      nik: subject?.nik ?? null,
      registerName: subject?.name ?? null,
      born: subject?.born ?? null,
      areaCode: subject?.areaCode ?? '',
    });
    return this.find(db, id);
  }

  async find(db: Db, id: string): Promise<RequestRecord> {
    const found = await SubjectRequests.find(db, id);
    if (!found) throw new ApiProblem('request-not-found');
    return found;
  }

  /** Everything about one request, with what carrying it out would do while that is the next step. */
  async detail(db: Db, request: RequestRecord): Promise<RequestDetail> {
    const facts = await this.#facts(db, request);
    const state = stateOf(request, facts);
    const next = (state.decision === 'granted' || state.decision === 'partly') && state.result === null;
    const letters = await Letters.list(db, { requestId: request.id });
    const effect = next && state.stage === 'decided' ? await effectOf(this.#tools, db, request) : null;
    return requestDetail(request, facts, letters, effect, new Date().toISOString());
  }

  /** Records a step of people. */
  async step(db: Db, username: string, id: string, step: RequestStep): Promise<RequestRecord> {
    const request = await this.find(db, id);
    const state = await this.#stateFor(db, request, step);
    const { type, ...payload } = step;
    await SubjectRequests.addFact(db, id, username, type, payload);
    const lifts = type === 'restriction-lifted' || type === 'taken-back';
    if (lifts && state.restrictionInForce && request.registerName !== null)
      await SubjectRequests.restrict(db, username, request, false);
    return request;
  }

  /** Does what was decided and records what was done. */
  async carryOut(db: Db, username: string, id: string, note: string): Promise<RequestRecord> {
    const request = await this.find(db, id);
    await this.#stateFor(db, request, { type: 'carried-out' });
    const result = await carryOut(this.#tools, db, username, request, note);
    await SubjectRequests.addFact(db, id, username, 'carried-out', { result });
    return request;
  }

  /** Issues the answer to the person. */
  async issueLetter(db: Db, username: string, id: string): Promise<LetterRow> {
    const request = await this.find(db, id);
    const state = await this.#stateFor(db, request, { type: 'letter-issued' });
    if (state.decision === null) throw new ApiProblem('request-step-refused');
    const facts = await this.#facts(db, request);
    const decided = facts.find((fact) => fact.type === 'decided');
    const letter = await issueLetter(
      db,
      this.#office,
      username,
      { requestId: id },
      'request-answer',
      (issue) => requestLetter({ ...request, state, reason: decided?.reason ?? '' }, issue),
    );
    const payload = { letterId: letter.id, number: letter.number };
    await SubjectRequests.addFact(db, id, username, 'letter-issued', payload);
    return letter;
  }

  /** The request of a package that may be handed out: access, granted, and to somebody who is known. */
  async forPackage(db: Db, id: string): Promise<RequestRecord> {
    const request = await this.find(db, id);
    const state = stateOf(request, await this.#facts(db, request));
    if (request.kind !== 'access' || state.result === null || !state.identityConfirmed)
      throw new ApiProblem('request-step-refused');
    return request;
  }

  async #facts(db: Db, request: RequestRecord): Promise<RequestFact[]> {
    return (await SubjectRequests.facts(db, [request.id])).get(request.id) ?? [];
  }

  /** Where the request stands, held until the transaction ends; a step that cannot follow is refused. */
  async #stateFor(db: Db, request: RequestRecord, next: Parameters<typeof obstacleTo>[1]) {
    await SubjectRequests.lock(db, request.id);
    const state = stateOf(request, await this.#facts(db, request));
    const obstacle = obstacleTo(state, next);
    if (obstacle) throw new ApiProblem('request-step-refused', { detail: obstacle });
    return state;
  }

  async #findSubject(db: Db, person: NonNullable<RequestInput['person']>) {
    if ('memberId' in person) {
      const member = await SubjectRequests.findMember(db, person.memberId);
      if (!member) throw new ApiProblem('member-not-found');
      return member;
    }
    const run = await new RunRepository(db).find(person.runId);
    const found =
      run?.state === 'done' && (await SubjectRequests.findSubject(db, run.number, person.residentKey));
    if (!found) throw new ApiProblem('person-not-found');
    return found;
  }
}

function personKeys(person: RequestInput['person']) {
  const none = { runId: null, residentKey: null, memberId: null };
  return person === null ? none : { ...none, ...person };
}

function laterOf(a: string, b: string): string {
  return a > b ? a : b;
}

/** An instant that cannot be: in the future, or long before there were computers in the office. */
export function badTime(path: string): ApiProblem {
  return new ApiProblem('invalid-request', { errors: [{ path, message: 'not a possible time' }] });
}
