import { may } from '@jangkau/access';
import { deskRoutes as routes } from '@jangkau/contracts';
import { maskCard, maskNik, maskRegisterNumber } from '@jangkau/kernel';
import {
  addRehabPlan,
  applicationAccount,
  applications,
  casePage,
  type Db,
  deskCounts,
  employerApplications,
  formDetail,
  type Scope,
  setEmployer,
  setQuota,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { familyAccount } from '../../ledger/family-account.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { type RegisterTools, registerRoute } from '../register-route.ts';

/** Desks that decide about registrations: Dinas Sosial, employers, the officer. */
export function deskRoutes(app: FastifyInstance, services: Services): void {
  const { desk, database, settings } = services;
  const employersOf = (officer: { assignments: Parameters<typeof may>[0] } | undefined) =>
    (officer && may(officer.assignments, 'desk.employer')?.employers) ?? [];

  registerRoute(app, services, routes.getDesks, async ({ db, scope, query }) => ({
    items: await deskCounts(db, scope, query.area),
  }));

  registerRoute(app, services, routes.listForms, async ({ db, scope, query, note }) => {
    const { after, limit, ...filter } = query;
    const items = await applications(db, scope, filter, { after, limit });
    note({ detail: { ...filter, rows: items.length } });
    return { items };
  });

  registerRoute(app, services, routes.getForm, async ({ db, scope, params, note }) => {
    const { form, detail } = await reachedForm(services, db, scope, params.form);
    const page = await casePage(db, form.caseId);
    const classified = page?.facts.findLast((fact) => fact.kind === 'classified');
    const consented = page?.facts.findLast((fact) => fact.kind === 'consented');
    const { body } = detail;
    note({ subject: { kind: 'case', key: form.caseId }, area: form.area });
    return {
      form,
      address: detail.address,
      people: detail.people.map(({ residentNo, name, sex, born, nik, relation, coveredIn }) => ({
        residentNo: residentNo === null ? null : maskRegisterNumber(residentNo),
        name,
        sex,
        born,
        nik: nik === null ? null : maskNik(nik),
        relation,
        coveredIn,
      })),
      evidence: classified
        ? {
            class: classified.body.class,
            suggested: classified.body.suggested,
            rule: classified.body.rule,
            because: classified.body.because ?? null,
            evidence: classified.body.evidence as unknown as Record<string, unknown>,
          }
        : null,
      consent: consented
        ? {
            given: consented.body.given,
            signer: consented.body.signer,
            signature: consented.body.signature,
            at: consented.at,
            by: consented.by,
          }
        : null,
      terms: {
        class: body.class ?? null,
        bank: body.bank ?? null,
        way: body.way ?? null,
        stages: body.stages ?? null,
        pbiEndedOn: body.pbiEndedOn ?? null,
        ppuEndedOn: body.ppuEndedOn ?? null,
        position: body.employer?.position ?? null,
        wage: body.employer?.wage ?? null,
        employerAddress: body.employer?.address ?? null,
        mother: detail.motherCard === null ? null : maskCard(detail.motherCard),
      },
      photos: page?.attachments ?? [],
      note: body.note ?? null,
    };
  });

  registerRoute(app, services, routes.getQuota, async ({ scope, query }) => {
    if (!scope.covers(query.regency)) throw new ApiProblem('out-of-scope');
    return desk.quota(query.regency);
  });
  registerRoute(app, services, routes.setQuota, async ({ db, scope, body, note, settle }) => {
    if (!scope.covers(body.regency)) throw new ApiProblem('out-of-scope');
    const month = `${body.month.slice(0, 7)}-01`;
    await setQuota(db, scope.username, { ...body, month });
    note({ area: body.regency, detail: { heads: body.heads, month } });
    await settle();
    return desk.quota(body.regency);
  });

  registerRoute(app, services, routes.approveSocial, async ({ db, scope, body, note }) => {
    const decided = await desk.approveSocial(db, scope, body);
    note({ detail: { ...decided } });
    return decided;
  });
  registerRoute(app, services, routes.refuseSocial, async ({ db, scope, body, note }) => {
    const refused = await desk.refuse(db, scope, 'dinas-sosial', body);
    note({ detail: { refused, reasons: body.reasons } });
    return { refused };
  });

  registerRoute(app, services, routes.listOwnWorkers, async ({ officer, query, note }) => {
    const items = await employerApplications(database.system, employersOf(officer), query);
    note({ detail: { rows: items.length } });
    return { items };
  });
  registerRoute(app, services, routes.confirmWorkers, async ({ officer, scope, body, note }) => {
    const decided = await desk.confirmWorkers(scope, employersOf(officer), body);
    note({ detail: { ...decided } });
    return decided;
  });
  registerRoute(app, services, routes.refuseWorkers, async ({ officer, scope, body, note }) => {
    const refused = await desk.refuseWorkers(scope, employersOf(officer), body);
    note({ detail: { refused, reasons: body.reasons } });
    return { refused };
  });

  registerRoute(app, services, routes.setFormEmployer, async ({ db, params, body, note }) => {
    if (!(await setEmployer(db, params.form, body.code))) throw new ApiProblem('form-gone');
    note({ detail: { employer: body.code } });
  });
  registerRoute(app, services, routes.approveForm, async ({ db, scope, params, body, note }) => {
    const asked = await formDetail(database.system, params.form);
    // Asked before anything is decided: a debt that REHAB is not open to stays on the desk.
    if (asked?.body.way === 'rehab' && asked.subjectMemberId !== null)
      await rehabOffer(db, asked.subjectMemberId, asked.body.stages ?? null);
    const { rehab, ...approval } = await desk.approveOfficer(db, scope, { form: params.form, ...body });
    note({ subject: { kind: 'form', key: params.form }, detail: { ...approval } });
    if (rehab) await beginRehab(services, db, scope.username, rehab);
    return approval;
  });
  registerRoute(app, services, routes.refuseForms, async ({ db, scope, body, note }) => {
    const refused = await desk.refuse(db, scope, 'officer', body);
    note({ detail: { refused, reasons: body.reasons } });
    return { refused };
  });
  registerRoute(app, services, routes.getFormAccount, async ({ db, params, note }) => {
    const account = await applicationAccount(db, params.form);
    if (!account) throw new ApiProblem('form-gone');
    note({ subject: { kind: 'form', key: params.form } });
    return { va: account.va, members: account.members };
  });

  async function rehabOffer(db: Db, memberId: number, stages: number | null) {
    const account = await familyAccount(db, memberId, today(settings.timeZone), stages ?? undefined);
    const offer = account?.rehabOffer;
    if (!account || !offer?.eligible || offer.version === null)
      throw new ApiProblem('rehab-not-open', { detail: offer?.reason ?? 'NO_ARREARS' });
    return { account, offer, version: offer.version };
  }

  async function beginRehab(
    tools: RegisterTools,
    db: Db,
    by: string,
    { memberId, stages }: { memberId: number; stages: number | null },
  ): Promise<void> {
    const { account, offer, version } = await rehabOffer(db, memberId, stages);
    const plan = await addRehabPlan(tools.database.system, {
      householdId: account.householdId,
      version,
      registeredOn: today(settings.timeZone),
      arrearsMonths: account.arrears.months,
      amount: offer.total,
      stages: offer.stages,
      terms: offer,
      legalBasis: offer.legalBasis ?? '',
      by,
    });
    if (plan === undefined) throw new ApiProblem('rehab-running');
  }
}

/** A form within reach with its people; the numbers come from the system and go no further than their masks. */
async function reachedForm(services: Services, db: Db, scope: Scope, id: string) {
  const [form] = await applications(db, scope, { forms: [id] }, { limit: 1 });
  const detail = form && (await formDetail(services.database.system, id));
  if (!form || !detail) throw new ApiProblem('case-not-found');
  return { form, detail };
}
