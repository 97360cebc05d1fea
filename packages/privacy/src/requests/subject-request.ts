import type { ClockKind } from '../clocks/privacy-clock.ts';
import { type ClockState, clockState } from '../clocks/privacy-clock.ts';
import type { RefusalGround } from './refusal-grounds.ts';

/** What the person a record is about can ask for (UU 27/2022 Art 5-13). */
export type RequestKind = Exclude<ClockKind, 'breach-notice'>;
export const requestKinds = [
  'access',
  'correction',
  'restriction',
  'objection',
  'withdrawal',
  'erasure',
] as const satisfies readonly RequestKind[];

/** Who asks: the person, or somebody who may for them (children and persons with disability: Art 25, 26). */
export const askerRelations = ['self', 'parent', 'guardian', 'proxy'] as const;
export type AskerRelation = (typeof askerRelations)[number];

/** How the office made sure who is asking. */
export const identityMethods = [
  'ktp-shown',
  'ktp-copy',
  'known-in-person',
  'video-call',
  'power-of-attorney',
] as const;
export type IdentityMethod = (typeof identityMethods)[number];

export type Decision = 'granted' | 'partly' | 'refused';

/** One thing that happened to a request; never changed, the order of recording counts. */
export type RequestFact =
  | { type: 'identity-checked'; at: string; by: string; method: IdentityMethod; confirmed: boolean }
  | { type: 'decided'; at: string; by: string; decision: Decision; grounds: RefusalGround[]; reason: string }
  | { type: 'carried-out'; at: string; by: string; result: RequestResult }
  | { type: 'letter-issued'; at: string; by: string; letterId: string; number: string }
  | { type: 'restriction-lifted'; at: string; by: string; reason: string }
  | { type: 'taken-back'; at: string; by: string; reason: string }
  | { type: 'noted'; at: string; by: string; text: string };

/** What was done, in numbers and plain words; shown to the person. */
export interface RequestResult {
  done: { what: string; count: number }[];
  kept: { what: string; legalBasis: string }[];
}

export interface OpenedRequest {
  kind: RequestKind;
  receivedAt: string;
  dueAt: string;
}

/** received: identity not yet checked. answered: carried out or refused, and the letter is out. */
export type RequestStage = 'received' | 'identified' | 'decided' | 'carried-out' | 'answered' | 'taken-back';

export interface RequestState {
  stage: RequestStage;
  identityConfirmed: boolean;
  decision: Decision | null;
  grounds: RefusalGround[];
  result: RequestResult | null;
  /** The clock stops when the person's wish is done or refused in writing. */
  stoppedAt: string | null;
  restrictionInForce: boolean;
}

const start: RequestState = {
  stage: 'received',
  identityConfirmed: false,
  decision: null,
  grounds: [],
  result: null,
  stoppedAt: null,
  restrictionInForce: false,
};

/** Kinds that stop processing while they stand. */
export function stopsProcessing(kind: RequestKind): boolean {
  return kind === 'restriction' || kind === 'objection' || kind === 'withdrawal';
}

/** Where a request stands: the fold of what happened to it. */
export function foldRequest(request: OpenedRequest, facts: readonly RequestFact[]): RequestState {
  return facts.reduce((state, fact) => applyFact(request, state, fact), start);
}

function applyFact(request: OpenedRequest, state: RequestState, fact: RequestFact): RequestState {
  switch (fact.type) {
    case 'identity-checked':
      return fact.confirmed
        ? { ...state, identityConfirmed: true, stage: 'identified' }
        : { ...state, identityConfirmed: false };
    case 'decided':
      return { ...state, stage: 'decided', decision: fact.decision, grounds: fact.grounds };
    case 'carried-out':
      return {
        ...state,
        stage: 'carried-out',
        result: fact.result,
        stoppedAt: fact.at,
        restrictionInForce: stopsProcessing(request.kind),
      };
    case 'letter-issued': {
      const over = state.decision === 'refused' || state.stage === 'carried-out';
      return {
        ...state,
        ...(over && { stage: 'answered' }),
        stoppedAt: state.stoppedAt ?? (over ? fact.at : null),
      };
    }
    case 'restriction-lifted':
      return { ...state, restrictionInForce: false };
    case 'taken-back':
      return {
        ...state,
        stage: 'taken-back',
        stoppedAt: state.stoppedAt ?? fact.at,
        restrictionInForce: false,
      };
    case 'noted':
      return state;
  }
}

/** Why a fact cannot follow; undefined when it can. */
export type RequestObstacle =
  | 'closed'
  | 'identity-first'
  | 'already-decided'
  | 'decision-first'
  | 'was-refused'
  | 'already-done'
  | 'grounds-missing'
  | 'nothing-in-force';

/** Whether a fact may follow on what happened so far. */
export function obstacleTo(
  state: RequestState,
  fact: Pick<RequestFact, 'type'> & { decision?: Decision; grounds?: RefusalGround[] },
): RequestObstacle | undefined {
  if (fact.type === 'noted' || fact.type === 'letter-issued') return undefined;
  if (fact.type === 'restriction-lifted') return state.restrictionInForce ? undefined : 'nothing-in-force';
  if (state.stage === 'answered' || state.stage === 'taken-back') return 'closed';
  if (fact.type === 'identity-checked') return state.decision === null ? undefined : 'already-decided';
  if (fact.type === 'taken-back') return undefined;
  if (fact.type === 'decided') {
    if (!state.identityConfirmed && fact.decision !== 'refused') return 'identity-first';
    if (state.decision !== null) return 'already-decided';
    const needsGrounds = fact.decision !== 'granted' && (fact.grounds?.length ?? 0) === 0;
    return needsGrounds ? 'grounds-missing' : undefined;
  }
  if (state.decision === null) return 'decision-first';
  if (state.decision === 'refused') return 'was-refused';
  return state.result === null ? undefined : 'already-done';
}

/** How the clock of a request stands. */
export function requestClock(request: OpenedRequest, state: RequestState, now: string): ClockState {
  return clockState(request.dueAt, now, state.stoppedAt);
}
