import type { StatusOfMessage, WhatsappNotice } from '@jangkau/store';
import { readAccountNotice } from './account-notice.ts';
import { digits, instant, type Json, list, number, object, text } from './call-parts.ts';

/** A message that came in, as far as we understand it. */
export interface InboundMessage {
  /** Number of ours it came to. */
  line: string;
  id: string;
  /** ISO instant. */
  at: string;
  /** Type as WhatsApp names it; unknown ones pass. */
  type: string;
  /** Digits; null when WhatsApp keeps it back. */
  phone: string | null;
  /** Business-scoped id; null when there is none. */
  userId: string | null;
  said: Said;
  /** The message as it came. */
  raw: Json;
}

/** What a message says to the conversation. */
type Said =
  | { kind: 'text'; text: string }
  | { kind: 'choice'; id: string; title: string }
  | { kind: 'file'; mediaId: string; type: string; sha256: string | null; caption: string }
  /** Something a chat cannot use, in Indonesian. */
  | { kind: 'other'; what: string }
  /** The person has another number, another user id, or both. */
  | { kind: 'moved'; phone: string | null; userId: string | null }
  /** Another wording of what was said before: shown to people, never worked again. */
  | { kind: 'changed'; of: string; text: string }
  /** Something said before is taken back. */
  | { kind: 'withdrawn'; of: string }
  /** Kept, and nothing else: a reaction, a kind we do not know. */
  | { kind: 'nothing' };

/** What one call of WhatsApp holds. */
export interface WebhookCall {
  messages: InboundMessage[];
  statuses: StatusOfMessage[];
  /** What is said of our messages, number and account, with the account it is said of. */
  notices: { account: string; notice: WhatsappNotice }[];
  /** What could not be used, without its contents. */
  faults: string[];
}

const statusWords: Readonly<Record<string, StatusOfMessage['status']>> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  played: 'read',
  failed: 'failed',
};

const unusable: Readonly<Record<string, string>> = {
  audio: 'pesan suara',
  video: 'video',
  sticker: 'stiker',
  location: 'lokasi',
  contacts: 'kontak',
  order: 'pesanan',
  unsupported: 'pesan jenis ini',
};

/**
 * Reads a call. Nothing in it is trusted to be there or to have its type; what is not understood is named in `faults`
 * and the rest goes on.
 */
export function readWebhookCall(body: Buffer): WebhookCall {
  const call: WebhookCall = { messages: [], statuses: [], notices: [], faults: [] };
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    call.faults.push('not JSON');
    return call;
  }
  for (const entry of list(object(given).entry)) {
    for (const change of list(object(entry).changes)) readChange(object(change), object(entry), call);
  }
  if (call.messages.length + call.statuses.length + call.notices.length + call.faults.length === 0)
    call.faults.push('nothing known in it');
  return call;
}

function readChange(change: Json, entry: Json, call: WebhookCall): void {
  const value = object(change.value);
  const field = text(change.field);
  if (field !== 'messages') {
    const notices = readAccountNotice(field, value, entry.time);
    if (notices) call.notices.push(...notices.map((notice) => ({ account: text(entry.id), notice })));
    // Messages in another field are copies: what the branch wrote elsewhere, what was said before it began.
    else call.faults.push(`field ${field.slice(0, 40) || '?'}${notices === null ? ' without its word' : ''}`);
    return;
  }
  const line = text(object(value.metadata).phone_number_id);
  const contacts = list(value.contacts).map(object);
  for (const error of list(value.errors)) call.faults.push(`error ${number(object(error).code) ?? '?'}`);
  for (const message of list(value.messages)) {
    const read = readMessage(object(message), line, contacts);
    if (read) call.messages.push(read);
    else call.faults.push('message without id or sender');
  }
  for (const status of list(value.statuses)) {
    const read = readStatus(object(status));
    if (read) call.statuses.push(read);
    else call.faults.push(`status ${text(object(status).status).slice(0, 20) || '?'}`);
  }
}

function readMessage(raw: Json, line: string, contacts: readonly Json[]): InboundMessage | undefined {
  const id = text(raw.id);
  const from = digits(text(raw.from));
  const fromUser = text(raw.from_user_id);
  const contact = contactOf(contacts, from, fromUser);
  const phone = from || digits(text(contact.wa_id)) || null;
  const userId = fromUser || text(contact.user_id) || null;
  if (!id || id.length > 300 || !line || (!phone && !userId)) return undefined;
  const type = text(raw.type) || 'unknown';
  return { line, id, at: instant(raw.timestamp), type, phone, userId, said: saidBy(type, raw), raw };
}

/** Whose card it is that came with a message; never somebody else's: it would put their words into another's mouth. */
function contactOf(contacts: readonly Json[], from: string, fromUser: string): Json {
  const matching = contacts.find(
    (one) =>
      (from !== '' && digits(text(one.wa_id)) === from) ||
      (fromUser !== '' && text(one.user_id) === fromUser),
  );
  if (matching) return matching;
  // A message that names nobody is of the one person the call is about.
  return from === '' && fromUser === '' && contacts.length === 1 ? (contacts[0] ?? {}) : {};
}

function saidBy(type: string, raw: Json): Said {
  const part = object(raw[type]);
  switch (type) {
    case 'text':
      return { kind: 'text', text: text(part.body) };
    case 'button':
      return { kind: 'choice', id: text(part.payload), title: text(part.text) };
    case 'interactive': {
      const reply = object(part[text(part.type)]);
      if (part.type === 'button_reply' || part.type === 'list_reply') {
        return { kind: 'choice', id: text(reply.id), title: text(reply.title) };
      }
      return { kind: 'other', what: part.type === 'nfm_reply' ? 'formulir' : 'pesan jenis ini' };
    }
    case 'image':
    case 'document':
      if (!text(part.id)) return { kind: 'other', what: 'berkas ini' };
      return {
        kind: 'file',
        mediaId: text(part.id),
        type: text(part.mime_type),
        sha256: text(part.sha256) || null,
        caption: text(part.caption).slice(0, 1024),
      };
    case 'system':
      if (part.type !== 'user_changed_number' && part.type !== 'user_changed_user_id')
        return { kind: 'nothing' };
      return {
        kind: 'moved',
        phone: digits(text(part.wa_id) || text(part.new_wa_id)) || null,
        userId: text(part.user_id) || null,
      };
    case 'edit': {
      const now = object(part.message);
      return { kind: 'changed', of: text(part.original_message_id), text: wordsOf(now) };
    }
    case 'revoke':
      return { kind: 'withdrawn', of: text(part.original_message_id) };
    default: {
      const what = unusable[type];
      return what ? { kind: 'other', what } : { kind: 'nothing' };
    }
  }
}

/** The words of a message inside another one. */
function wordsOf(message: Json): string {
  const part = object(message[text(message.type)]);
  return text(part.body) || text(part.caption).slice(0, 1024);
}

function readStatus(raw: Json): StatusOfMessage | undefined {
  const wamid = text(raw.id);
  const status = statusWords[text(raw.status)];
  if (!wamid || wamid.length > 300 || !status) return undefined;
  const pricing = object(raw.pricing);
  const ownId = text(raw.biz_opaque_callback_data);
  return {
    wamid,
    ownId: /^\d{1,18}$/.test(ownId) ? ownId : null,
    status,
    at: instant(raw.timestamp),
    errorCode: number(object(list(raw.errors)[0]).code),
    priceCategory: text(pricing.category) || null,
    priceType: text(pricing.type) || null,
    billable: typeof pricing.billable === 'boolean' ? pricing.billable : null,
  };
}
