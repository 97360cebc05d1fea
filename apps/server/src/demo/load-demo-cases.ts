import type { CaseFact } from '@jangkau/pesiar';
import {
  type ApplicationRow,
  appendCaseFacts,
  applications,
  assignCases,
  type CaseRow,
  type Db,
  familyOfResident,
  Gatherings,
  listCases,
  newIds,
  Scope,
  setPesiar,
  setQuota,
} from '@jangkau/store';
import { Temporal } from 'temporal-polyfill';
import { today } from '../runs/run-service.ts';
import type { Services } from '../services.ts';
import { demoVisit } from './demo-visits.ts';

const regency = '51.71';
const district = '51.71.01';
const village = '51.71.01.1002';
const doors = 96;
const doorsOfADay = 16;

/** Somebody of the demo at work: what is written is in their name, with the rights of the system. */
const inNameOf = (username: string) =>
  Scope.of({
    username,
    reach: { roles: [], whole: true, areas: [] },
    tokenHash: Buffer.alloc(32),
  });

/**
 * Lets PESIAR begin in the demo branch: cases of the pilot city, work given to agents, a week of visits, forms at every
 * desk, some decided. Nothing is done when there are cases or no mapping. The same branch gives the same drive.
 */
export async function loadDemoCases(services: Services): Promise<void> {
  const { database, desk, settings, runs } = services;
  const [run] = await runs.list({ state: 'done', limit: 1 });
  if (!run?.demo) return;
  const system = Scope.system();
  const begun = await database.as(system, (db) => listCases(db, system, {}, { limit: 1 }));
  if (begun.length > 0) return;
  const day = today(settings.timeZone);
  const head = inNameOf('kepala');
  const db = database.owner;
  await setPesiar(db, head.username, { area: regency, name: 'live', value: true });
  await setPesiar(db, head.username, { area: regency, name: 'prioritas', value: true });
  await setQuota(db, 'dinsos', {
    regency,
    month: `${day.slice(0, 7)}-01`,
    heads: 113_505,
    budget: null,
    reference: 'Perjanjian kerja sama (contoh)',
  });
  const opened = await desk.open(system, { run: run.number, area: regency });
  const total = Object.values(opened).reduce((sum: number, n) => sum + (n ?? 0), 0);
  if (total === 0) return;
  for (const [area, people] of [
    [district, 400],
    [village, 120],
  ] as const)
    await setPesiar(db, head.username, { area, name: 'target', value: people });
  const visited = await database.as(system, async (own) => {
    const due = Temporal.PlainDate.from(day).add({ days: 14 }).toString();
    const at = `${Temporal.PlainDate.from(day).subtract({ days: 9 })}T00:30:00.000Z`;
    await assign(own, at, due);
    const hers = await listCases(own, system, { agent: 'agen' }, { limit: doors });
    await visitAll(own, hers, day);
    return hers.length;
  });
  if (visited === 0) return;
  await decide(services);
  await database.as(system, (own) => gather(own, day));
}

async function assign(db: Db, at: string, dueOn: string): Promise<void> {
  const penyelia = inNameOf('penyelia');
  // First those without any card, then those who lost their payer, then families in arrears.
  for (const [reason, most] of [
    ['uncovered', 70],
    ['doubtful-match', 20],
    ['inactive-lapsed', 40],
    ['inactive-arrears', 20],
  ] as const)
    await assignCases(db, penyelia, at, { agent: 'agen', dueOn, filter: { area: village, reason }, most });
  await assignCases(db, penyelia, at, {
    agent: 'desa',
    dueOn,
    filter: { area: village, assigned: false },
    most: 30,
  });
}

