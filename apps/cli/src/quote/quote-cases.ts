import { quoteDocument } from '@jangkau/contributions';
import { isProblem, Problem } from '@jangkau/kernel';

/** An RFC 9457 problem document in the place of an answer. */
interface CaseProblem {
  readonly problem: {
    readonly type: string;
    readonly title: string;
    readonly status: number;
    readonly code: string;
    /** What is wrong, in English. */
    readonly detail: string;
    /** The same in Indonesian. */
    readonly message: string;
    /** Field, accepted values and so on, by code. */
    readonly [detail: string]: unknown;
  };
}

/** What `jangkau quote` prints, and the problems in it. */
export interface QuotedCases {
  readonly document: unknown;
  readonly problems: readonly Problem[];
}

/**
 * Quotes the case (or array of cases) of a JSON text. A case that cannot be quoted has a problem document in the place
 * of its answer; the other answers stand.
 */
export function quoteCases(json: string): QuotedCases {
  const problems: Problem[] = [];
  const answer = (given: unknown): unknown => {
    try {
      return quoteDocument(given);
    } catch (error) {
      if (!isProblem(error)) throw error;
      problems.push(error);
      return problemDocument(error);
    }
  };
  try {
    const given: unknown = parse(json);
    return { document: Array.isArray(given) ? given.map(answer) : answer(given), problems };
  } catch (error) {
    if (!isProblem(error)) throw error;
    return { document: problemDocument(error), problems: [error] };
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new Problem('invalid-request', { reason: 'JSON' });
  }
}

function problemDocument({ code, status, details, messageEn, messageId }: Problem): CaseProblem {
  return {
    problem: {
      type: `urn:jangkau:problem:${code}`,
      title: 'The case cannot be quoted',
      status,
      code,
      detail: messageEn,
      message: messageId,
      ...details,
    },
  };
}
