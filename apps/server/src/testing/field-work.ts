import { randomUUID } from 'node:crypto';
import { noEvidence } from '@jangkau/pesiar';
import { Temporal } from 'temporal-polyfill';
import { expect } from 'vitest';
import type { TestServer } from './test-server.ts';

/** What is said at a door. */
interface DoorWords {
  class?: string;
  evidence?: object;
  form?: object;
  result?: string;
}

/** An agent at work in one village on a day, for tests: visits and people who are not in the register. */
export class FieldWork {
  readonly #server: TestServer;
  readonly #agent: string;
  readonly #village: string;
  readonly #day: string;
  #visits = 0;

  constructor(server: TestServer, parts: { agent: string; village: string; day: string }) {
    this.#server = server;
    this.#agent = parts.agent;
    this.#village = parts.village;
    this.#day = parts.day;
  }

  /** A minute of the day, as facts write it. */
  instant(minute: number): string {
    return Temporal.Instant.from(`${this.#day}T01:00:00Z`)
      .add({ minutes: minute })
      .toString({ smallestUnit: 'millisecond' });
  }

  /** A visit with everything up to the form, handed in as one batch; gives the id of its last fact. */
  async visit(caseId: string, words: DoorWords): Promise<string> {
    const { body } = await this.#call('GET', `cases/${caseId}`);
    let base = body.case.version as number;
    const start = 30 * this.#visits++;
    const fact = (kind: string, minute: number, of: object) => ({
      id: randomUUID(),
      caseId,
      kind,
      at: this.instant(start + minute),
      by: this.#agent,
      device: null,
      base: base++,
      body: of,
    });
    const evidence = { ...noEvidence, ...words.evidence };
    const facts = [
      fact('visited', 10, {
        result: words.result ?? 'found-uncovered',
        met: 'self',
        startedAt: this.instant(start + 5),
        point: { lat: -8.71, lon: 115.22, accuracy: 6 },
        attachments: [],
      }),
      ...(words.form
        ? [
            fact('identified', 11, { method: 'ktp-photo', result: 'same-person', attachments: [] }),
            fact('classified', 12, { class: words.class, evidence, suggested: words.class, rule: null }),
            fact('advocated', 13, { where: 'home', answer: 'agrees' }),
            fact('consented', 14, { given: true, text: 'v1', signature: null, signer: 'self' }),
            fact('registered', 15, { people: [], attachments: [], ...words.form }),
          ]
        : []),
    ];
    const sent = await this.#call('POST', 'case-facts', { facts });
    expect(sent.body.results.map(({ outcome }: { outcome: string }) => outcome)).toEqual(
      facts.map(() => 'accepted'),
    );
    return facts.at(-1)?.id as string;
  }

  /** A case that the agent opens by hand. */
  async openByHand(change: object): Promise<string> {
    const caseId = randomUUID();
    const nothing = {
      residentNo: null,
      memberId: null,
      address: null,
      householdKey: null,
      segment: null,
      class: null,
    };
    const place = { area: this.#village, banjar: 'Banjar 1' };
    const subject = { ...nothing, ...place, arrearsMonths: null, ...change };
    const opened = {
      id: randomUUID(),
      caseId,
      kind: 'opened',
      at: this.instant(1),
      by: this.#agent,
      device: null,
      base: 0,
      body: { reason: 'by-hand', subject, run: null, probability: null },
    };
    const { results } = (await this.#call('POST', 'case-facts', { facts: [opened] })).body;
    expect(results[0].outcome).toBe('accepted');
    return caseId;
  }

  #call(method: 'GET' | 'POST', url: string, body?: unknown) {
    return this.#server.call(method, url, body, { as: this.#agent });
  }
}
