import { z } from 'zod';
import { UnmaskReason } from './person.ts';
import type { Route } from './route.ts';

const text = z.string().nullable();
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);

/** Queues: services A to J of PANDAWA, complaints, payments that are missing, and people who want to talk. */
export const ChatService = z.enum([
  'person',
  'complaint',
  'payment',
  'A',
  'B',
  'C',
  'D',
  'E',
  'F',
  'G',
  'H',
  'I',
  'J',
]);
export type ChatService = z.infer<typeof ChatService>;
export const ChatView = z.enum(['open', 'mine', 'unassigned', 'failed', 'opted-out']);
export const ChatOutcome = z.enum(['granted', 'refused', 'incomplete', 'answered']);
export type ChatOutcome = z.infer<typeof ChatOutcome>;

/** When people of the branch answer, by the clock of the office. */
export const OfficeHours = z.object({
  days: z.array(z.int().min(1).max(7)).min(1).max(7).describe('ISO week days, Monday is 1'),
  from: Clock,
  to: Clock,
  closed: z.array(z.iso.date()).max(60).describe('Days closed beside the week end'),
});
/** What is promised: minutes until somebody who waits is answered, working days until a request is. */
export const ServiceLevels = z.object({
  answerMinutes: z.int().min(1).max(2400).describe('Minutes of office hours'),
  days: z.record(z.string().max(20), z.int().min(1).max(60)).describe('Working days, by service'),
});
export const QuickReply = z.object({
  title: z.string().trim().min(2).max(40),
  text: z.string().trim().min(2).max(1000),
});
export type QuickReply = z.infer<typeof QuickReply>;

/** Why another first-level facility may be chosen before the time is over. */
export const FacilityException = z.enum(['moved', 'assigned', 'facility-ended']);
export type FacilityException = z.infer<typeof FacilityException>;

/** How often a first-level facility may be changed, with the basis of it. */
export const FacilityChangeRule = z.object({
  months: z.int().min(0).max(24).describe('Months between two choices'),
  exceptions: z.array(FacilityException).max(3),
  basis: z.string().trim().min(3).max(200).describe('Regulation or decision this reading stands on'),
});
export type FacilityChangeRule = z.infer<typeof FacilityChangeRule>;

export const ChatSettings = z
  .object({
    officeHours: OfficeHours,
    serviceLevels: ServiceLevels,
    quickReplies: z.array(QuickReply).max(40),
    facilityChange: FacilityChangeRule,
    open: z.boolean().describe('Whether the office is open now'),
    opens: z.string().describe('When it opens next; empty while open'),
    changed: z.array(z.object({ name: z.string(), at: z.string(), by: z.string() })),
  })
  .meta({ id: 'ChatSettings' });
export type ChatSettings = z.infer<typeof ChatSettings>;

/** One line of the inbox. */
export const ChatEntry = z
  .object({
    chat: z.string(),
    number: text.describe('Number of the request, P-000001'),
    service: z.string(),
    name: text,
    phone: text.describe('Masked'),
    since: z.string(),
    dueAt: text.describe('Until when an answer was promised; null when it is not our turn'),
    over: z.boolean(),
    assignedTo: text,
    assignedName: text,
    lastText: z.string().describe('What the person said last; numbers masked'),
    lastIsFile: z.boolean(),
    undeliverable: z.boolean(),
  })
  .meta({ id: 'ChatEntry' });
export type ChatEntry = z.infer<typeof ChatEntry>;

const SentFile = z.object({ sha256: z.string(), type: z.string(), document: text });

/** Something that was asked for. */
export const ChatItem = z
  .object({
    id: z.string(),
    number: z.string(),
    service: z.string(),
    madeAt: z.string(),
    dueOn: z.string(),
    over: z.boolean(),
    doneAt: text,
    outcome: ChatOutcome.nullable(),
    answers: z.array(z.object({ label: z.string(), value: z.string() })),
    files: z.array(SentFile),
    closings: z.partialRecord(ChatOutcome, z.string()).describe('Closing messages to begin with'),
  })
  .meta({ id: 'ChatItem' });
export type ChatItem = z.infer<typeof ChatItem>;

