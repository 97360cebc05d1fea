import { type ProblemCode, type ProblemKind, problemCatalogue } from './problem-catalogue.ts';

/** Values that fill the placeholders of a problem's messages. Never put unmasked personal data here. */
export type ProblemDetails = Readonly<Record<string, string | number | boolean>>;

/** A failure from the catalogue: what people are told in two languages, and the HTTP status it maps to. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** Message in Indonesian. */
  readonly messageId: string;
  /** Message in English; also the `message` of the error. */
  readonly messageEn: string;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    const kind: ProblemKind = problemCatalogue[code];
    const messageEn = fill(kind.en, details);
    super(messageEn, options);
    this.name = 'Problem';
    this.code = code;
    this.status = kind.status;
    this.messageId = fill(kind.id, details);
    this.messageEn = messageEn;
    this.details = details;
  }
}

/** True for a problem of the catalogue (optionally of one code). */
export function isProblem(error: unknown, code?: ProblemCode): error is Problem {
  return error instanceof Problem && (code === undefined || error.code === code);
}

function fill(template: string, details: ProblemDetails): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'));
}
