import type { ConversationSettings } from '../conversation/conversation.ts';
import type { MemberFacts } from '../conversation/member-facts.ts';

/** What the text of a step may speak of. */
export interface FlowView {
  readonly answers: Readonly<Record<string, string>>;
  /** Null below level 1. */
  readonly facts: MemberFacts | null;
  /** Date at the office, YYYY-MM-DD. */
  readonly today: string;
  readonly recorded: { readonly number: string; readonly dueOn: string } | null;
  readonly settings: ConversationSettings;
}

type Text = (view: FlowView) => string;

/** What a typed answer must be. */
export type Check = 'text' | 'date' | 'past-date' | 'number' | 'facility' | 'phone' | 'stages';

/** One step of a flow. `next` names a step; `end` ends the flow. */
export type Step =
  | {
      readonly kind: 'choose';
      readonly say: Text;
      /** What the answer is, for whoever reads the request. */
      readonly label?: string;
      readonly options: (view: FlowView) => readonly {
        readonly id: string;
        readonly title: string;
        readonly description?: string;
        readonly next: string;
      }[];
    }
  | {
      readonly kind: 'ask';
      readonly say: Text;
      readonly label?: string;
      readonly check: Check;
      readonly next: string;
    }
  | {
      readonly kind: 'files';
      readonly documents: (view: FlowView) => readonly string[];
      readonly next: string;
    }
  | { readonly kind: 'tell'; readonly say: Text; readonly next: string }
  | { readonly kind: 'route'; readonly by: (view: FlowView) => string }
  /** Asks the ledger again, with the stages of REHAB that were chosen in a step. */
  | { readonly kind: 'account'; readonly stagesFrom?: string; readonly next: string }
  | { readonly kind: 'record'; readonly service: string; readonly next: string }
  | { readonly kind: 'person' }
  | { readonly kind: 'opt-out'; readonly next: string };

/** A conversation about one thing. A change makes a new version; the old one stays until nobody is in it. */
export interface Flow {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Proof of identity it needs before it begins. */
  readonly level: 0 | 1 | 2;
  readonly first: string;
  readonly steps: Readonly<Record<string, Step>>;
  /** Branch of the menu. */
  readonly branch: 'administrasi' | 'informasi' | 'pengaduan' | null;
}