/** One message of the transcript. */
export const ChatLine = z
  .object({
    id: z.string(),
    from: z.enum(['member', 'bot', 'officer']),
    by: text,
    at: z.string(),
    text: z.string(),
    what: text.describe('What cannot be shown here: a voice note, a place'),
    event: z
      .enum(['changed', 'withdrawn', 'reaction', 'moved', 'unknown'])
      .nullable()
      .describe('What the person did other than saying something; null: they said it'),
    choices: z.array(z.string()),
    file: SentFile.nullable(),
    state: z.string(),
    failure: z.object({ code: z.int().nullable(), kind: text }).nullable(),
    byTemplate: z.boolean().describe('A template went instead: the 24 hours were over'),
  })
  .meta({ id: 'ChatLine' });
export type ChatLine = z.infer<typeof ChatLine>;

export const ChatConversation = z
  .object({
    id: z.string(),
    version: z.string(),
    name: text,
    memberId: z.int().nullable(),
    phone: text.describe('Masked'),
    phase: z.string(),
    waitingFor: text,
    waitingSince: text,
    answerBy: text,
    over: z.boolean(),
    windowEndsAt: text,
    assignedTo: text,
    assignedName: text,
    optedOutAt: text,
    undeliverable: text,
    rating: z.int().nullable(),
    items: z.array(ChatItem),
    messages: z.array(ChatLine),
    facts: z.array(
      z.object({
        id: z.string(),
        at: z.string(),
        by: z.string(),
        kind: z.string(),
        to: text,
        text: text,
        outcome: ChatOutcome.nullable(),
      }),
    ),
    closings: z.partialRecord(ChatOutcome, z.string()),
  })
  .meta({ id: 'ChatConversation' });
export type ChatConversation = z.infer<typeof ChatConversation>;

const chat = z.object({ chat: z.string().regex(/^\d{1,15}$/) });
/** Made by the client: what was done with that id before is not done again. */
const Act = z.uuid();
const words = (most: number) => z.string().trim().min(1).max(most);

