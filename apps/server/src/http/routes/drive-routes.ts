import { monthsOfBand } from '@jangkau/campaigns';
import { driveRoutes as routes } from '@jangkau/contracts';
import { type MembershipSettings, nextStepOf, type ReasonCode, reasons } from '@jangkau/membership';
import { driveFigures, driveList } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { whatIf } from '../../ledger/what-if.ts';
import type { Services } from '../../services.ts';
import type { Language } from '../problem-document.ts';
import { registerRoute } from '../register-route.ts';

/** A group has no date of its own: the way back of those removed from PBI stays open for some months. */
function nextStepOfGroup(
  reason: string,
  language: Language,
  { pbiReturnMonths }: MembershipSettings,
): string {
  if (!(reason in reasons)) return '';
  const until = {
    id: `${pbiReturnMonths} bulan sesudah dikeluarkan`,
    en: `${pbiReturnMonths} months after removal`,
  }[language];
  return nextStepOf(reason as ReasonCode, { until, from: until })[language];
}

/** Who is inactive, why, and what would bring them back. */
export function driveRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.getDrive, async ({ db, query, language }) => {
    const figures = await driveFigures(db, query.area);
    const { membership } = await services.rules.settings();
    return {
      ...figures,
      groups: figures.groups.map((group) => ({
        ...group,
        nextStep: nextStepOfGroup(group.reason, language, membership),
      })),
    };
  });
  registerRoute(app, services, routes.listDrive, async ({ db, query, note }) => {
    const { cursor, limit, ...filter } = query;
    const [area = '', memberId = '0'] = cursor?.split('_') ?? [];
    const after = cursor === undefined ? undefined : { area, memberId: Number(memberId) };
    const { band, ...rest } = filter;
    const [leastMonths, mostMonths] = band ? monthsOfBand[band] : [];
    const { items, next } = await driveList(db, { ...rest, leastMonths, mostMonths }, { after, limit });
    note({ detail: { ...filter, rows: items.length } });
    return { items, nextCursor: next && `${next.area}_${next.memberId}` } as never;
  });
  registerRoute(app, services, routes.askWhatIf, async ({ db, body }) =>
    whatIf(await driveFigures(db, body.area), body.assumptions),
  );
}
