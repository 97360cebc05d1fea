import type { FieldError, Problem } from '@jangkau/contracts';
import { isProblem } from '@jangkau/kernel';
import { RegisterFileError } from '@jangkau/registers';
import { isConnectionLost } from '@jangkau/store';
import { ApiProblem } from './api-problem.ts';
import { constraintProblem } from './constraint-problems.ts';

export type Language = 'id' | 'en';

/** The language asked for: the first of id and en in Accept-Language; Indonesian when neither is there. */
export function readLanguage(header: string | undefined): Language {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.map((item) => /^\s*q=([\d.]+)/.exec(item)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'id' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return (wanted[0]?.language as Language | undefined) ?? 'id';
}

/** RFC 9457 document of any failure; what is not in a catalogue becomes 'internal' and says nothing more. */
export function problemDocument(error: unknown, language: Language, requestId?: string): Problem {
  if (error instanceof RegisterFileError) {
    return {
      type: `urn:jangkau:problem:${error.code}`,
      title: 'Unusable file',
      status: 422,
      code: error.code,
      message:
        language === 'id' ? `${error.messageId} ${error.adviceId}` : `${error.messageEn} ${error.adviceEn}`,
      ...(requestId && { requestId }),
    };
  }
  if (isProblem(error)) {
    return {
      type: `urn:jangkau:problem:${error.code}`,
      title: error.code.replaceAll('-', ' '),
      status: error.status,
      code: error.code,
      message: language === 'id' ? error.messageId : error.messageEn,
      ...(requestId && { requestId }),
    };
  }
  const problem = error instanceof ApiProblem ? error : asApiProblem(error);
  return {
    type: `urn:jangkau:problem:${problem.code}`,
    title: problem.title,
    status: problem.status,
    ...(problem.detail && { detail: problem.detail }),
    code: problem.code,
    message: problem.messageIn(language),
    ...(requestId && { requestId }),
    ...(problem.errors && { errors: problem.errors }),
    ...(problem.retryAfter !== undefined && { retryAfter: problem.retryAfter }),
  };
}

interface FastifyFailure {
  statusCode?: number;
  code?: string;
  validation?: { instancePath?: string; message?: string }[];
  validationContext?: string;
}

function asApiProblem(error: unknown): ApiProblem {
  const failure = error as FastifyFailure;
  if (failure.validation) {
    const errors: FieldError[] = failure.validation.map((fault) => ({
      path: `${failure.validationContext ?? 'body'}${(fault.instancePath ?? '').replaceAll('/', '.')}`,
      message: fault.message ?? 'not valid',
    }));
    return new ApiProblem('invalid-request', { errors });
  }
  if (failure.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new ApiProblem('body-too-large');
  if (failure.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new ApiProblem('unsupported-media-type');
  // PostgreSQL: canceled by statement_timeout.
  if (failure.code === '57014') return new ApiProblem('query-too-slow', { cause: error });
  // PostgreSQL: not within lock_timeout.
  if (failure.code === '55P03') return new ApiProblem('books-held', { cause: error });
  const violated = constraintProblem(error);
  if (violated) return new ApiProblem(violated, { cause: error });
  // PostgreSQL: a value that no column can hold, such as a NUL or a number out of range.
  if (isDatabaseCode(failure.code, '22')) return new ApiProblem('invalid-request', { cause: error });
  if (failure.code === 'FST_ERR_MAX_PARAM_LENGTH') return new ApiProblem('not-found');
  // Without its message: it may repeat what was sent.
  if (failure.statusCode !== undefined && failure.statusCode >= 400 && failure.statusCode < 500)
    return new ApiProblem('invalid-request', { cause: error });
  if (isConnectionLost(error)) return new ApiProblem('database-unavailable', { cause: error });
  return new ApiProblem('internal', { cause: error });
}

/** True for a SQLSTATE of this class: five characters, the first two say which. */
function isDatabaseCode(code: string | undefined, kind: string): boolean {
  return code !== undefined && /^[0-9A-Z]{5}$/.test(code) && code.startsWith(kind);
}
