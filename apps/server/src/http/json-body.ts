import type { FastifyInstance } from 'fastify';
import { ApiProblem } from './api-problem.ts';

/** Far more than any body of ours has. */
const deepest = 32;

/**
 * Reads bodies as JSON only; anything else is refused before it is looked at. Text that is nested too deeply
 * is not parsed: checking it could use up the stack.
 */
export function jsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body.toString();
    // A DELETE or POST without a body may still carry the type.
    if (text === '') return done(null, undefined);
    if (depthOf(text) > deepest)
      return done(new ApiProblem('invalid-request', { detail: 'JSON is nested too deeply' }));
    return parse(request, text, done);
  });
}

/** How deeply a JSON text is nested; brackets in strings do not count. */
export function depthOf(text: string): number {
  let depth = 0;
  let most = 0;
  let inString = false;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (inString) {
      if (letter === '\\') i++;
      else if (letter === '"') inString = false;
    } else if (letter === '"') inString = true;
    else if (letter === '{' || letter === '[') most = Math.max(most, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return most;
}
