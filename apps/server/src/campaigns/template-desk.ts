import {
  type CampaignTemplate,
  fieldsOf,
  numberedBody,
  templateFields,
  templateFooter,
} from '@jangkau/campaigns';
import { type Database, listTemplates, noteTemplateState } from '@jangkau/store';
import { type GraphClient, GraphError } from '../whatsapp/graph-client.ts';
import { stateOfTemplate } from './template-states.ts';

const everyMs = 10_000;

/** Hands messages of campaigns in for approval and follows what becomes of them. */
export class TemplateDesk {
  readonly #database: Pick<Database, 'system'>;
  readonly #graph: Pick<GraphClient, 'submitTemplate' | 'templates'>;
  readonly #onError: (error: unknown) => void;
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<unknown> = Promise.resolve();

  constructor(parts: {
    database: Pick<Database, 'system'>;
    graph: Pick<GraphClient, 'submitTemplate' | 'templates'>;
    onError: (error: unknown) => void;
  }) {
    this.#database = parts.database;
    this.#graph = parts.graph;
    this.#onError = parts.onError;
  }

  start(): void {
    this.#timer = setInterval(() => {
      this.#working = this.#working.then(() => this.follow()).catch(this.#onError);
    }, everyMs);
    this.#timer.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#working;
  }

  /** Hands a template in. When WhatsApp cannot be reached it is handed in later; one that it refuses is rejected. */
  async submit(id: number, template: CampaignTemplate, by: string): Promise<void> {
    const refusal = await this.#graph
      .submitTemplate(templateForMeta(template))
      .then(() => null)
      .catch((error) => {
        if (!(error instanceof GraphError)) throw error;
        return error.kind === 'retry' ? null : (error.code ?? 0);
      });
    if (refusal !== null) {
      await noteTemplateState(this.#database.system, id, 'rejected', { by: 'Meta', reason: String(refusal) });
      return;
    }
    await noteTemplateState(this.#database.system, id, 'submitted', { by, reason: null });
  }

  /** Asks what became of templates that are not at their end. */
  async follow(): Promise<void> {
    const { system } = this.#database;
    const open = (await listTemplates(system)).filter(
      ({ state }) => state !== 'draft' && state !== 'rejected',
    );
    if (open.length === 0) return;
    const known = new Map((await this.#graph.templates()).map((template) => [template.name, template]));
    for (const template of open) {
      const said = known.get(template.name);
      const state = said && stateOfTemplate(said.status);
      if (state) await noteTemplateState(system, template.id, state, { by: 'Meta', reason: said.reason });
      // Handed in, and not known there: our call was lost.
      else if (!said && template.state === 'submitted')
        await this.#graph.submitTemplate(templateForMeta(template));
    }
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
