import type { LetterContent, LetterOrder, PesiarLetter } from '@jangkau/contracts';
import { maskNik } from '@jangkau/kernel';
import { classNames, evidenceLines } from '@jangkau/pesiar';
import { dayInWords, type Issue, type Letter } from '@jangkau/privacy';
import {
  type ApplicationFilter,
  AreaRepository,
  agentRoute,
  applications,
  type Db,
  evidenceOfForms,
  formDetail,
  Gatherings,
  type Scope,
} from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { issueLetter } from '../privacy/issue-letter.ts';
import type { Services } from '../services.ts';
import {
  employerLetter,
  invitationLetter,
  type NamedPerson,
  socialLetter,
  visitListLetter,
} from './letter-texts.ts';

/**
 * Numbers, sets and keeps a letter of PESIAR about what the request reaches.
 * @throws ApiProblem 'letter-empty' when there is nobody to name
 */
export async function pesiarLetter(
  services: Services,
  db: Db,
  scope: Scope,
  order: LetterOrder,
): Promise<PesiarLetter> {
  const { topic } = order;
  const { area, write } = await content(services, db, scope, order);
  const issued = await issueLetter(
    db,
    services.letterOffice,
    scope.username,
    { topic, area },
    `pesiar-${topic}`,
    write,
  );
  return { ...issued, topic, area, by: scope.username };
}

/**
 * The same letter as it would be issued now, without a number and with numbers of people masked.
 * @throws ApiProblem 'letter-empty' when there is nobody to name
 */
export async function previewLetter(
  services: Services,
  db: Db,
  scope: Scope,
  order: LetterOrder,
): Promise<LetterContent> {
  const { head, timeZone } = services.letterOffice;
  const { write } = await content(services, db, scope, order, maskNik);
  const at = services.now().toISOString();
  return write({ head, number: `…/PSR/${dayInWords(at, timeZone).slice(-4)}`, at, timeZone });
}

async function content(
  services: Services,
  db: Db,
  scope: Scope,
  order: LetterOrder,
  shown: (nik: string) => string = (nik) => nik,
): Promise<{ area: string; write: (issue: Issue) => Letter }> {
  const names = new Map((await new AreaRepository(db).all()).map(({ code, name }) => [code, name]));
  const called = (code: string) => names.get(code) ?? code;
  switch (order.topic) {
    case 'employer': {
      const { area, employerCode } = order;
      const found = await applications(
        db,
        scope,
        { desk: 'employer', status: 'waiting', area },
        { limit: 200 },
      );
      const own = found.filter((one) => one.employerCode === employerCode);
      const name = own.find((one) => one.employerName !== null)?.employerName ?? employerCode;
      const rows = await named(
        services,
        own.map(({ form }) => form),
        shown,
        (body) => body.employer?.position ?? '-',
      );
      return { area, write: (issue) => employerLetter(issue, name, rows) };
    }
    case 'dinas-sosial': {
      const { area, exit } = order;
      const filter: ApplicationFilter = { desk: 'dinas-sosial', status: 'waiting', exit, area };
      const found = await applications(db, scope, filter, { limit: 200 });
      const byForm = new Map(found.map((one) => [one.form, one]));
      const evidence = await evidenceOfForms(db, [...byForm.keys()]);
      const rows = await named(services, [...byForm.keys()], shown, (_body, form) => {
        const payer = byForm.get(form)?.payerClass;
        const said = evidence.get(form);
        const lines = said ? evidenceLines(said).map(({ name, value }) => `${name.id}: ${value.id}`) : [];
        return [...(payer ? [classNames[payer].id] : []), ...lines].join('; ') || '-';
      });
      return { area, write: (issue) => socialLetter(issue, exit, called(area), rows) };
    }
    case 'invitation': {
      const { gatheringId } = order;
      const [gathering] = await Gatherings.list(db, scope, gatheringId);
      if (!gathering) throw new ApiProblem('gathering-not-found');
      const guests = (await Gatherings.guests(db, gatheringId)).map(({ name }) => name);
      if (guests.length === 0) throw new ApiProblem('letter-empty');
      const about = { ...gathering, area: called(gathering.area) };
      return { area: gathering.area, write: (issue) => invitationLetter(issue, about, guests) };
    }
    case 'visit-list': {
      const { area, banjar, agent } = order;
      const stops = await agentRoute(
        db,
        scope,
        { area, banjar, ...(agent !== undefined && { agent }) },
        null,
      );
      if (stops.length === 0) throw new ApiProblem('letter-empty');
      const families = stops.map(({ address, people }) => ({
        address,
        people: people.map(({ name }) => name),
      }));
      const where = `${banjar}, ${called(area)}`;
      return { area, write: (issue) => visitListLetter(issue, where, agent ?? null, families) };
    }
  }
}

/** People of forms with their numbers: an official letter names them in full. */
async function named(
  services: Services,
  forms: readonly string[],
  shown: (nik: string) => string,
  remark: (body: NonNullable<Awaited<ReturnType<typeof formDetail>>>['body'], form: string) => string,
): Promise<NamedPerson[]> {
  const rows: NamedPerson[] = [];
  for (const id of forms) {
    const form = await formDetail(services.database.system, id);
    for (const { name, born, nik } of form?.people ?? [])
      if (form)
        rows.push({
          name,
          born,
          nik: nik === null ? null : shown(nik),
          address: form.address,
          banjar: form.banjar,
          remark: remark(form.body, id),
        });
  }
  if (rows.length === 0) throw new ApiProblem('letter-empty');
  return rows;
}
