import type { Clock, RequestDetail, RequestRow } from '@jangkau/contracts';
import {
  type ClockState,
  foldRequest,
  type RequestFact,
  type RequestResult,
  type RequestState,
  requestClock,
} from '@jangkau/privacy';
import type { LetterRow, RequestRecord } from '@jangkau/store';

/** Where a request stands by what happened to it. */
export function stateOf(request: RequestRecord, facts: readonly RequestFact[]): RequestState {
  return foldRequest(request, facts);
}

/** A request in a list. */
export function requestRow(request: RequestRecord, facts: readonly RequestFact[], now: string): RequestRow {
  const state = stateOf(request, facts);
  return {
    id: request.id,
    number: request.number,
    kind: request.kind,
    stage: state.stage,
    decision: state.decision,
    receivedAt: request.receivedAt,
    clock: clockView(request, requestClock(request, state, now), state.stoppedAt),
    areaCode: request.areaCode || null,
    village: request.village,
    restrictionInForce: state.restrictionInForce,
  };
}

/** A request with everything about it. */
export function requestDetail(
  request: RequestRecord,
  facts: readonly RequestFact[],
  letters: LetterRow[],
  effect: RequestResult | null,
  now: string,
): RequestDetail {
  const state = stateOf(request, facts);
  const { runId, residentKey, memberId } = request;
  return {
    ...requestRow(request, facts, now),
    channel: request.channel,
    askedByName: request.askedByName,
    askedByRelation: request.askedByRelation,
    askedByAddress: request.askedByAddress,
    subjectName: request.subjectName,
    wish: request.wish,
    recordedBy: request.recordedBy,
    person:
      memberId !== null
        ? { memberId }
        : runId !== null && residentKey !== null
          ? { runId, residentKey }
          : null,
    identityConfirmed: state.identityConfirmed,
    grounds: state.grounds,
    result: state.result,
    facts: [...facts],
    letters,
    effect,
  };
}

/** A clock as people see it. */
export function clockView(
  record: { dueAt: string; clockHours: number; legalBasis: string },
  state: ClockState,
  stoppedAt: string | null,
): Clock {
  return { state, dueAt: record.dueAt, hours: record.clockHours, stoppedAt, legalBasis: record.legalBasis };
}
