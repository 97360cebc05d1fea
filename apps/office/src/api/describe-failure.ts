import type { Language } from '../text/language.ts';
import { failureText } from './failure-text.ts';
import { ApiProblem, Unreachable, UnreadableAnswer } from './failures.ts';

export interface FailureWords {
  title: string;
  detail: string;
  /** What the reader can do now. */
  advice: string;
  reference: string | null;
}

/** What to tell the reader about a failure: the server's own words first, then what to do. */
export function describeFailure(error: unknown, language: Language): FailureWords {
  const text = failureText[language];
  if (error instanceof ApiProblem) {
    const { problem, status } = error;
    return {
      title: status === 404 ? text.notFound : text.refused,
      detail: problem?.message ?? error.message,
      advice: text.advice[adviceFor(status, problem?.code)],
      reference: problem?.requestId ?? null,
    };
  }
  if (error instanceof Unreachable)
    return {
      title: text.unreachable,
      detail: text.unreachableDetail,
      advice: text.advice.retry,
      reference: null,
    };
  if (error instanceof UnreadableAnswer)
    return {
      title: text.unreadable,
      detail: text.unreadableDetail,
      advice: text.advice.reload,
      reference: null,
    };
  return {
    title: text.unknown,
    detail: error instanceof Error ? error.message : String(error),
    advice: text.advice.reload,
    reference: null,
  };
}

function adviceFor(status: number, code: string | undefined): keyof (typeof failureText)['id']['advice'] {
  if (code === 'query-too-slow' || code === 'area-too-large') return 'slow';
  if (code === 'run-busy' || code === 'idempotency-in-progress') return 'wait';
  if (code === 'wrong-credentials') return 'fix';
  if (status === 401) return 'signIn';
  if (status === 403 || status === 404) return 'scope';
  if (status === 409) return 'reload';
  if (status >= 400 && status < 500 && status !== 429) return 'fix';
  return status === 500 ? 'admin' : 'retry';
}
