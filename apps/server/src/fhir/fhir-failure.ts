import { problemDocument } from '../http/problem-document.ts';
import type { FhirResource } from './fhir-types.ts';

/** What went wrong, in FHIR's words. */
type IssueCode =
  | 'invalid'
  | 'not-found'
  | 'not-supported'
  | 'login'
  | 'forbidden'
  | 'throttled'
  | 'too-costly'
  | 'exception'
  | 'value';

/** A refusal of the FHIR interface. */
export class FhirFailure extends Error {
  readonly status: number;
  readonly code: IssueCode;

  constructor(status: number, code: IssueCode, message: string) {
    super(message);
    this.name = 'FhirFailure';
    this.status = status;
    this.code = code;
  }
}

const issueOf: Record<number, IssueCode> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  413: 'too-costly',
  415: 'not-supported',
  422: 'value',
  429: 'throttled',
};

/** Any failure as an OperationOutcome, with its status; words in Indonesian, numbers of nobody. */
export function operationOutcome(error: unknown, requestId: string): { status: number; body: FhirResource } {
  const { status, code, message } =
    error instanceof FhirFailure
      ? error
      : (({ status, message }) => ({ status, message, code: issueOf[status] ?? 'exception' }))(
          problemDocument(error, 'id', requestId),
        );
  return {
    status,
    body: {
      resourceType: 'OperationOutcome',
      issue: [
        {
          severity: status >= 500 ? 'fatal' : 'error',
          code,
          details: { text: message },
          diagnostics: requestId,
        },
      ],
    },
  };
}
