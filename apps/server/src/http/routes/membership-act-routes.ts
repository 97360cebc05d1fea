import { membershipActRoutes as routes } from '@jangkau/contracts';
import { facilitiesNamed } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { RequestDesk } from '../../whatsapp/acts/request-desk.ts';
import { registerRoute } from '../register-route.ts';

/** Requests of PANDAWA that are carried out in the member register. */
export function membershipActRoutes(app: FastifyInstance, services: Services): void {
  const { database, settings, whatsapp } = services;
  const desk = new RequestDesk({ database, desk: whatsapp.desk });
  const terms = () => {
    const { facilityChange } = whatsapp.chatSettings.current.conversation;
    return {
      today: today(settings.timeZone),
      rule: { ...facilityChange, exceptions: [...facilityChange.exceptions] },
    };
  };

  registerRoute(app, services, routes.getMembershipAct, async ({ db, params, note }) => {
    const act = await desk.planned(db, params, terms());
    note({ subject: { kind: 'chat', key: params.chat }, detail: { did: 'plan', item: params.item } });
    return act;
  });

  registerRoute(app, services, routes.carryOutRequest, async ({ db, scope, params, body, note, settle }) => {
    note({ subject: { kind: 'chat', key: params.chat }, detail: { did: 'carry-out', item: params.item } });
    const { told } = await desk.carryOut(db, scope, { ...params, order: body }, terms());
    await settle();
    whatsapp.nudge();
    return { outcome: 'granted' as const, told };
  });

  registerRoute(app, services, routes.findFacilitiesToChoose, async ({ db, query }) => ({
    items: await facilitiesNamed(db, query.q),
  }));
}
