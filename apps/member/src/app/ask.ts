import { readLanguage } from '@jangkau/phone';

/** A failure as people should read it. */
export class AskFailure extends Error {
  /** `offline`: no answer; `signed-out`: the session is over; `refused`: the server's own words. */
  readonly kind: 'offline' | 'signed-out' | 'refused';
  readonly code: string;

  constructor(kind: AskFailure['kind'], message: string, code = '') {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** Asks the server below /api/v1/own. @throws AskFailure */
export async function ask<T>(
  path: string,
  init: { method?: 'POST' | 'PUT' | 'DELETE'; body?: unknown; file?: Blob } = {},
): Promise<T> {
  const language = readLanguage();
  const { method = 'GET', body, file } = init;
  const headers: Record<string, string> = { 'accept-language': language };
  if (body !== undefined) headers['content-type'] = 'application/json';
  if (file) headers['content-type'] = 'application/octet-stream';
  let answer: Response;
  try {
    answer = await fetch(`/api/v1/own${path}`, {
      method,
      headers,
      cache: 'no-store',
      credentials: 'same-origin',
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(file && { body: file }),
    });
  } catch {
    throw offline(language);
  }
  if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T;
  // Between the phone and the server something answered that is not the server.
  if (answer.status === 502 || answer.status === 504) throw offline(language);
  const problem = await answer.json().catch(() => ({}));
  const code = String(problem.code ?? answer.status);
  const text = String(problem.message ?? code);
  throw new AskFailure(answer.status === 401 ? 'signed-out' : 'refused', text, code);
}

function offline(language: string): AskFailure {
  return new AskFailure(
    'offline',
    language === 'id' ? 'Tidak ada sambungan. Coba lagi nanti.' : 'There is no connection. Try again later.',
  );
}
