import type { Message } from '../message/message.ts';
import type { MemberFacts } from './member-facts.ts';

/** Where a conversation stands between two messages. */
export type Phase =
  /** Nothing begun: the menu. */
  | 'menu'
  /** Asked for NIK or card number. */
  | 'number'
  /** Asked for the birth date. */
  | 'birth'
  /** Asked for the one-time code. */
  | 'code'
  /** In a step of a flow. */
  | 'flow'
  /** A person of the branch has taken over. */
  | 'person';

/** A file a person sent, seen and checked by the channel. */
export interface SentFile {
  readonly id: string;
  readonly type: string;
  readonly bytes: number;
}

/** A flow that was begun: it ends on the version it began with. */
export interface RunningFlow {
  readonly id: string;
  readonly version: number;
  readonly step: string;
  /** Steps to go back to, latest last. */
  readonly behind: readonly string[];
  readonly answers: Readonly<Record<string, string>>;
  readonly files: readonly (SentFile & { readonly document: string })[];
  /** Event that began it. */
  readonly begun: string;
  /** Number of the work item that was made. */
  readonly recorded: { readonly number: string; readonly dueOn: string } | null;
}

/** The whole state of one conversation: plain JSON, kept between messages. */
export interface Conversation {
  readonly phase: Phase;
  readonly flow: RunningFlow | null;
  /** How sure we are who writes: 0 anybody, 1 number and birth date, 2 one-time code. */
  readonly level: 0 | 1 | 2;
  readonly facts: MemberFacts | null;
  /** NIK or card number, only until the birth date is given. */
  readonly number: string | null;
  /** Answers in a row that did not fit. */
  readonly misses: number;
  /** Failed proofs of identity in a row. */
  readonly guesses: number;
  readonly locks: number;
  readonly lockedUntil: string | null;
  readonly optedOut: boolean;
  /** Instant of the last thing the person did, ISO: what the branch does keeps no proof of identity alive. */
  readonly touchedAt: string | null;
  /** Latest events that were handled: one that comes again does nothing. */
  readonly handled: readonly string[];
}

/** A conversation nobody has begun. */
export const emptyConversation: Conversation = {
  phase: 'menu',
  flow: null,
  level: 0,
  facts: null,
  number: null,
  misses: 0,
  guesses: 0,
  locks: 0,
  lockedUntil: null,
  optedOut: false,
  touchedAt: null,
  handled: [],
};

interface EventBase {
  /** Of the message it comes from: an event is handled once. */
  readonly id: string;
  /** ISO instant. */
  readonly at: string;
}

/** What happens to a conversation. */
export type ChatEvent = EventBase &
  (
    | { readonly kind: 'said'; readonly text: string }
    | { readonly kind: 'chose'; readonly choice: string; readonly title: string }
    | { readonly kind: 'sent-file'; readonly file: SentFile }
    /** Anything else a phone can send: a voice note, a place, a sticker. */
    | { readonly kind: 'sent-other'; readonly what: string }
    | { readonly kind: 'identified'; readonly facts: MemberFacts }
    | { readonly kind: 'not-identified' }
    | { readonly kind: 'code-sent' }
    | { readonly kind: 'code-not-sent' }
    | { readonly kind: 'code-right' }
    | { readonly kind: 'code-wrong' }
    | { readonly kind: 'account'; readonly facts: MemberFacts }
    | { readonly kind: 'recorded'; readonly number: string; readonly dueOn: string }
    /** Time has passed. */
    | { readonly kind: 'clock' }
    /** A person of the branch writes: the automatic service is silent until they are done. */
    | { readonly kind: 'taken-over' }
    /** The person of the branch is done. */
    | { readonly kind: 'handed-back' }
    /**
     * The closing message of a request that is decided (`endsTalk` false) or of a talk with a person that is over,
     * and the question how content one is.
     */
    | { readonly kind: 'closed'; readonly text: string; readonly endsTalk: boolean }
  );

/** What is to be done. Ids come from the event: the same event asks for the same, once. */
export type Effect = { readonly id: string } & (
  | { readonly kind: 'say'; readonly message: Message }
  /** Answered by `identified` or `not-identified`. */
  | { readonly kind: 'identify'; readonly number: string; readonly born: string }
  /** Answered by `code-sent` or `code-not-sent`. */
  | { readonly kind: 'send-code'; readonly memberId: number }
  /** Answered by `code-right` or `code-wrong`. */
  | { readonly kind: 'check-code'; readonly memberId: number; readonly code: string }
  /** Answered by `account`. */
  | { readonly kind: 'read-account'; readonly memberId: number; readonly stages: number }
  /** Answered by `recorded`. */
  | {
      readonly kind: 'record';
      readonly service: string;
      readonly memberId: number | null;
      readonly answers: Readonly<Record<string, string>>;
      readonly files: RunningFlow['files'];
    }
  | {
      readonly kind: 'hand-over';
      readonly service: string;
      readonly reason: 'asked' | 'not-understood' | 'locked';
    }
  | { readonly kind: 'opt-out' }
  /** How content somebody was with the person who helped: 3 content, 2 so so, 1 not. */
  | { readonly kind: 'rate'; readonly score: number }
  | { readonly kind: 'alert'; readonly what: 'guessing' }
);

/** Settings of conversations. */
export interface ConversationSettings {
  /** A flow nobody goes on with ends after this many minutes, and so does the proof of identity. */
  readonly idleMinutes: number;
  /** Wrong answers in a row that bring a person. */
  readonly misses: number;
  /** Failed proofs in a row that lock. */
  readonly guesses: number;
  /** Minutes of the first lock; each further one is twice as long. */
  readonly lockMinutes: number;
  readonly office: OfficeHours;
  /** Address of the member app, where REHAB is agreed to; null: there is none. */
  readonly memberAppUrl: string | null;
  readonly facilityChange: FacilityChangeRule;
}

/** Why another first-level facility may be chosen before the time is over. */
export type FacilityException = 'moved' | 'assigned' | 'facility-ended';

/** How often a first-level facility may be changed. */
export interface FacilityChangeRule {
  /** Months between two choices. */
  readonly months: number;
  readonly exceptions: readonly FacilityException[];
  /** Regulation or decision this reading stands on. */
  readonly basis: string;
}

/** When people of the branch answer. */
export interface OfficeHours {
  /** Hours ahead of UTC; WITA is 8. Indonesia has no summer time. */
  readonly utcOffset: number;
  /** ISO week days, Monday is 1. */
  readonly days: readonly number[];
  readonly from: string;
  readonly to: string;
  /** Days closed beside the weekend, YYYY-MM-DD. */
  readonly closed: readonly string[];
  readonly address: string;
}

export const defaultConversationSettings: ConversationSettings = {
  idleMinutes: 30,
  misses: 3,
  guesses: 3,
  lockMinutes: 60,
  office: {
    utcOffset: 8,
    days: [1, 2, 3, 4, 5],
    from: '08:00',
    to: '15:00',
    closed: [],
    address: 'Jl. D.I. Panjaitan No. 6, Renon, Denpasar',
  },
  memberAppUrl: null,
  facilityChange: {
    months: 3,
    exceptions: ['moved', 'assigned', 'facility-ended'],
    basis: 'Perpres 82/2018 (perpindahan FKTP), dikonfirmasi cabang',
  },
};
