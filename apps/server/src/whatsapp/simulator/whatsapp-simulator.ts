import { createHash, createHmac, randomBytes } from 'node:crypto';
import { signatureOf } from '../signature.ts';
import type { WhatsappSettings } from '../whatsapp-settings.ts';
import { messageFault } from './message-fault.ts';
import { SimulatedPhone, type Trouble, type WireMessage } from './simulated-phone.ts';
import { SimulatedTemplates } from './simulated-templates.ts';

type Json = Record<string, unknown>;

const dayMs = 86_400_000;
const mostPhones = 2000;
/** Files of all phones together; older ones go, as they do from a phone that is full. */
const mostMediaBytes = 200 * 1024 ** 2;

/**
 * WhatsApp as far as we use it: answers Graph calls and calls our webhook, signed, over HTTP like the real one. Keeps
 * everything in memory; a phone that is forgotten begins anew.
 */
export class WhatsappSimulator {
  /** Messages handed in for approval. */
  readonly templates: SimulatedTemplates;
  readonly #settings: WhatsappSettings;
  readonly #webhook: () => string;
  readonly #phones = new Map<string, SimulatedPhone>();
  readonly #media = new Map<string, { bytes: Buffer; type: string; number: string | undefined }>();
  #mediaBytes = 0;
  #nextMedia = 10 ** 15;

