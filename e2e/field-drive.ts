import { type APIRequestContext, request } from 'playwright-core';
import { expect } from 'vitest';
import type { RunningJangkau } from './start-jangkau.ts';

/** A case as the office lists it. */
export interface DriveCase {
  caseId: string;
  name: string;
  householdKey: string | null;
  bucket: string | null;
  reason: string;
  phase: string;
  visits: number;
}

/** The office's side of a drive in the demo: opening cases, giving them to an agent, saying something meanwhile. */
export class FieldDrive {
  readonly #jangkau: RunningJangkau;
  readonly #people = new Map<string, APIRequestContext>();

  constructor(jangkau: RunningJangkau) {
    this.#jangkau = jangkau;
  }

  /** A request in somebody's name. */
  async ask<T>(username: string, method: 'get' | 'post' | 'put', path: string, data?: unknown): Promise<T> {
    let person = this.#people.get(username);
    if (!person) {
      person = await request.newContext({ baseURL: this.#jangkau.url });
      this.#people.set(username, person);
      await person.post('/api/v1/session', { data: { username, password: this.#jangkau.password } });
    }
    const answer = await person[method](`/api/v1/${path}`, data === undefined ? {} : { data });
    expect([path, answer.status(), answer.ok() || (await answer.text())]).toEqual([
      path,
      answer.status(),
      true,
    ]);
    return (await answer.json()) as T;
  }

  /** Opens the cases of the demo's agent's village and gives the agent so many. */
  async begin(village: string, most: number): Promise<DriveCase[]> {
    await this.ask('kepala', 'put', 'command/settings', { area: '51.71', name: 'live', value: true });
    const runs = await this.ask<{ items: { id: string }[] }>('petugas', 'get', 'runs');
    await this.ask('petugas', 'post', 'cases/open', { runId: runs.items[0]?.id, area: village });
    const filter = { area: village };
    await this.ask('penyelia', 'post', 'cases/assign', { agent: 'agen', dueOn: '2026-12-05', filter, most });
    const list = await this.ask<{ items: DriveCase[] }>(
      'petugas',
      'get',
      `cases?area=${village}&agent=agen&limit=200`,
    );
    return list.items.filter(({ bucket }) => bucket === null);
  }

  /** Everything that happened in a case, as the office sees it. */
  async factsOf(caseId: string): Promise<{ facts: { id: string; kind: string }[]; attachments: unknown[] }> {
    return this.ask('petugas', 'get', `cases/${caseId}`);
  }

  async close(): Promise<void> {
    for (const person of this.#people.values()) await person.dispose();
  }
}
