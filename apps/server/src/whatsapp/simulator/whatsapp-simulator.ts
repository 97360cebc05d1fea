import { createHash, randomBytes } from 'node:crypto';
import { signatureOf } from '../signature.ts';
import type { WhatsappSettings } from '../whatsapp-settings.ts';
import { messageFault } from './message-fault.ts';

type Json = Record<string, unknown>;

/** A message as the phone shows it. */
export interface PhoneMessage {
  id: string;
  fromUs: boolean;
  at: string;
  /** As it went over the wire. */
  content: Json;
  status: 'accepted' | 'sent' | 'delivered' | 'read' | 'failed' | 'received';
}

/** What the simulated network does wrong for a phone. */
export interface Trouble {
  /** Error code with which sending is refused, once for each of `times`. */
  refuse?: { code: number; times: number };
  /** The phone is off: nothing is delivered. */
  offline?: boolean;
  /** The 24 hours are over whatever was said. */
  windowOver?: boolean;
}

interface Phone {
  messages: PhoneMessage[];
  lastSaidAt: number;
  trouble: Trouble;
}

const dayMs = 86_400_000;
const mostPhones = 2000;
const mostMessages = 500;

/**
 * WhatsApp as far as we use it: answers Graph calls and calls our webhook, signed, over HTTP like the real one. Keeps
 * everything in memory; a phone that is forgotten begins anew.
 */
export class WhatsappSimulator {
  readonly #settings: WhatsappSettings;
  readonly #webhook: () => string;
  readonly #phones = new Map<string, Phone>();
  readonly #media = new Map<string, { bytes: Buffer; type: string }>();

  constructor(settings: WhatsappSettings, webhook: () => string) {
    this.#settings = settings;
    this.#webhook = webhook;
  }

  /** A Graph call to send a message: what the API answers. */
  receive(given: unknown): { status: number; body: object } {
    const message = (given ?? {}) as Json;
    const fault = messageFault(message);
    if (fault) return refusal(100, fault);
    const number = String(message.to ?? message.recipient ?? '');
    const phone = this.#phone(number);
    const { refuse } = phone.trouble;
    if (refuse && refuse.times > 0) {
      refuse.times--;
      return refusal(refuse.code, 'on demand');
    }
    const over = phone.trouble.windowOver || Date.now() - phone.lastSaidAt > dayMs;
    if (over && message.type !== 'template') return refusal(131047, 'Re-engagement message');
    const id = `wamid.${randomBytes(18).toString('base64url')}`;
    this.#add(phone, {
      id,
      fromUs: true,
      at: new Date().toISOString(),
      content: message,
      status: 'accepted',
    });
    void this.#tellStatuses(number, id, phone);
    return {
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        contacts: [{ input: number, wa_id: number }],
        messages: [{ id }],
      },
    };
  }

  /** A media id's address. */
  mediaOf(id: string, base: string): { status: number; body: object } {
    const file = this.#media.get(id);
    if (!file) return refusal(100, 'Unsupported get request');
    const sha256 = createHash('sha256').update(file.bytes).digest('hex');
    return {
      status: 200,
      body: { id, url: `${base}/files/${id}`, mime_type: file.type, sha256, file_size: file.bytes.length },
    };
  }

  fileOf(id: string): { bytes: Buffer; type: string } | undefined {
    return this.#media.get(id);
  }

  /** What the phone shows, oldest first. */
  messagesOf(number: string): PhoneMessage[] {
    return this.#phone(number).messages;
  }

  /** Makes things go wrong, or right again. */
  trouble(number: string, trouble: Trouble): void {
    this.#phone(number).trouble = trouble;
  }

  /** The phone says something: the webhook is called as WhatsApp does. Returns the status of its answer. */
  async say(number: string, content: { type: string } & Json): Promise<number> {
    const phone = this.#phone(number);
    const id = `wamid.${randomBytes(18).toString('base64url')}`;
    phone.lastSaidAt = Date.now();
    this.#add(phone, { id, fromUs: false, at: new Date().toISOString(), content, status: 'received' });
    // Whoever writes has seen what was there.
    for (const message of phone.messages) {
      if (message.fromUs && message.status === 'delivered') void this.#status(number, message, 'read');
    }
    return this.#call({
      contacts: [{ profile: { name: 'Simulator' }, wa_id: number, user_id: `ID.${number}` }],
      messages: [{ from: number, id, timestamp: seconds(), ...content }],
    });
  }

  /** Puts a file on the phone; the id to send it by. */
  addMedia(bytes: Buffer, type: string): string {
    const id = String(10 ** 15 + this.#media.size);
    this.#media.set(id, { bytes, type });
    return id;
  }

  async #tellStatuses(number: string, id: string, phone: Phone): Promise<void> {
    const message = phone.messages.find((one) => one.id === id);
    if (!message) return;
    await this.#status(number, message, 'sent');
    if (!phone.trouble.offline) await this.#status(number, message, 'delivered');
  }

  async #status(number: string, message: PhoneMessage, status: 'sent' | 'delivered' | 'read'): Promise<void> {
    message.status = status;
    const category = message.content.type === 'template' ? 'utility' : 'service';
    await this.#call({
      statuses: [
        {
          id: message.id,
          status,
          timestamp: seconds(),
          recipient_id: number,
          biz_opaque_callback_data: message.content.biz_opaque_callback_data,
          pricing: { billable: true, pricing_model: 'PMP', category, type: 'regular' },
        },
      ],
    }).catch(() => undefined);
  }

  async #call(value: object): Promise<number> {
    const { phoneNumberId, appSecret } = this.#settings;
    const body = Buffer.from(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [
          {
            id: '200000000000002',
            changes: [
              {
                field: 'messages',
                value: {
                  messaging_product: 'whatsapp',
                  metadata: { display_phone_number: '628118165165', phone_number_id: phoneNumberId },
                  ...value,
                },
              },
            ],
          },
        ],
      }),
    );
    const answer = await fetch(this.#webhook(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body, appSecret) },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  }

  #phone(number: string): Phone {
    const known = this.#phones.get(number);
    if (known) return known;
    if (this.#phones.size >= mostPhones) this.#phones.delete(this.#phones.keys().next().value ?? '');
    const phone: Phone = { messages: [], lastSaidAt: 0, trouble: {} };
    this.#phones.set(number, phone);
    return phone;
  }

  #add(phone: Phone, message: PhoneMessage): void {
    phone.messages.push(message);
    if (phone.messages.length > mostMessages) phone.messages.shift();
  }
}

function refusal(code: number, message: string): { status: number; body: object } {
  return { status: 400, body: { error: { message: `(#${code}) ${message}`, type: 'OAuthException', code } } };
}

function seconds(): string {
  return String(Math.floor(Date.now() / 1000));
}
