import { flowOf } from '../flows/all-flows.ts';
import type { Flow, FlowView, Step } from '../flows/flow.ts';
import { type Choice, type Message, messageLimits, question } from '../message/message.ts';
import type { ChatEvent, Conversation, ConversationSettings, Effect, RunningFlow } from './conversation.ts';
import { type OfficeTime, officeTime } from './office-time.ts';

type Draft = { -readonly [Key in keyof Conversation]: Conversation[Key] };
type EffectBody = Effect extends infer One ? (One extends { id: string } ? Omit<One, 'id'> : never) : never;

/** One event being worked on: the state as it becomes, the effects so far, and what will be said in one message. */
export class Turn {
  readonly state: Draft;
  readonly event: ChatEvent;
  readonly flows: readonly Flow[];
  readonly settings: ConversationSettings;
  readonly office: OfficeTime;
  readonly #effects: Effect[] = [];
  readonly #said: string[] = [];
  #choices: readonly Choice[] = [];

  constructor(
    conversation: Conversation,
    event: ChatEvent,
    flows: readonly Flow[],
    settings: ConversationSettings,
  ) {
    this.state = { ...conversation };
    this.event = event;
    this.flows = flows;
    this.settings = settings;
    this.office = officeTime(event.at, settings.office);
  }

  /** What the texts of the running flow may speak of. */
  get view(): FlowView {
    const { flow, facts } = this.state;
    return {
      answers: flow?.answers ?? {},
      facts: this.state.level >= 1 ? facts : null,
      today: this.office.date,
      recorded: flow?.recorded ?? null,
      settings: this.settings,
    };
  }

  /** The running flow in the version it began with; undefined when that version is gone. */
  get flow(): Flow | undefined {
    const { flow } = this.state;
    return flow ? flowOf(this.flows, flow.id, flow.version) : undefined;
  }

  /** The step the running flow stands in. */
  get step(): Step | undefined {
    return this.flow?.steps[this.state.flow?.step ?? ''];
  }

  /** Changes the running flow. */
  set(changes: Partial<RunningFlow>): undefined {
    if (this.state.flow) this.state.flow = { ...this.state.flow, ...changes };
  }

  say(text: string): undefined {
    if (text) this.#said.push(text);
  }

  /** Says a text with choices; the last choices said are the ones shown. */
  ask(text: string, choices: readonly Choice[]): undefined {
    this.say(text);
    this.#choices = choices;
  }

  emit(effect: EffectBody, key?: string): undefined {
    this.#effects.push({ id: key ?? `${this.event.id}/${this.#effects.length}`, ...effect } as Effect);
  }

  /** Everything said becomes one message: every message costs. */
  effects(): readonly Effect[] {
    const body = this.#said.join('\n\n').slice(0, messageLimits.text);
    if (!body) return this.#effects;
    const message: Message =
      this.#choices.length > 0 ? question(body, this.#choices) : { kind: 'text', body };
    return [{ id: `${this.event.id}/say`, kind: 'say', message }, ...this.#effects];
  }
}