/** The inbox of front-liners: conversations, what is asked for, and everything they do. */
export const chatRoutes = {
  getInbox: {
    action: 'chat.queue',
    method: 'GET',
    path: '/chats/summary',
    tag: 'chats',
    summary: 'Counts of what is open, by queue',
    response: z.object({
      mine: z.int(),
      unassigned: z.int(),
      over: z.int(),
      failed: z.int(),
      optedOut: z.int(),
      ratings: z.int(),
      content: z.number().nullable().describe('Mean of the ratings of 30 days, 1 to 3'),
      touchedAt: text.describe('When anything was last said in what is open'),
      queues: z.array(z.object({ service: z.string(), n: z.int(), over: z.int(), oldest: z.string() })),
    }),
  },
  searchChats: {
    action: 'chat.read',
    method: 'POST',
    path: '/chats/search',
    tag: 'chats',
    summary: 'What is open, the soonest due first; by queue, by whose it is, by words',
    body: z.object({
      view: ChatView.default('open'),
      service: ChatService.optional(),
      over: z.boolean().optional(),
      q: z.string().max(80).optional(),
      cursor: z.string().max(200).optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    response: z.object({ items: z.array(ChatEntry), nextCursor: text, total: z.int().optional() }),
  },
  getChatSettings: {
    action: 'chat.queue',
    method: 'GET',
    path: '/chats/settings',
    tag: 'chats',
    summary: 'Office hours, promised times and quick replies',
    response: ChatSettings,
  },
  setOfficeHours: {
    action: 'chat.manage',
    method: 'PUT',
    path: '/chats/settings/office-hours',
    tag: 'chats',
    summary: 'When people of the branch answer; null: as delivered',
    body: z.object({ value: OfficeHours.nullable() }),
    response: ChatSettings,
  },
  setServiceLevels: {
    action: 'chat.manage',
    method: 'PUT',
    path: '/chats/settings/service-levels',
    tag: 'chats',
    summary: 'Times that are promised from now on; null: as delivered',
    body: z.object({ value: ServiceLevels.nullable() }),
    response: ChatSettings,
  },
  setQuickReplies: {
    action: 'chat.manage',
    method: 'PUT',
    path: '/chats/settings/quick-replies',
    tag: 'chats',
    summary: 'Replies ready to be used; null: as delivered',
    body: z.object({ value: z.array(QuickReply).max(40).nullable() }),
    response: ChatSettings,
  },
  setFacilityChange: {
    action: 'chat.manage',
    method: 'PUT',
    path: '/chats/settings/facility-change',
    tag: 'chats',
    summary: 'How often members may change their first-level facility; null: as delivered',
    body: z.object({ value: FacilityChangeRule.nullable() }),
    response: ChatSettings,
  },
  getChatOfficers: {
    action: 'chat.queue',
    method: 'GET',
    path: '/chats/officers',
    tag: 'chats',
    summary: 'People of the branch who may answer',
    response: z.object({ items: z.array(z.object({ username: z.string(), name: z.string() })) }),
  },
  getChat: {
    action: 'chat.read',
    method: 'GET',
    path: '/chats/:chat',
    tag: 'chats',
    summary: 'A conversation: what was said, asked for and done; numbers masked',
    params: chat,
    response: ChatConversation,
  },
  getChatVersion: {
    action: 'chat.queue',
    method: 'GET',
    path: '/chats/:chat/version',
    tag: 'chats',
    summary: 'Changes when anything in the conversation does',
    params: chat,
    response: z.object({ version: z.string() }),
  },
  unmaskChat: {
    action: 'person.unmask',
    method: 'POST',
    path: '/chats/:chat/unmask',
    tag: 'chats',
    summary: 'What was said with its full numbers, with a reason',
    params: chat,
    body: UnmaskReason,
    secret: true,
    response: z.object({ phone: text, messages: z.array(z.object({ id: z.string(), text: z.string() })) }),
  },
  getChatFile: {
    action: 'chat.read',
    method: 'GET',
    path: '/chats/:chat/files/:sha256',
    tag: 'chats',
    summary: 'A photograph or document that was sent',
    params: chat.extend({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    produces: 'application/octet-stream',
  },
  assignChat: {
    action: 'chat.answer',
    method: 'POST',
    path: '/chats/:chat/assign',
    tag: 'chats',
    summary: 'Take a conversation, hand it to a colleague, or give it back to all',
    params: chat,
    body: z.object({
      id: Act,
      to: z.string().max(60).nullable(),
      note: z.string().trim().max(500).optional(),
    }),
    status: 204,
  },
  noteOnChat: {
    action: 'chat.answer',
    method: 'POST',
    path: '/chats/:chat/notes',
    tag: 'chats',
    summary: 'Write something down for colleagues; the person does not see it',
    params: chat,
    body: z.object({ id: Act, text: words(2000) }),
    status: 204,
  },
  replyInChat: {
    action: 'chat.answer',
    method: 'POST',
    path: '/chats/:chat/replies',
    tag: 'chats',
    summary: 'Answer freely within the 24 hours',
    params: chat,
    body: z.object({ id: Act, text: words(4000) }),
    status: 204,
  },
  askToWriteAgain: {
    action: 'chat.answer',
    method: 'POST',
    path: '/chats/:chat/reopen',
    tag: 'chats',
    summary:
      'After the 24 hours: send the template that asks the person to write again, and the answer once they do',
    params: chat,
    body: z.object({ id: Act, text: words(4000) }),
    status: 204,
  },
  handChatBack: {
    action: 'chat.answer',
    method: 'POST',
    path: '/chats/:chat/hand-back',
    tag: 'chats',
    summary: 'The automatic service goes on; the person is asked how content they are',
    params: chat,
    body: z.object({ id: Act }),
    status: 204,
  },
  finishChat: {
    action: 'chat.answer',
    method: 'POST',
    path: '/chats/:chat/finish',
    tag: 'chats',
    summary: 'Decide a request, or end a talk, with a closing message',
    params: chat,
    body: z.object({
      id: Act,
      item: z
        .string()
        .regex(/^\d{1,15}$/)
        .nullable(),
      outcome: ChatOutcome,
      text: words(3900),
    }),
    status: 204,
  },
} as const satisfies Record<string, Route>;
