import {
  apiPrefix,
  utilisationRoutes as routes,
  type VisitInput,
  type VisitOutcomes,
} from '@jangkau/contracts';
import { takeVisits } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';

/** Uses of care as facilities report them. */
export function utilisationRoutes(
  app: FastifyInstance,
  { database, clientGate, eligibility }: Services,
): void {
  const { path, tag, summary, body, response } = routes.reportVisits;
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
      // The same report again changes nothing, so its signature may come again.
      preHandler: clientGate.requireClient('utilisation.add', { repeatable: true }),
    },
    async (request): Promise<VisitOutcomes> => {
      const { items } = request.body as { items: VisitInput[] };
      const taken = await takeVisits(database.ownerPool, items, {
        source: 'api',
        facility: request.client?.facility ?? null,
        today: eligibility.today(),
      });
      return {
        items: taken.map(({ line, outcome, reason }) => ({
          reference: (items[line] as VisitInput).reference,
          outcome,
          reason,
        })),
      };
    },
  );
}
