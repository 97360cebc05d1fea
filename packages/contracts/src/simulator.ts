import { z } from 'zod';
import type { Route } from './route.ts';

/** What one needs to know of a made-up member to be recognised in a chat. */
export const SimulatedSender = z
  .object({
    situation: z.enum(['arrears', 'former-pbi', 'laid-off', 'active', 'unknown']),
    number: z.string().describe('Phone on record, digits with the country code'),
    name: z.string().nullable(),
    card: z.string().nullable(),
    born: z.string().nullable(),
  })
  .meta({ id: 'SimulatedSender' });
export type SimulatedSender = z.infer<typeof SimulatedSender>;

const Choice = z.object({ id: z.string(), title: z.string(), description: z.string().nullable() });

/** A message as a phone shows it. */
export const PhoneMessage = z
  .object({
    id: z.string(),
    fromUs: z.boolean().describe('From the office, not from the phone'),
    at: z.string(),
    status: z.enum(['accepted', 'sent', 'delivered', 'read', 'failed', 'received']),
    kind: z.enum(['text', 'buttons', 'list', 'template', 'image', 'document', 'location', 'other']),
    text: z.string(),
    template: z.string().nullable().describe('Name of the approved template it was sent as'),
    button: z.string().nullable().describe('What opens the list'),
    choices: z.array(Choice),
    file: z.object({ id: z.string(), type: z.string(), name: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'PhoneMessage' });
export type PhoneMessage = z.infer<typeof PhoneMessage>;

export const PhoneTrouble = z.enum(['busy', 'not-on-whatsapp', 'outage']);

/** A simulated phone: what it shows and what goes wrong for it. */
export const SimulatedPhone = z
  .object({
    id: z.string().describe('Stands for the number, which does not belong in addresses'),
    number: z.string(),
    messages: z.array(PhoneMessage),
    undelivered: z.int().describe('Messages that wait until the phone is on again'),
    offline: z.boolean(),
    trouble: PhoneTrouble.nullable(),
    windowEndsAt: z.string().nullable().describe('Until when the office may write freely'),
    network: z
      .array(z.object({ at: z.string(), what: z.string(), answer: z.string() }))
      .describe('The latest calls between office and WhatsApp, newest first'),
  })
  .meta({ id: 'SimulatedPhone' });
export type SimulatedPhone = z.infer<typeof SimulatedPhone>;

const Said = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: z.string().trim().min(1).max(4096) }),
  z.object({
    kind: z.literal('choice'),
    message: z.string().max(200),
    id: z.string().max(256),
  }),
  z.object({
    kind: z.literal('file'),
    name: z.string().max(200),
    type: z.string().max(100),
    /** Base64. */
    content: z.base64().max(14_000_000),
    caption: z.string().max(1024).optional(),
  }),
  z.object({ kind: z.literal('location') }),
  z.object({ kind: z.literal('voice') }),
]);

const phone = z.object({ phone: z.string().regex(/^[0-9a-f]{24}$/) });

/** The phone screen of the demo: a WhatsApp that is not one. */
export const simulatorRoutes = {
  getSimulator: {
    action: 'simulator.use',
    method: 'GET',
    path: '/simulator',
    tag: 'simulator',
    summary: 'Our number, and made-up members to write as',
    response: z.object({
      line: z.string(),
      senders: z.array(SimulatedSender),
    }),
  },
  openPhone: {
    action: 'simulator.use',
    method: 'POST',
    path: '/simulator/phones',
    tag: 'simulator',
    summary: 'Take the phone with a number into one’s hand',
    body: z.object({ number: z.string().regex(/^\+?[\d .-]{8,24}$/) }),
    response: SimulatedPhone,
  },
  getPhone: {
    action: 'simulator.use',
    method: 'GET',
    path: '/simulator/phones/:phone',
    tag: 'simulator',
    summary: 'What the phone shows; what it shows is read',
    params: phone,
    response: SimulatedPhone,
  },
  sayOnPhone: {
    action: 'simulator.use',
    method: 'POST',
    path: '/simulator/phones/:phone/messages',
    tag: 'simulator',
    summary: 'Send something from the phone: the webhook is called as WhatsApp does',
    params: phone,
    body: Said,
    response: SimulatedPhone,
  },
  setPhoneTrouble: {
    action: 'simulator.use',
    method: 'PUT',
    path: '/simulator/phones/:phone/trouble',
    tag: 'simulator',
    summary: 'Make things go wrong, or right again',
    params: phone,
    body: z.object({ trouble: PhoneTrouble.nullable(), offline: z.boolean() }),
    response: SimulatedPhone,
  },
  letDayPass: {
    action: 'simulator.use',
    method: 'POST',
    path: '/simulator/phones/:phone/day',
    tag: 'simulator',
    summary: 'As if 24 hours had passed since the phone last wrote',
    params: phone,
    response: SimulatedPhone,
  },
  startPhoneOver: {
    action: 'simulator.use',
    method: 'POST',
    path: '/simulator/phones/:phone/start-over',
    tag: 'simulator',
    summary: 'Empty the phone and begin the conversation anew',
    params: phone,
    response: SimulatedPhone,
  },
  getPhoneFile: {
    action: 'simulator.use',
    method: 'GET',
    path: '/simulator/phones/:phone/files/:file',
    tag: 'simulator',
    summary: 'A picture or document that was sent from the phone',
    params: phone.extend({ file: z.string().regex(/^\d{1,20}$/) }),
    produces: 'application/octet-stream',
  },
} as const satisfies Record<string, Route>;
