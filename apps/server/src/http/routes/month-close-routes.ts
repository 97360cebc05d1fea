import { type MonthCloseJob, monthCloseRoutes as routes } from '@jangkau/contracts';
import { closableMonths, monthCloses, type StepResult } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { CloseJob } from '../../month-close/month-close-service.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import type { Language } from '../problem-document.ts';
import { registerRoute } from '../register-route.ts';

/** The end of a month. */
export function monthCloseRoutes(app: FastifyInstance, services: Services): void {
  const { monthClose, settings } = services;
  registerRoute(app, services, routes.listMonthCloses, async ({ db, language }) => {
    const day = today(settings.timeZone);
    const { next = day.slice(0, 7), undoable } = await closableMonths(db);
    return {
      next,
      undoable,
      canClose: next < day.slice(0, 7),
      closes: (await monthCloses(db, 36)).map(({ steps, ...close }) => ({
        ...close,
        steps: stepsView(steps, language),
      })),
      job: monthClose.job ? jobView(monthClose.job, language) : null,
    };
  });
  registerRoute(app, services, routes.startMonthClose, async ({ body, scope, language, note }) => {
    note({ detail: { month: body.month, dryRun: body.dryRun, undo: body.undo } });
    return jobView(monthClose.start({ ...body, by: scope.username }), language);
  });
  registerRoute(app, services, routes.getMonthCloseJob, async ({ params, language }) => {
    if (monthClose.job?.id !== params.id) throw new ApiProblem('not-found');
    return jobView(monthClose.job, language);
  });
}

function jobView({ problem, steps, ...job }: CloseJob, language: Language): MonthCloseJob {
  return {
    ...job,
    steps: stepsView(steps, language),
    problem: problem && {
      code: problem.code,
      message: language === 'id' ? problem.messageId : problem.messageEn,
    },
  };
}

function stepsView(steps: readonly StepResult[], language: Language) {
  return steps.map(({ labelId, labelEn, ...step }) => ({
    ...step,
    label: language === 'id' ? labelId : labelEn,
  }));
}
