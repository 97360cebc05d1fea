import type { PhoneMessage, PhoneTrouble, SimulatedPhone as PhoneView } from '@jangkau/contracts';
import { templateText } from '@jangkau/pandawa';
import type { z } from 'zod';
import type { SimulatedPhone, WireMessage } from './simulated-phone.ts';
import type { SimulatedTemplates } from './simulated-templates.ts';

type Json = Record<string, unknown>;
type TroubleName = z.output<typeof PhoneTrouble>;

const dayMs = 86_400_000;

/** What can be made to go wrong, and the code with which WhatsApp refuses then. */
export const troubleCodes: Record<TroubleName, { code: number; times: number }> = {
  busy: { code: 131056, times: 2 },
  'not-on-whatsapp': { code: 131026, times: 1_000_000 },
  outage: { code: 131016, times: 3 },
};

/** A phone as its screen shows it. */
export function phoneView(
  phone: SimulatedPhone,
  id: string,
  templates: Pick<SimulatedTemplates, 'textOf'>,
): PhoneView {
  const { trouble, messages } = phone;
  const arrived = messages.filter(({ fromUs, status }) => !fromUs || !['accepted', 'sent'].includes(status));
  const refuse = trouble.refuse && trouble.refuse.times > 0 ? trouble.refuse.code : null;
  const troubled = (Object.keys(troubleCodes) as TroubleName[]).find(
    (name) => troubleCodes[name].code === refuse,
  );
  const endsAt = phone.lastSaidAt + dayMs;
  return {
    id,
    number: phone.number,
    messages: arrived.map((message) => messageView(message, templates)),
    undelivered: messages.length - arrived.length,
    offline: trouble.offline ?? false,
    trouble: troubled ?? null,
    windowEndsAt: endsAt > Date.now() ? new Date(endsAt).toISOString() : null,
    network: phone.network,
  };
}

/** What the wire carried, as a person sees it. */
function messageView(
  { id, fromUs, at, status, content }: WireMessage,
  templates: Pick<SimulatedTemplates, 'textOf'>,
): PhoneMessage {
  const seen = { id, fromUs, at, status, kind: 'other', text: '', template: null, button: null } as const;
  const plain: PhoneMessage = { ...seen, choices: [], file: null };
  const part = object(content[String(content.type)]);
  switch (content.type) {
    case 'text':
      return { ...plain, kind: 'text', text: text(part.body) };
    case 'template':
      return { ...plain, kind: 'template', text: templateView(part, templates), template: text(part.name) };
    case 'interactive':
      return fromUs
        ? { ...plain, ...questionView(part) }
        : { ...plain, kind: 'text', text: answerView(part) };
    case 'image':
    case 'document':
      return {
        ...plain,
        kind: content.type,
        text: text(part.caption),
        file: { id: text(part.id), type: text(part.mime_type), name: text(part.filename) || null },
      };
    case 'location':
      return { ...plain, kind: 'location', text: [part.name, part.address].map(text).join(', ') };
    default:
      return { ...plain, text: text(content.type) };
  }
}

function questionView(part: Json): Pick<PhoneMessage, 'kind' | 'text' | 'button' | 'choices'> {
  const action = object(part.action);
  const body = text(object(part.body).text);
  if (part.type === 'button') {
    const choices = list(action.buttons).map((button) => choiceView(object(button.reply)));
    return { kind: 'buttons', text: body, button: null, choices };
  }
  const choices = list(action.sections).flatMap((section) => list(section.rows).map(choiceView));
  return { kind: 'list', text: body, button: text(action.button), choices };
}

function choiceView(choice: Json): PhoneMessage['choices'][number] {
  return { id: text(choice.id), title: text(choice.title), description: text(choice.description) || null };
}

function answerView(part: Json): string {
  return text(object(part[text(part.type)]).title);
}

function templateView(part: Json, templates: Pick<SimulatedTemplates, 'textOf'>): string {
  const body = list(part.components).find(({ type }) => type === 'body');
  const parameters = list(body?.parameters).map((parameter) => text(parameter.text));
  return templates.textOf(text(part.name), parameters) ?? templateText(text(part.name), parameters);
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