  constructor(settings: WhatsappSettings, webhook: () => string, now: () => Date) {
    this.templates = new SimulatedTemplates(
      () => now().getTime(),
      // A server that is gone is told nothing.
      (field, value) =>
        this.#post(field, value).then(
          () => undefined,
          () => undefined,
        ),
    );
    this.#settings = settings;
    this.#webhook = webhook;
  }

  /** A Graph call to send a message: what the API answers. */
  receive(given: unknown): { status: number; body: object } {
    const message = (given ?? {}) as Json;
    const phone = this.phone(String(message.to ?? message.recipient ?? ''));
    const answer = this.#answerTo(message, phone);
    const error = (answer.body as { error?: { message: string } }).error;
    phone.called(`POST /messages ${message.type}`, error?.message ?? String(answer.status));
    return answer;
  }

  #answerTo(message: Json, phone: SimulatedPhone): { status: number; body: object } {
    const fault = messageFault(message);
    if (fault) return refusal(100, fault);
    const { refuse } = phone.trouble;
    if (refuse && refuse.times > 0) {
      refuse.times--;
      return refusal(refuse.code, 'on demand');
    }
    if (Date.now() - phone.lastSaidAt > dayMs && message.type !== 'template')
      return refusal(131047, 'Re-engagement message');
    const id = `wamid.${randomBytes(18).toString('base64url')}`;
    phone.add({ id, fromUs: true, at: new Date().toISOString(), content: message, status: 'accepted' });
    void this.#deliver(phone, id);
    return {
      status: 200,
      body: {
        messaging_product: 'whatsapp',
        contacts: [{ input: phone.number, wa_id: phone.number }],
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

  fileOf(id: string): { bytes: Buffer; type: string; number: string | undefined } | undefined {
    return this.#media.get(id);
  }

  /** The phone with that number; a new one when there is none. */
  phone(number: string): SimulatedPhone {
    const known = this.#phones.get(number);
    if (known) return known;
    if (this.#phones.size >= mostPhones) this.#phones.delete(this.#phones.keys().next().value ?? '');
    const phone = new SimulatedPhone(number);
    this.#phones.set(number, phone);
    return phone;
  }

  /** Stands for a number in addresses. */
  handleOf(number: string): string {
    return createHmac('sha256', this.#settings.token).update(`phone ${number}`).digest('hex').slice(0, 24);
  }

  /** The phone a handle stands for; undefined after a restart. */
  byHandle(handle: string): SimulatedPhone | undefined {
    for (const phone of this.#phones.values()) if (this.handleOf(phone.number) === handle) return phone;
    return undefined;
  }

  /** Makes things go wrong, or right again: a phone that is on again gets what waited for it. */
  trouble(number: string, trouble: Trouble): void {
    const phone = this.phone(number);
    phone.trouble = trouble;
    if (trouble.offline) return;
    for (const message of phone.messages) {
      if (message.fromUs && message.status === 'sent') void this.#status(phone, message, 'delivered');
    }
  }

  /** Whoever holds the phone has seen what is on it. */
  async read(phone: SimulatedPhone): Promise<void> {
    const seen = phone.messages.filter(({ fromUs, status }) => fromUs && status === 'delivered');
    for (const message of seen) message.status = 'read';
    await Promise.all(seen.map((message) => this.#status(phone, message, 'read')));
  }

  /** The phone says something: the webhook is called as WhatsApp does. Returns the status of its answer. */
  async say(number: string, content: { type: string } & Json): Promise<number> {
    const phone = this.phone(number);
    const id = `wamid.${randomBytes(18).toString('base64url')}`;
    phone.lastSaidAt = Date.now();
    phone.add({ id, fromUs: false, at: new Date().toISOString(), content, status: 'received' });
    // Whoever writes has seen what was there.
    void this.read(phone);
    return this.#call(phone, `webhook messages ${content.type}`, {
      contacts: [{ profile: { name: 'Simulator' }, wa_id: number, user_id: `ID.${number}` }],
      messages: [{ from: number, id, timestamp: seconds(), ...content }],
    });
  }

  /** Puts a file on the phone; the id to send it by. */
  addMedia(bytes: Buffer, type: string, number?: string): string {
    const id = String(this.#nextMedia++);
    this.#media.set(id, { bytes, type, number });
    this.#mediaBytes += bytes.length;
    for (const [old, file] of this.#media) {
      if (this.#mediaBytes <= mostMediaBytes) break;
      this.#media.delete(old);
      this.#mediaBytes -= file.bytes.length;
    }
    return id;
  }

  async #deliver(phone: SimulatedPhone, id: string): Promise<void> {
    const message = phone.find(id);
    if (!message) return;
    await this.#status(phone, message, 'sent');
    if (!phone.trouble.offline) await this.#status(phone, message, 'delivered');
  }

  async #status(
    phone: SimulatedPhone,
    message: WireMessage,
    status: 'sent' | 'delivered' | 'read',
  ): Promise<void> {
    message.status = status;
    const category = message.content.type === 'template' ? 'utility' : 'service';
    await this.#call(phone, `webhook statuses ${status}`, {
      statuses: [
        {
          id: message.id,
          status,
          timestamp: seconds(),
          recipient_id: phone.number,
          biz_opaque_callback_data: message.content.biz_opaque_callback_data,
          pricing: { billable: true, pricing_model: 'PMP', category, type: 'regular' },
        },
      ],
    }).catch(() => undefined);
  }

  async #call(phone: SimulatedPhone, what: string, value: object): Promise<number> {
    const { phoneNumberId } = this.#settings;
    const status = await this.#post('messages', {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: ownNumber, phone_number_id: phoneNumberId },
      ...value,
    });
    phone.called(what, String(status));
    return status;
  }

  /** Calls our webhook, signed; the status of its answer. */
  async #post(field: string, value: object): Promise<number> {
    const { accountId, appSecret } = this.#settings;
    const entry = { id: accountId, time: Math.floor(Date.now() / 1000), changes: [{ field, value }] };
    const body = Buffer.from(JSON.stringify({ object: 'whatsapp_business_account', entry: [entry] }));
    const answer = await fetch(this.#webhook(), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-hub-signature-256': signatureOf(body, appSecret) },
      body,
    });
    await answer.arrayBuffer();
    return answer.status;
  }
}

/** The number of PANDAWA the simulator plays. */
export const ownNumber = '628118165165';

function refusal(code: number, message: string): { status: number; body: object } {
  return { status: 400, body: { error: { message: `(#${code}) ${message}`, type: 'OAuthException', code } } };
}

function seconds(): string {
  return String(Math.floor(Date.now() / 1000));
}
