import { payerBillRoutes as routes } from '@jangkau/contracts';
import { addPayerPayment, payerBillsOf } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** Bills to those who pay for others, and what they paid. */
export function payerBillRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.listPayerBills, async ({ db, query }) => payerBillsOf(db, query));
  registerRoute(app, services, routes.addPayerPayment, async ({ db, body, scope, note }) => {
    const { payerId, month, segment, amount } = body;
    if (!(await addPayerPayment(db, body, scope.username))) throw new ApiProblem('not-found');
    note({ subject: { kind: 'payer', key: String(payerId) }, detail: { month, segment, amount } });
    return { added: true as const };
  });
}
