/** Socket errors and PostgreSQL's classes 08 (connection) and 57P (being stopped, crashed, starting up). */
const lostCodes =
  /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|08\w{3}|57P0[1-5])$/;
/** What pg says when there is no code to go by. */
const lostWords = /^(Connection terminated|Client has encountered a connection error|timeout exceeded when)/;

/**
 * True when a query failed because PostgreSQL went away or is not there yet: it may be asked again later,
 * though whether a COMMIT that was on its way took place is not known.
 */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  // A missing file is ENOENT too; a missing socket is one of `connect`.
  if (code === 'ENOENT') return syscall === 'connect';
  if (typeof code === 'string' && lostCodes.test(code)) return true;
  if (lostWords.test(error.message)) return true;
  return error.cause !== undefined && isConnectionLost(error.cause);
}
