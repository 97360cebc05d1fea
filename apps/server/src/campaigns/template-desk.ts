import {
  type CampaignTemplate,
  fieldsOf,
  numberedBody,
  templateFields,
  templateFooter,
} from '@jangkau/campaigns';
import { type Database, listTemplates, noteTemplateState, type TemplateRow } from '@jangkau/store';
import { RepeatedWork } from '../repeated-work.ts';
import { type GraphClient, GraphError } from '../whatsapp/graph-client.ts';
import type { ErrorKind } from '../whatsapp/graph-errors.ts';
import { stateOfTemplate } from './template-states.ts';

const everyMs = 10_000;
/** A template that is not in Meta's list is handed in again after so long: the list may lag behind, and so on each time. */
const againMs = 5 * 60_000;
/** Refusals that say nothing of the template: ours or theirs is not ready, and it is handed in later. */
const later: ReadonlySet<ErrorKind> = new Set(['retry', 'credentials', 'account']);

/** Hands messages of campaigns in for approval and follows what becomes of them. */
export class TemplateDesk {
  readonly #database: Pick<Database, 'system'>;
  readonly #graph: Pick<GraphClient, 'submitTemplate' | 'templates'>;
  readonly #onError: (error: unknown) => void;
  readonly #now: () => Date;
  readonly #rounds: RepeatedWork;
  /** When a template was last handed in again. */
  readonly #again = new Map<number, number>();

  constructor(parts: {
    database: Pick<Database, 'system'>;
    graph: Pick<GraphClient, 'submitTemplate' | 'templates'>;
    now: () => Date;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#graph = parts.graph;
    this.#now = parts.now;
    this.#onError = parts.onError;
    this.#rounds = new RepeatedWork({
      work: (ended) => this.follow(ended),
      everyMs,
      onError: parts.onError,
    });
  }

  start(): void {
    this.#rounds.start();
  }

  close(): Promise<void> {
    return this.#rounds.close();
  }

  /**
   * Hands a template in. When WhatsApp cannot be reached, or refuses us and not the template, it is handed in later; one
   * that it refuses is rejected.
   */
  async submit(id: number, template: CampaignTemplate, by: string): Promise<void> {
    const refusal = await this.#graph
      .submitTemplate(templateForMeta(template))
      .then(() => null)
      .catch((error) => {
        if (!(error instanceof GraphError)) throw error;
        if (!later.has(error.kind)) return error.code ?? 0;
        this.#onError(error);
        return null;
      });
    if (refusal !== null) {
      await noteTemplateState(this.#database.system, id, 'rejected', { by: 'Meta', reason: String(refusal) });
      return;
    }
    await noteTemplateState(this.#database.system, id, 'submitted', { by, reason: null });
  }

  /** Asks what became of templates that are not at their end. */
  async follow(ended?: AbortSignal): Promise<void> {
    const { system } = this.#database;
    const open = (await listTemplates(system)).filter(
      ({ state }) => state !== 'draft' && state !== 'rejected',
    );
    if (open.length === 0) return;
    const known = new Map((await this.#graph.templates(ended)).map((template) => [template.name, template]));
    for (const template of open) {
      const said = known.get(template.name);
      const state = said && stateOfTemplate(said.status);
      if (state) await noteTemplateState(system, template.id, state, { by: 'Meta', reason: said.reason });
      // Handed in, and not known there: our call was lost.
      else if (!said && template.state === 'submitted') await this.#handInAgain(template, ended);
    }
  }

  /** What becomes of one says nothing of the others: Meta may know the name although it does not list it yet. */
  async #handInAgain(template: TemplateRow, ended: AbortSignal | undefined): Promise<void> {
    const now = this.#now().getTime();
    if (now - (this.#again.get(template.id) ?? template.madeAt.getTime()) < againMs) return;
    this.#again.set(template.id, now);
    await this.#graph.submitTemplate(templateForMeta(template), ended).catch((error) => {
      if (!ended?.aborted) this.#onError(error);
    });
  }
}

/** A template in the shape of the Graph API, with an example for every field. */
function templateForMeta(template: CampaignTemplate): object {
  const examples = fieldsOf(template.body).map((field) => templateFields[field].example);
  return {
    name: template.name,
    language: 'id',
    category: template.category.toUpperCase(),
    components: [
      {
        type: 'BODY',
        text: numberedBody(template.body),
        ...(examples.length > 0 && { example: { body_text: [examples] } }),
      },
      { type: 'FOOTER', text: templateFooter },
      ...(template.buttons.length > 0
        ? [
            {
              type: 'BUTTONS',
              buttons: template.buttons.map(({ title }) => ({ type: 'QUICK_REPLY', text: title })),
            },
          ]
        : []),
    ],
  };
}
