import { z } from 'zod';
import { AreaCode } from './area.ts';
import { IsoDate, PageQuery, pageOf } from './paging.ts';
import type { Route } from './route.ts';

const Uuid = z.uuid();

/** What letters of PESIAR are for. */
export const letterTopics = ['employer', 'dinas-sosial', 'invitation', 'visit-list'] as const;

/** A letter of PESIAR. */
export const PesiarLetter = z
  .object({
    id: Uuid,
    number: z.string(),
    at: z.string(),
    title: z.string(),
    kind: z.string(),
    topic: z.enum(letterTopics),
    area: z.string(),
    by: z.string(),
  })
  .meta({ id: 'PesiarLetter' });
export type PesiarLetter = z.infer<typeof PesiarLetter>;

/** What stands in a letter, part by part; text is text. */
export const LetterContent = z
  .object({
    head: z.object({
      organisation: z.string(),
      office: z.string(),
      address: z.string().nullable(),
      place: z.string(),
      signatory: z.string(),
      contact: z.string(),
    }),
    number: z.string(),
    date: z.string(),
    nature: z.string(),
    attachments: z.string(),
    subject: z.string(),
    recipient: z.array(z.string()),
    body: z.array(
      z.discriminatedUnion('type', [
        z.object({ type: z.literal('paragraph'), text: z.string() }),
        z.object({ type: z.literal('heading'), text: z.string() }),
        z.object({ type: z.literal('list'), items: z.array(z.string()) }),
        z.object({ type: z.literal('facts'), rows: z.array(z.tuple([z.string(), z.string()])) }),
        z.object({
          type: z.literal('table'),
          head: z.array(z.string()),
          rows: z.array(z.array(z.string())),
        }),
        z.object({ type: z.literal('attachment'), title: z.string() }),
      ]),
    ),
    copies: z.array(z.string()),
  })
  .meta({ id: 'LetterContent' });
export type LetterContent = z.infer<typeof LetterContent>;

/** Which letter is asked for. */
export const LetterOrder = z.discriminatedUnion('topic', [
  z.object({ topic: z.literal('employer'), area: AreaCode, employerCode: z.string().max(20) }),
  z.object({ topic: z.literal('dinas-sosial'), area: AreaCode, exit: z.enum(['pemda', 'pbi']) }),
  z.object({ topic: z.literal('invitation'), gatheringId: Uuid }),
  z.object({
    topic: z.literal('visit-list'),
    area: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
    banjar: z.string().max(100),
    agent: z.string().max(60).optional(),
  }),
]);
export type LetterOrder = z.output<typeof LetterOrder>;

const action = 'letter.manage';
const tag = 'letters';

/** Letters of PESIAR: looked for, looked at before they are issued, issued, reprinted. */
export const pesiarLetterRoutes = {
  listPesiarLetters: {
    action,
    method: 'GET',
    path: '/pesiar-letters',
    tag,
    summary: 'Letters of PESIAR, newest first',
    query: PageQuery.extend({
      topic: z.enum(letterTopics).optional(),
      area: AreaCode.optional(),
      from: IsoDate.optional(),
      q: z.string().trim().max(60).optional().describe('Part of the number or of what it is about'),
    }),
    response: pageOf(PesiarLetter),
  },
  previewPesiarLetter: {
    action,
    method: 'POST',
    path: '/pesiar-letters/preview',
    tag,
    summary: 'A letter as it would be issued now: no number is used up, numbers of people are masked',
    body: LetterOrder,
    response: LetterContent,
  },
  issuePesiarLetter: {
    action,
    method: 'POST',
    path: '/pesiar-letters',
    tag,
    summary: 'Number, set and keep a letter: to an employer, to Dinas Sosial, an invitation, a visit list',
    body: LetterOrder,
    response: PesiarLetter,
    status: 201,
  },
  getPesiarLetter: {
    action,
    method: 'GET',
    path: '/pesiar-letters/:id',
    tag,
    summary: 'A letter as it was issued',
    params: z.object({ id: Uuid }),
    produces: 'application/pdf',
  },
  readPesiarLetter: {
    action,
    method: 'GET',
    path: '/pesiar-letters/:id/content',
    tag,
    summary: 'What stands in a letter that was issued',
    params: z.object({ id: Uuid }),
    response: z.object({ letter: PesiarLetter, content: LetterContent }),
  },
} as const satisfies Record<string, Route>;
