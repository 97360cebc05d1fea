import {
  apiPrefix,
  type EligibilityAnswer,
  type EligibilityInput,
  eligibilityRoutes as routes,
} from '@jangkau/contracts';
import { maskNik } from '@jangkau/kernel';
import { nextActWords } from '@jangkau/membership';
import type { FastifyInstance } from 'fastify';
import type { Decided } from '../../eligibility/eligibility-desk.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { type Language, readLanguage } from '../problem-document.ts';

/** The hospital door in plain JSON. */
export function eligibilityRoutes(app: FastifyInstance, { clientGate, eligibility }: Services): void {
  const { path, tag, summary, body, response } = routes.askEligibility;
  app.post(
    `${apiPrefix}${path}`,
    {
      schema: {
        summary,
        tags: [tag],
        security: [{ apiKey: [] }, { signature: [] }],
        body,
        response: { 200: response },
      },
      // The answer is made below, field by field: checking it again would cost as much as looking it up.
      serializerCompiler: () => JSON.stringify,
      preHandler: clientGate.requireClient('eligibility.read', { repeatable: true }),
    },
    async (request): Promise<EligibilityAnswer> => {
      const { nik, card, date, knownAt } = request.body as EligibilityInput;
      const whom = nik !== undefined ? { nik } : { card: card as string };
      const decided = await eligibility.ask(request, 'rest', whom, { day: date, knownAt });
      if (!decided) throw new ApiProblem('eligibility-nobody');
      return answerOf(decided, readLanguage(request.headers['accept-language']), knownAt ?? null);
    },
  );
}

function answerOf(
  { member, decision }: Decided,
  language: Language,
  knownAt: string | null,
): EligibilityAnswer {
  const { fineWindow } = decision;
  return {
    date: decision.day,
    covered: decision.covered,
    reason: decision.reason,
    text: decision.text[language],
    legalBasis: decision.legalBasis,
    nextStep: decision.nextStep[language],
    acts: decision.acts.map((act) => ({ ...act, text: nextActWords[act.kind][language] })),
    inactivity: decision.inactivity,
    since: decision.since,
    until: decision.until,
    segment: decision.segment,
    class: decision.roomClass,
    facility: decision.fktp,
    arrearsMonths: decision.arrearsMonths,
    fineWindow: fineWindow && {
      reactivatedOn: fineWindow.on,
      lastDay: fineWindow.fineLastDay,
      arrearsMonths: fineWindow.arrearsMonths,
    },
    member: {
      card: member.card,
      nik: member.nik === null ? null : maskNik(member.nik),
      name: member.name,
      sex: member.sex,
      born: member.born,
    },
    knownAt,
  };
}
