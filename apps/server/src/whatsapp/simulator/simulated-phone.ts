type Json = Record<string, unknown>;

/** A message as it went over the wire. */
export interface WireMessage {
  id: string;
  fromUs: boolean;
  at: string;
  content: Json;
  status: 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'received';
}

/** What the simulated network does wrong for a phone. */
export interface Trouble {
  /** Error code with which sending is refused, once for each of `times`. */
  refuse?: { code: number; times: number };
  /** The phone is off: nothing is delivered. */
  offline?: boolean;
}

/** One call between office and WhatsApp. */
export interface NetworkCall {
  at: string;
  what: string;
  answer: string;
}

const mostMessages = 500;
const mostCalls = 40;

/** A phone with WhatsApp on it, in memory. */
export class SimulatedPhone {
  readonly number: string;
  messages: WireMessage[] = [];
  /** Latest calls, newest first. */
  network: NetworkCall[] = [];
  trouble: Trouble = {};
  /** Instant in ms of what the phone said last; 0: never, or a day has passed. */
  lastSaidAt = 0;

  constructor(number: string) {
    this.number = number;
  }

  add(message: WireMessage): void {
    this.messages.push(message);
    if (this.messages.length > mostMessages) this.messages.shift();
  }

  called(what: string, answer: string): void {
    this.network.unshift({ at: new Date().toISOString(), what, answer });
    this.network.length = Math.min(this.network.length, mostCalls);
  }

  find(id: string): WireMessage | undefined {
    return this.messages.find((message) => message.id === id);
  }

  /** As if it had just been bought. */
  empty(): void {
    this.messages = [];
    this.network = [];
    this.trouble = {};
    this.lastSaidAt = 0;
  }
}
