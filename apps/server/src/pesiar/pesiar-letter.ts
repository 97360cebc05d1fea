import type { commandPostRoutes, PesiarLetter } from '@jangkau/contracts';
import { classNames } from '@jangkau/pesiar';
import type { Issue, Letter } from '@jangkau/privacy';
import {
  type ApplicationFilter,
  AreaRepository,
  agentRoute,
  applications,
  type Db,
  formDetail,
  Gatherings,
  type LetterTopic,
  type Scope,
} from '@jangkau/store';
import type { z } from 'zod';
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

/** What letter is asked for. */
export type LetterOrder = z.output<typeof commandPostRoutes.issuePesiarLetter.body>;

/**
 * Numbers, sets and keeps a letter of PESIAR about what the request reaches.
 * @throws ApiProblem 'letter-empty' when there is nobody to name
 */
export async function pesiarLetter(
  services: Services,
  db: Db,
  scope: Scope,
  order: LetterOrder,
): Promise<z.input<typeof PesiarLetter>> {
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

async function content(
  services: Services,
  db: Db,
  scope: Scope,
  order: LetterOrder,
): Promise<{ area: string; write: (issue: Issue) => Letter }> {
  const names = new Map((await new AreaRepository(db).all()).map(({ code, name }) => [code, name]));
  const called = (code: string) => names.get(code) ?? code;
  switch (order.topic as LetterTopic) {
    case 'employer': {
      const { area, employerCode } = order as Extract<LetterOrder, { topic: 'employer' }>;
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
        (body) => body.employer?.position ?? '-',
      );
      return { area, write: (issue) => employerLetter(issue, name, rows) };
    }
    case 'dinas-sosial': {
      const { area, exit } = order as Extract<LetterOrder, { topic: 'dinas-sosial' }>;
      const filter: ApplicationFilter = { desk: 'dinas-sosial', status: 'waiting', exit, area };
      const found = await applications(db, scope, filter, { limit: 200 });
      const byForm = new Map(found.map((one) => [one.form, one]));
      const rows = await named(services, [...byForm.keys()], (_body, form) => {
        const payer = byForm.get(form)?.payerClass;
        return payer ? classNames[payer as 'unable'].id : '-';
      });
      return { area, write: (issue) => socialLetter(issue, exit, called(area), rows) };
    }
    case 'invitation': {
      const { gatheringId } = order as Extract<LetterOrder, { topic: 'invitation' }>;
      const [gathering] = await Gatherings.list(db, scope, gatheringId);
      if (!gathering) throw new ApiProblem('gathering-not-found');
      const guests = (await Gatherings.guests(db, gatheringId)).map(({ name }) => name);
      if (guests.length === 0) throw new ApiProblem('letter-empty');
      const about = { ...gathering, area: called(gathering.area) };
      return { area: gathering.area, write: (issue) => invitationLetter(issue, about, guests) };
    }
    case 'visit-list': {
      const { area, banjar, agent } = order as Extract<LetterOrder, { topic: 'visit-list' }>;
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
          nik,
          address: form.address,
          banjar: form.banjar,
          remark: remark(form.body, id),
        });
  }
  if (rows.length === 0) throw new ApiProblem('letter-empty');
  return rows;
}
