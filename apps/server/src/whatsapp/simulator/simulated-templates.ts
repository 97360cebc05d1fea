type Json = Record<string, unknown>;

interface Template {
  name: string;
  text: string;
  category: string;
  submittedAt: number;
}

/** How long the simulated Meta thinks. */
const decidesAfterMs = 3000;
const most = 500;
const rejectedFor = 'INVALID_FORMAT';

/**
 * Approval of messages as Meta does it, as far as we use it: what is handed in waits, then is approved, or rejected when
 * its text asks for it with the word TOLAK; the webhook is told. Kept in memory.
 */
export class SimulatedTemplates {
  readonly #templates = new Map<string, Template>();
  readonly #now: () => number;
  readonly #tell: (field: string, value: object) => Promise<void>;

  constructor(now: () => number, tell: (field: string, value: object) => Promise<void>) {
    this.#now = now;
    this.#tell = tell;
  }

  /** A message handed in: what the API answers. */
  submit(given: unknown): { status: number; body: object } {
    const { name, category, components } = (given ?? {}) as Json;
    const body = Array.isArray(components)
      ? components.map((one) => one as Json).find(({ type }) => type === 'BODY')
      : undefined;
    if (typeof name !== 'string' || !/^[a-z0-9_]{1,512}$/.test(name) || typeof body?.text !== 'string') {
      return {
        status: 400,
        body: { error: { message: '(#100) Invalid parameter', type: 'OAuthException', code: 100 } },
      };
    }
    if (!this.#templates.has(name) && this.#templates.size < most) {
      const text = body.text;
      const template = { name, text, category: String(category), submittedAt: this.#now() };
      this.#templates.set(name, template);
      setTimeout(() => void this.#tellDecision(template), decidesAfterMs).unref();
    }
    return { status: 200, body: { id: String(300_000 + this.#templates.size), status: 'PENDING', category } };
  }

  async #tellDecision({ name, text, category }: Template): Promise<void> {
    const rejected = isRejected(text);
    await this.#tell('message_template_status_update', {
      event: rejected ? 'REJECTED' : 'APPROVED',
      message_template_id: 300_000 + this.#templates.size,
      message_template_name: name,
      message_template_language: 'id',
      message_template_category: category,
      reason: rejected ? rejectedFor : 'NONE',
    });
  }

  /** The words of a message that was handed in, filled in; undefined when there is none of that name. */
  textOf(name: string, parameters: readonly string[]): string | undefined {
    return this.#templates
      .get(name)
      ?.text.replace(/\{\{(\d+)\}\}/g, (_, nth: string) => parameters[Number(nth) - 1] ?? '');
  }

  /** All messages with their state: what the API answers. */
  list(): { status: number; body: object } {
    const data = [...this.#templates.values()].map(({ name, text, category, submittedAt }) => {
      const decided = this.#now() - submittedAt >= decidesAfterMs;
      const rejected = isRejected(text);
      return {
        name,
        category,
        language: 'id',
        status: !decided ? 'PENDING' : rejected ? 'REJECTED' : 'APPROVED',
        rejected_reason: decided && rejected ? rejectedFor : 'NONE',
      };
    });
    return { status: 200, body: { data } };
  }
}

function isRejected(text: string): boolean {
  return /\bTOLAK\b/.test(text);
}
