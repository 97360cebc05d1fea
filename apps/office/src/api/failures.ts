import type { Problem } from '@jangkau/contracts';

/** The server refused a request. `problem` is null when it gave no problem document. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly problem: Problem | null;

  constructor(status: number, problem: Problem | null) {
    super(problem?.title ?? `HTTP ${status}`);
    this.name = 'ApiProblem';
    this.status = status;
    this.problem = problem;
  }
}

/** No answer came: the network or the server is down. */
export class Unreachable extends Error {
  constructor(options?: ErrorOptions) {
    super('no answer from the server', options);
    this.name = 'Unreachable';
  }
}

/** The answer is not what the contract says: page and server are of different versions. */
export class UnreadableAnswer extends Error {
  constructor(path: string, options?: ErrorOptions) {
    super(`answer of ${path} does not follow the contract`, options);
    this.name = 'UnreadableAnswer';
  }
}
