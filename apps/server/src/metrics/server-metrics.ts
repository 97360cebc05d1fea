import { callsWaiting, type Database, messageCosts, workFigures } from '@jangkau/store';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const runStates = ['queued', 'running', 'done', 'failed', 'cancelled', 'interrupted'];

/** What a request was, without anything of who asked or for whom. */
export interface AnsweredRequest {
  method: string;
  /** Pattern of the route, never the address. */
  route: string;
  status: number;
  seconds: number;
}

/** Figures of this server in the format of Prometheus. */
export class ServerMetrics {
  readonly #registry = new Registry();
  readonly #database: Database;
  readonly #requests: Counter<'method' | 'route' | 'status'>;
  readonly #durations: Histogram<'method' | 'route'>;
  readonly #pool: Gauge<'login' | 'state'>;
  readonly #runs: Gauge<'state'>;
  readonly #up: Gauge;
  readonly #sealLag: Gauge;
  readonly #backupAge: Gauge;
  readonly #callsWaiting: Gauge;
  readonly #callAge: Gauge;
  readonly #messages: Gauge<'category' | 'type' | 'billable'>;

  constructor(database: Database) {
    this.#database = database;
    const registers = [this.#registry];
    const gauge = <Label extends string>(name: string, help: string, labelNames: Label[] = []) =>
      new Gauge<Label>({ name: `jangkau_${name}`, help, labelNames, registers });
    // Memory, processor, garbage collection and the lag of the event loop.
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: 'jangkau_http_requests_total',
      help: 'Requests answered, by pattern of the route',
      labelNames: ['method', 'route', 'status'],
      registers,
    });
    this.#durations = new Histogram({
      name: 'jangkau_http_request_duration_seconds',
      help: 'Time to answer, by pattern of the route',
      labelNames: ['method', 'route'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
      registers,
    });
    this.#pool = gauge('database_connections', 'Connections to the database, by login', ['login', 'state']);
    this.#runs = gauge('runs', 'Mappings by state; queued ones wait for their turn', ['state']);
    this.#up = gauge('database_up', '1 when the database answers');
    this.#sealLag = gauge('audit_seal_lag_seconds', 'Wait of the oldest audit entry that is not sealed');
    this.#backupAge = gauge('backup_age_seconds', 'Since the last good backup; absent when there is none');
    this.#callsWaiting = gauge('chat_calls_waiting', 'Calls of WhatsApp that are kept and not worked yet');
    this.#callAge = gauge('chat_call_age_seconds', 'Wait of the oldest of them');
    this.#messages = gauge('chat_messages', 'Messages of ours by what WhatsApp charges for them', [
      'category',
      'type',
      'billable',
    ]);
  }

  get contentType(): string {
    return this.#registry.contentType;
  }

  answered({ method, route, status, seconds }: AnsweredRequest): void {
    this.#requests.inc({ method, route, status: String(status) });
    this.#durations.observe({ method, route }, seconds);
  }

  /** All figures as text, read now. */
  async text(): Promise<string> {
    for (const { login, state, n } of this.#database.poolSizes()) this.#pool.set({ login, state }, n);
    const figures = await workFigures(this.#database.system).catch(() => undefined);
    this.#up.set(figures ? 1 : 0);
    for (const each of [this.#runs, this.#sealLag, this.#backupAge]) each.reset();
    if (figures) {
      for (const state of runStates) this.#runs.set({ state }, figures.runs[state] ?? 0);
      this.#sealLag.set(figures.sealLagSeconds);
    }
    await this.#readChat();
    // Unlike the others an age has no zero: without one there is no line.
    if (figures?.backupAgeSeconds === undefined) this.#backupAge.remove();
    else this.#backupAge.set(figures.backupAgeSeconds);
    return this.#registry.metrics();
  }

  /** Queue and cost of the WhatsApp channel. */
  async #readChat(): Promise<void> {
    const { system } = this.#database;
    const waiting = await callsWaiting(system).catch(() => undefined);
    this.#callsWaiting.set(waiting?.waiting ?? 0);
    this.#callAge.set(waiting?.oldestSeconds ?? 0);
    this.#messages.reset();
    for (const { category, type, billable, n } of await messageCosts(system).catch(() => [])) {
      this.#messages.set({ category, type, billable: String(billable) }, n);
    }
  }
}
