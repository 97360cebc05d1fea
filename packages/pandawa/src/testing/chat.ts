import { Temporal } from 'temporal-polyfill';
import { advance } from '../conversation/advance.ts';
import {
  type ChatEvent,
  type Conversation,
  type ConversationSettings,
  defaultConversationSettings,
  type Effect,
  emptyConversation,
  type SentFile,
} from '../conversation/conversation.ts';
import type { MemberFacts } from '../conversation/member-facts.ts';
import { allFlows } from '../flows/all-flows.ts';
import type { Flow } from '../flows/flow.ts';
import type { Choice } from '../message/message.ts';

export const owing: MemberFacts = {
  memberId: 7,
  firstName: 'Wayan',
  cardEnd: '7890',
  segment: 'PBPU',
  roomClass: 3,
  active: false,
  since: '2025-06-01',
  reason: 'ARREARS',
  inactivity: 'arrears',
  until: null,
  people: 1,
  monthly: 35_000,
  arrears: { months: 9, amount: 315_000, firstMonth: '2025-05' },
  toPay: 350_000,
  virtualAccounts: [{ bank: 'BRI', number: '8888801234567890' }],
  rehab: {
    eligible: true,
    reason: 'ELIGIBLE',
    maxStages: 4,
    total: 455_000,
    stages: ['02-28', '03-31', '04-30', '05-31'].map((day) => ({ dueBy: `2026-${day}`, amount: 113_750 })),
    activeOn: '2026-05-31',
  },
  rehabPlan: null,
  classChosenOn: '2024-01-01',
  facilityChangedOn: null,
};

export const covered: MemberFacts = {
  ...owing,
  active: true,
  since: '2024-01-01',
  reason: 'PAID',
  inactivity: null,
  arrears: { months: 0, amount: 0, firstMonth: null },
  toPay: 0,
  rehab: {
    ...(owing.rehab as NonNullable<MemberFacts['rehab']>),
    eligible: false,
    reason: 'NO_ARREARS',
    stages: [],
  },
};

export const lapsed: MemberFacts = {
  ...covered,
  segment: 'PBI_APBN',
  active: false,
  since: '2026-02-01',
  reason: 'PBI_REMOVED',
  inactivity: 'lapsed',
  until: '2026-08-01',
  monthly: null,
  virtualAccounts: [],
};

export const NIK = '5171011708900000';
export const BORN = '17-08-1990';
export const photo: SentFile = { id: 'media', type: 'image/jpeg', bytes: 200_000 };

/** One phone and a branch that answers what the engine asks for, as the server does. */
export class Chat {
  conversation: Conversation = emptyConversation;
  /** Everything the engine asked for, in order. */
  readonly effects: Effect[] = [];
  readonly events: ChatEvent[] = [];
  readonly said: string[] = [];
  choices: readonly Choice[] = [];
  now = Temporal.Instant.from('2026-02-10T02:00:00Z').epochMilliseconds;
  readonly #facts: MemberFacts;
  readonly #flows: readonly Flow[];
  readonly #settings: ConversationSettings;
  #next = 0;

  constructor(
    facts: MemberFacts = owing,
    flows: readonly Flow[] = allFlows,
    settings = defaultConversationSettings,
  ) {
    this.#facts = facts;
    this.#flows = flows;
    this.#settings = settings;
  }

  /** Another phone that stands where this one does, with nothing said yet. */
  fork(): Chat {
    const other = new Chat(this.#facts, this.#flows, this.#settings);
    other.conversation = this.conversation;
    other.choices = this.choices;
    other.now = this.now;
    other.#next = this.#next;
    return other;
  }

  get last(): string {
    return this.said.at(-1) ?? '';
  }

  say(...texts: string[]): string {
    for (const text of texts) this.event({ kind: 'said', text });
    return this.last;
  }

  /** Presses the choice with that title. */
  press(title: string): string {
    const choice = this.choices.find((one) => one.title === title);
    if (!choice)
      throw new Error(`no choice "${title}" in ${this.choices.map((one) => one.title).join(', ')}`);
    this.event({ kind: 'chose', choice: choice.id, title: choice.title });
    return this.last;
  }

  files(count: number, file: SentFile = photo): string {
    for (let i = 0; i < count; i++) this.event({ kind: 'sent-file', file });
    return this.last;
  }

  identify(code = '123456'): string {
    this.say(NIK, BORN);
    if (this.conversation.phase === 'code') this.say(code);
    return this.last;
  }

  wait(minutes: number): this {
    this.now += minutes * 60_000;
    return this;
  }

  event(
    body: ChatEvent extends infer One ? (One extends ChatEvent ? Omit<One, 'id' | 'at'> : never) : never,
  ): void {
    this.now += 1000;
    this.apply({
      ...body,
      id: `e${this.#next++}`,
      at: Temporal.Instant.fromEpochMilliseconds(this.now).toString(),
    } as ChatEvent);
  }

  apply(event: ChatEvent): readonly Effect[] {
    this.events.push(event);
    const { conversation, effects } = advance(this.conversation, event, {
      flows: this.#flows,
      settings: this.#settings,
    });
    this.conversation = conversation;
    this.effects.push(...effects);
    for (const effect of effects) {
      if (effect.kind === 'say') {
        this.said.push(effect.message.body);
        this.choices = 'choices' in effect.message ? effect.message.choices : [];
      }
      const answer = this.#answer(effect);
      if (answer) this.apply({ ...answer, id: `${effect.id}:answer`, at: event.at } as ChatEvent);
    }
    return effects;
  }

  #answer(effect: Effect) {
    switch (effect.kind) {
      case 'identify':
        return effect.number === NIK && effect.born === '1990-08-17'
          ? { kind: 'identified', facts: this.#facts }
          : { kind: 'not-identified' };
      case 'send-code':
        return { kind: 'code-sent' };
      case 'check-code':
        return { kind: effect.code === '123456' ? 'code-right' : 'code-wrong' };
      case 'read-account': {
        const { rehab } = this.#facts;
        const stages = effect.stages || rehab?.stages.length;
        return {
          kind: 'account',
          facts: { ...this.#facts, rehab: rehab && { ...rehab, stages: rehab.stages.slice(0, stages) } },
        };
      }
      case 'record':
        return { kind: 'recorded', number: 'P-0001', dueOn: '13 Februari 2026' };
      default:
        return undefined;
    }
  }
}
