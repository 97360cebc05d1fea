import { chatRoutes as routes } from '@jangkau/contracts';
import { officeTime } from '@jangkau/pandawa';
import { type ChatSettingName, type Db, type Scope, setChatSetting } from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { registerRoute } from '../register-route.ts';

/** What the branch chooses about its chats: office hours, promised times, quick replies, changes of facility. */
export function chatSettingRoutes(app: FastifyInstance, services: Services): void {
  const { whatsapp } = services;

  const view = async (db: Db) => {
    const { conversation, serviceLevels, quickReplies, changed } = await whatsapp.chatSettings.load(db);
    const { days, from, to, closed } = conversation.office;
    const { open, opens } = officeTime(new Date().toISOString(), conversation.office);
    return {
      officeHours: { days: [...days], from, to, closed: [...closed] },
      serviceLevels,
      quickReplies: [...quickReplies],
      facilityChange: {
        ...conversation.facilityChange,
        exceptions: [...conversation.facilityChange.exceptions],
      },
      open,
      opens,
      changed: changed.map(({ name, at, by }) => ({ name, at: at.toISOString(), by })),
    };
  };
  const set = async (db: Db, scope: Scope, name: ChatSettingName, value: unknown) => {
    await setChatSetting(db, scope.username, name, value);
    return view(db);
  };

  registerRoute(app, services, routes.getChatSettings, async ({ db }) => view(db));
  registerRoute(app, services, routes.setOfficeHours, async ({ db, scope, body, note }) => {
    if (body.value && body.value.from >= body.value.to) throw new ApiProblem('invalid-request');
    note({ subject: { kind: 'chat-setting', key: 'office-hours' }, detail: { value: body.value } });
    return set(db, scope, 'office-hours', body.value);
  });
  registerRoute(app, services, routes.setServiceLevels, async ({ db, scope, body, note }) => {
    note({ subject: { kind: 'chat-setting', key: 'service-levels' }, detail: { value: body.value } });
    return set(db, scope, 'service-levels', body.value);
  });
  registerRoute(app, services, routes.setQuickReplies, async ({ db, scope, body, note }) => {
    note({
      subject: { kind: 'chat-setting', key: 'quick-replies' },
      detail: { n: body.value?.length ?? null },
    });
    return set(db, scope, 'quick-replies', body.value);
  });
  registerRoute(app, services, routes.setFacilityChange, async ({ db, scope, body, note }) => {
    note({ subject: { kind: 'chat-setting', key: 'facility-change' }, detail: { value: body.value } });
    return set(db, scope, 'facility-change', body.value);
  });
}
