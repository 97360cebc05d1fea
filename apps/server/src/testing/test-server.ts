import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { assignmentKinds, type Role } from '@jangkau/access';
import { AccountRepository, AreaRepository } from '@jangkau/store';
import { openTestDatabase } from '@jangkau/store/testing/test-database';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { readAreas } from '../areas/area-data.ts';
import { buildApp } from '../http/build-app.ts';
import { buildServices, type Services } from '../services.ts';
import { hashPassword } from '../sessions/password-hash.ts';
import { readSettings, type Settings } from '../settings.ts';
import { registersReader } from '../uploads/registers-reader.ts';

export const fixtureJob = fileURLToPath(new URL('./fixture-job.ts', import.meta.url));

/** An answer as tests look at it. */
interface Answer {
  status: number;
  headers: Record<string, unknown>;
  // biome-ignore lint/suspicious/noExplicitAny: tests assert what it holds
  body: any;
  text: string;
  bytes: Buffer;
}

export interface TestServer {
  app: FastifyInstance;
  services: Services;
  settings: Settings;
  secretKeys: readonly Buffer[];
  /** A request as the branch officer, or as `as`. */
  call(
    method: string,
    url: string,
    body?: unknown,
    options?: { as?: string; headers?: object },
  ): Promise<Answer>;
  /** Sends a register file and returns its id. */
  upload(kind: 'residents' | 'members', text: string): Promise<string>;
  /** Orders a run and waits until it is over. */
  run(asOf: string): Promise<string>;
  until(id: string, states: string[]): Promise<Answer>;
  /** Adds somebody with one role, on these areas when it is one of areas. */
  addOfficer(username: string, role: Role, areas?: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

export const residentsCsv =
  'no_penduduk,nik,nama,tanggal_lahir\nP1,5171014101800000,NI LUH CONTOH,1980-01-01\n';
export const membersCsv = 'no_kartu,nik,nama,tanggal_lahir\n0001,5171014101800000,NI LUH CONTOH,1980-01-01\n';

/** The whole server without a port, on a fresh database, with the mapping of fixture-job. */
export async function startTestServer(
  change: Partial<Settings> = {},
  options: { now?: () => Date } = {},
): Promise<TestServer> {
  const database = await openTestDatabase();
  const dataDir = await mkdtemp(path.join(tmpdir(), 'jangkau-server-'));
  const settings = {
    ...readSettings({ JANGKAU_LOG_LEVEL: 'silent', JANGKAU_REQUESTS_PER_MINUTE: '1000000' }),
    dataDir,
    databaseUrl: database.url,
    backupDir: path.join(dataDir, 'backups'),
    ...change,
  };
  const secretKeys = [randomBytes(32)];
  const services = buildServices({
    database,
    settings,
    secretKeys,
    ...(options.now && { now: options.now }),
    reader: registersReader,
    jobFile: fixtureJob,
    onError: () => undefined,
  });
  await new AreaRepository(database.owner).save(await readAreas('51'));
  await addOfficer(services, 'petugas', 'branch-officer', []);
  await addOfficer(services, 'desa', 'village-operator', ['51.71.01.1002']);
  const app = await buildApp(services, false);
  const cookies = new Map<string, string>();
  const cookieOf = async (username: string) => {
    const known = cookies.get(username);
    if (known) return known;
    const payload = { username, password: 'rahasia' };
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
    const cookie = String(answer.headers['set-cookie']).split(';')[0] ?? '';
    cookies.set(username, cookie);
    return cookie;
  };
  const server: TestServer = {
    app,
    services,
    settings,
    secretKeys,
    call: async (method, url, body, options = {}) => {
      const request: InjectOptions = {
        method: method as 'GET',
        url: url.startsWith('/') ? url : `/api/v1/${url}`,
        headers: {
          ...(options.as !== '' && { cookie: await cookieOf(options.as ?? 'petugas') }),
          ...options.headers,
        },
        ...(body !== undefined && { payload: body as object }),
      };
      const answer = await app.inject(request);
      const json = String(answer.headers['content-type']).includes('json');
      return {
        status: answer.statusCode,
        headers: answer.headers,
        body: json ? answer.json() : undefined,
        text: answer.payload,
        bytes: answer.rawPayload,
      };
    },
    upload: async (kind, text) => {
      const answer = await server.call('POST', `uploads?kind=${kind}&name=${kind}.csv`, text, {
        headers: { 'content-type': 'text/csv' },
      });
      return answer.body.id;
    },
    run: async (asOf) => {
      const residentsUploads = [await server.upload('residents', residentsCsv)];
      const membersUploads = [await server.upload('members', membersCsv)];
      const { body } = await server.call('POST', 'runs', { residentsUploads, membersUploads, asOf });
      await server.until(body.id, ['done', 'failed']);
      return body.id;
    },
    until: async (id, states) => {
      for (let i = 0; i < 600; i++) {
        const answer = await server.call('GET', `runs/${id}`);
        if (states.includes(answer.body.state)) return answer;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error(`run ${id} never became ${states.join(' or ')}`);
    },
    addOfficer: (username, role, areas = []) => addOfficer(services, username, role, areas),
    close: async () => {
      await app.close();
      await services.memberNotices.close();
      await services.backups.close();
      await services.queue.close();
      await services.desk.close();
      await services.monthClose.close();
      await database.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  return server;
}

async function addOfficer(
  services: Services,
  username: string,
  role: Role,
  areas: readonly string[],
): Promise<void> {
  const accounts = new AccountRepository(services.database.gate);
  const passwordHash = await hashPassword('rahasia');
  await accounts.add({ username, name: username, passwordHash, mustChangePassword: false });
  const kind = assignmentKinds[role];
  for (const code of kind === 'branch' ? [null] : areas)
    await accounts.assign(username, { role, kind, code }, 'sistem');
}
