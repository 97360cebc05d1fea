import { readLanguage } from '@jangkau/phone';
import { sha256 } from '@jangkau/sync';
import { fromBase64 } from '../store/bytes.ts';
import type { Enrolment } from '../store/enrolment.ts';
import { checked, postOf, request } from './http-server.ts';

/** A sign-in that cannot be finished in this app; the message says what to do. */
class SignInStop extends Error {}

interface Answer {
  next: 'done' | 'code' | 'password' | 'code-setup';
  session: { actions: string[] } | null;
}

/**
 * Signs in with a password, and with a code when the account asks for one.
 * @throws LinkFailure, SignInStop
 */
export async function signIn(username: string, password: string, code?: string): Promise<'done' | 'code'> {
  const answer =
    code === undefined ? await ask('/session', { username, password }) : await ask('/session/code', { code });
  if (answer.next === 'code') return 'code';
  const id = readLanguage() === 'id';
  if (answer.next !== 'done')
    throw new SignInStop(
      id
        ? 'Akun ini perlu disiapkan dulu di aplikasi kantor (kata sandi baru atau aplikasi autentikator). Setelah itu masuk lagi di sini.'
        : 'This account has to be set up in the office app first (new password or authenticator app). Then sign in here again.',
    );
  if (!answer.session?.actions.includes('sync.use'))
    throw new SignInStop(
      id
        ? 'Akun ini bukan akun agen PESIAR. Aplikasi lapangan hanya untuk agen dan penyelia.'
        : 'This is not the account of a PESIAR agent. The field app is for agents and supervisors only.',
    );
  return 'done';
}

/** Makes this phone one that may work without a connection. @throws LinkFailure */
export async function enrolPhone(): Promise<{ enrolment: Enrolment; token: string }> {
  const device = crypto.randomUUID();
  const answer = await checked(
    await request('/sync/devices', postOf({ device, name: phoneName() }), readLanguage()),
  );
  const { token, username, name, serverKey } = await answer.json();
  return {
    token,
    enrolment: {
      device,
      username,
      name,
      rescueToken: await sha256(new TextEncoder().encode(`jangkau rescue ${token}`)),
      serverKey: fromBase64(serverKey),
    },
  };
}

async function ask(path: string, body: unknown): Promise<Answer> {
  return (await checked(await request(path, postOf(body), readLanguage()))).json();
}

/** What kind of phone it is, as far as the browser tells. */
function phoneName(): string {
  const { userAgent } = navigator;
  const system = /Android [\d.]+|iPhone OS [\d_]+|Windows|Mac OS X|Linux/.exec(userAgent)?.[0] ?? 'Ponsel';
  const browser = /(Chrome|Firefox|Safari|Edg)\/\d+/.exec(userAgent)?.[0].replace('/', ' ') ?? 'peramban';
  return `${system}, ${browser}`.replaceAll('_', '.').slice(0, 80);
}
