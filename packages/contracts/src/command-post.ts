import { flagKinds } from '@jangkau/pesiar';
import { z } from 'zod';
import { AreaCode } from './area.ts';
import { CaseSelection } from './case.ts';
import { IsoDate } from './paging.ts';
import type { Route } from './route.ts';

const Uuid = z.uuid();
const text = z.string().nullable();
export const FigureLevel = z.enum(['all', 'regency', 'district', 'village', 'banjar', 'agent']);

/** The funnel of a place or an agent. mapped = pending + the sum of the buckets. */
export const FunnelFigures = z
  .object({
    key: z.string().describe('Area, village/banjar, user name, or empty for all'),
    mapped: z.int(),
    assigned: z.int(),
    visited: z.int(),
    advocated: z.int(),
    registered: z.int(),
    active: z.int(),
    pending: z.int(),
    overdue: z.int(),
    buckets: z.record(z.string(), z.int()),
    classes: z.object({ able: z.int(), unable: z.int(), working: z.int() }),
    ageing: z.object({ week: z.int(), month: z.int(), quarter: z.int(), older: z.int() }),
    visits: z.int(),
    target: z.int().nullable().describe('People to be made active, where one is set'),
  })
  .meta({ id: 'FunnelFigures' });
export type FunnelFigures = z.infer<typeof FunnelFigures>;

/** A choice that stands for an area. */
export const PesiarSetting = z.object({
  area: z.string(),
  name: z.enum(['live', 'prioritas', 'newborn-pemda', 'target', 'unable-per-head']),
  value: z.union([z.boolean(), z.int()]),
  at: z.string(),
  by: z.string(),
});

const Flag = z.object({ factId: Uuid, kind: z.enum(flagKinds), value: z.number() });

/** A meeting at a banjar. */
export const Gathering = z
  .object({
    id: Uuid,
    area: z.string(),
    banjar: text,
    title: z.string(),
    place: z.string(),
    startsAt: z.string(),
    withDinasSosial: z.boolean(),
    state: z.enum(['planned', 'held', 'cancelled']),
    note: text,
    plannedBy: z.string(),
    invited: z.int(),
    attended: z.int(),
    agrees: z.int(),
    active: z.int(),
  })
  .meta({ id: 'Gathering' });
const Answer = z.enum(['agrees', 'thinks-about-it', 'refuses']);
const Guest = z.object({
  caseId: Uuid,
  name: z.string(),
  address: text,
  banjar: text,
  phase: z.string(),
  attended: z.boolean().nullable(),
  answer: Answer.nullable(),
});

/** The post from which the drive is run: figures, agents, settings, gatherings. */
export const commandPostRoutes = {
  getFunnel: {
    action: 'command.read',
    method: 'GET',
    path: '/command/funnel',
    tag: 'command',
    summary: 'Petakan, Sisir, Advokasi, Registrasi, active: by place or agent',
    query: z.object({
      level: FigureLevel.default('all'),
      area: AreaCode.optional(),
      banjar: z.string().max(100).optional(),
      agent: z.string().max(60).optional(),
    }),
    response: z.object({ asOf: z.string(), items: z.array(FunnelFigures) }),
  },
  getProgress: {
    action: 'command.read',
    method: 'GET',
    path: '/command/progress',
    tag: 'command',
    summary: 'Made active and visited, day by day',
    query: z.object({ from: IsoDate, until: IsoDate, area: AreaCode.optional() }),
    response: z.object({
      items: z.array(z.object({ day: z.string(), active: z.int(), visits: z.int() })),
    }),
  },
  getAgentDays: {
    action: 'command.read',
    method: 'GET',
    path: '/command/days',
    tag: 'command',
    summary: 'A day of the agents: visits in order, and what is worth a second look',
    query: z.object({ day: IsoDate, agent: z.string().max(60).optional() }),
    response: z.object({
      items: z.array(
        z.object({
          agent: z.string(),
          first: z.string(),
          last: z.string(),
          households: z.int(),
          visits: z.array(
            z.object({
              factId: Uuid,
              caseId: Uuid,
              name: z.string(),
              area: z.string(),
              banjar: text,
              household: z.string(),
              startedAt: z.string(),
              at: z.string(),
              result: z.string(),
              point: z.object({ lat: z.number(), lon: z.number(), accuracy: z.number() }).nullable(),
            }),
          ),
          flags: z.array(Flag),
        }),
      ),
    }),
  },
  listPesiarSettings: {
    action: 'command.read',
    method: 'GET',
    path: '/command/settings',
    tag: 'command',
    summary: 'Where the drive runs, where the Pemda activates the same day, targets of villages',
    response: z.object({ items: z.array(PesiarSetting) }),
  },
  setPesiarSetting: {
    action: 'rollout.manage',
    method: 'PUT',
    path: '/command/settings',
    tag: 'command',
    summary: 'Set a choice for an area; null: what the larger area says again',
    body: z.object({
      area: z.union([z.literal(''), AreaCode]),
      name: PesiarSetting.shape.name,
      value: PesiarSetting.shape.value.nullable(),
    }),
    response: z.object({ items: z.array(PesiarSetting) }),
  },

  listGatherings: {
    action: 'case.read',
    method: 'GET',
    path: '/gatherings',
    tag: 'gatherings',
    summary: 'Meetings at banjars, newest first',
    response: z.object({ items: z.array(Gathering) }),
  },
  getGathering: {
    action: 'case.read',
    method: 'GET',
    path: '/gatherings/:id',
    tag: 'gatherings',
    summary: 'A meeting with its guests',
    params: z.object({ id: Uuid }),
    response: z.object({ gathering: Gathering, guests: z.array(Guest) }),
  },
  planGathering: {
    action: 'gathering.manage',
    method: 'POST',
    path: '/gatherings',
    tag: 'gatherings',
    summary: 'Plan a meeting and invite everyone whose case is not over',
    body: z.object({
      area: z.string().regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/),
      banjar: z.string().max(100).nullable(),
      title: z.string().min(3).max(120),
      place: z.string().min(3).max(200),
      startsAt: z.iso.datetime({ offset: true }),
      withDinasSosial: z.boolean(),
      note: z.string().max(1000).nullable().default(null),
      invite: CaseSelection.default({}),
    }),
    response: Gathering,
    status: 201,
  },
  holdGathering: {
    action: 'case.work',
    method: 'POST',
    path: '/gatherings/:id/hold',
    tag: 'gatherings',
    summary: 'Note who came and what they said',
    params: z.object({ id: Uuid }),
    body: z.object({
      note: z.string().max(1000).nullable().default(null),
      guests: z.array(z.object({ caseId: Uuid, attended: z.boolean(), answer: Answer.nullable() })).max(1000),
    }),
    response: Gathering,
  },
  cancelGathering: {
    action: 'gathering.manage',
    method: 'POST',
    path: '/gatherings/:id/cancel',
    tag: 'gatherings',
    summary: 'Call a planned meeting off',
    params: z.object({ id: Uuid }),
    response: Gathering,
  },
} as const satisfies Record<string, Route>;
