import { apiPrefix, type BoundaryImport, routes, type SignInAnswer } from '@jangkau/contracts';
import type { Settings } from '@jangkau/server';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';

/** Whether a Jangkau server answers where the settings say. */
export async function isServerRunning(settings: Settings): Promise<boolean> {
  try {
    const answer = await fetch(`${address(settings)}/readyz`, { signal: AbortSignal.timeout(2000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Sends boundaries to a running server as its first officer. `unusable` makes the error when the server
 * refuses the file.
 * @throws CommandFailure when the officer's password is not known here
 */
export async function importThroughServer(
  settings: Settings,
  geojson: string,
  unusable: (reason: string) => Error,
): Promise<BoundaryImport> {
  const cookie = await signIn(settings);
  const answer = await fetch(`${address(settings)}${apiPrefix}${routes.importBoundaries.path}`, {
    method: routes.importBoundaries.method,
    headers: { 'content-type': routes.importBoundaries.consumes, cookie },
    body: geojson,
  });
  if (answer.ok) return (await answer.json()) as BoundaryImport;
  const problem = (await answer.json()) as { message?: string; detail?: string };
  throw unusable((problem.message ?? problem.detail ?? String(answer.status)).replace(/\.$/, ''));
}

async function signIn(settings: Settings): Promise<string> {
  const answer = await fetch(`${address(settings)}${apiPrefix}${routes.signIn.path}`, {
    method: routes.signIn.method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      username: settings.signIn.officerUsername,
      password: settings.signIn.officerPassword ?? 'jangkau',
    }),
  });
  const cookie = answer.headers.getSetCookie().map((text) => text.split(';')[0]);
  const done = answer.ok && ((await answer.json()) as SignInAnswer).next === 'done';
  if (done) return cookie.join('; ');
  throw new CommandFailure(
    exitCodes.usage,
    'Server sedang berjalan: isi JANGKAU_OFFICER_PASSWORD dengan sandinya (akun tanpa aplikasi kode), atau hentikan server dahulu.',
    'The server is running: put the password (of an account without authenticator app) into JANGKAU_OFFICER_PASSWORD, or stop the server first.',
  );
}

function address({ host, port }: Settings): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
}