async function visitAll(db: Db, cases: readonly CaseRow[], day: string): Promise<void> {
  const households = [...new Set(cases.map(({ householdKey, caseId }) => householdKey ?? caseId))];
  const agent = inNameOf('agen');
  for (const [nth, one] of cases.entries()) {
    const house = households.indexOf(one.householdKey ?? one.caseId);
    const start = Temporal.PlainDate.from(day)
      .subtract({ days: 7 - Math.floor(nth / doorsOfADay) })
      .toZonedDateTime({ timeZone: 'UTC', plainTime: '00:40' })
      .add({ minutes: 25 * (nth % doorsOfADay) });
    const people = one.residentNo === null ? [] : await familyOfResident(db, one.residentNo);
    const said = demoVisit(nth, { inArrears: one.reason === 'inactive-arrears', today: day, people });
    const ids = await newIds(db, said.length);
    const instant = (minutes: number) =>
      start.add({ minutes }).toInstant().toString({ smallestUnit: 'millisecond' });
    const point = {
      lat: -8.7 + (house % 10) * 0.0011 + (house % 7) * 0.0001,
      lon: 115.23 + Math.floor(house / 10) * 0.0012,
      accuracy: 5 + (nth % 9),
    };
    const facts = said.map(
      ({ kind, minute, body }, i) =>
        ({
          id: ids[i],
          caseId: one.caseId,
          kind,
          at: instant(minute),
          by: agent.username,
          device: null,
          base: one.version + i,
          body: kind === 'visited' ? { ...body, startedAt: instant(0), point } : body,
        }) as CaseFact,
    );
    await appendCaseFacts(db, agent, facts);
  }
}

/** Desks have worked on a part of what lies on them. */
async function decide({ database, desk }: Services): Promise<void> {
  const system = Scope.system();
  const waiting = await database.as(system, (db) =>
    applications(db, system, { status: 'waiting' }, { limit: 200 }),
  );
  const of = (exit: ApplicationRow['exit']) =>
    waiting.filter((one) => one.exit === exit).map(({ form }) => form);
  const [pemda, ppu, pbpu, arrears] = [of('pemda'), of('ppu'), of('pbpu'), of('reactivation')];
  const social = inNameOf('dinsos');
  await database.as(system, async (db) => {
    const approved = pemda.slice(0, Math.ceil(pemda.length / 3));
    if (approved.length > 0)
      await desk.approveSocial(db, social, { forms: approved, reference: '470/11/Dinsos (contoh)' });
    const refused = pemda.slice(approved.length, approved.length + 1);
    if (refused.length > 0)
      await desk.refuse(db, social, 'dinas-sosial', {
        forms: refused,
        reasons: ['not-poor'],
        note: 'Hasil verifikasi lapangan',
      });
    if (ppu[0])
      await desk.confirmWorkers(inNameOf('perusahaan'), ['BU-CONTOH'], {
        forms: [ppu[0]],
        reference: 'HRD/11 (contoh)',
      });
    // A family that is not complete on the form stays on the desk: that is a thing to be seen as well.
    for (const form of [...pbpu.slice(0, 3), ...arrears.slice(0, 2)])
      await desk.approveOfficer(db, inNameOf('petugas'), { form }).catch(() => undefined);
  });
}

async function gather(db: Db, day: string): Promise<void> {
  const penyelia = inNameOf('penyelia');
  const [one] = await listCases(db, penyelia, { area: village, pending: true }, { limit: 1 });
  if (!one) return;
  const plan = (days: number, title: string) =>
    Gatherings.plan(db, penyelia, {
      area: village,
      banjar: one.banjar,
      title,
      place: `Balai ${one.banjar ?? 'banjar'}`,
      startsAt: `${Temporal.PlainDate.from(day).add({ days })}T11:00:00Z`,
      withDinasSosial: days > 0,
      note: null,
      invite: { assigned: true },
    });
  const held = await plan(-4, 'Sosialisasi JKN untuk keluarga yang menunggak');
  await plan(5, 'Sosialisasi JKN bersama Dinas Sosial');
  const guests = await Gatherings.guests(db, held);
  const at = `${Temporal.PlainDate.from(day).subtract({ days: 4 })}T13:00:00.000Z`;
  await Gatherings.hold(db, penyelia, at, held, {
    note: null,
    guests: guests.map(({ caseId }, i) => ({
      caseId,
      attended: i % 3 !== 0,
      answer: i % 3 === 0 ? null : i % 3 === 1 ? 'agrees' : 'thinks-about-it',
    })),
  });
}
