import { AreaCode, Desk, FormStatus } from '@jangkau/contracts';
import { casePhases, openReasons } from '@jangkau/pesiar';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { LetterChoice } from '../letters/letter-choice.ts';
import { office } from './office-route.tsx';

const commandPost = createRoute({
  getParentRoute: () => office,
  path: '/pesiar',
  validateSearch: z.object({ area: AreaCode.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../pesiar/command-post-page.tsx'), 'CommandPostPage'),
});

const cases = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/kasus',
  validateSearch: z.object({
    area: AreaCode.optional().catch(undefined),
    banjar: z.string().max(100).optional().catch(undefined),
    phase: z.enum(casePhases).optional().catch(undefined),
    reason: z.enum(openReasons).optional().catch(undefined),
    agent: z.string().max(60).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../pesiar/cases-page.tsx'), 'CasesPage'),
});

const caseOfPesiar = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/kasus/$caseId',
  component: lazyRouteComponent(() => import('../pesiar/case-page.tsx'), 'CasePage'),
});

const desk = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/meja',
  validateSearch: z.object({
    desk: Desk.optional().catch(undefined),
    status: FormStatus.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../pesiar/desk-page.tsx'), 'DeskPage'),
});

const deskForm = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/meja/$form',
  component: lazyRouteComponent(() => import('../pesiar/form-page.tsx'), 'FormPage'),
});

const gatherings = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/sosialisasi',
  component: lazyRouteComponent(() => import('../gatherings/gatherings-page.tsx'), 'GatheringsPage'),
});

const gathering = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/sosialisasi/$id',
  component: lazyRouteComponent(() => import('../gatherings/gathering-page.tsx'), 'GatheringPage'),
});

const letters = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/surat',
  validateSearch: LetterChoice.pick({ topic: true, area: true }),
  component: lazyRouteComponent(() => import('../letters/letters-page.tsx'), 'LettersPage'),
});

const newLetter = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/surat/baru',
  validateSearch: LetterChoice,
  component: lazyRouteComponent(() => import('../letters/new-letter-page.tsx'), 'NewLetterPage'),
});

const letter = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/surat/$id',
  component: lazyRouteComponent(() => import('../letters/letter-page.tsx'), 'LetterPage'),
});

const devices = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/ponsel',
  component: lazyRouteComponent(() => import('../devices/devices-page.tsx'), 'DevicesPage'),
});

const rollout = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/wilayah',
  validateSearch: z.object({ area: AreaCode.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../rollout/rollout-page.tsx'), 'RolloutPage'),
});

const agentDays = createRoute({
  getParentRoute: () => office,
  path: '/pesiar/hari',
  component: lazyRouteComponent(() => import('../pesiar/agent-days-page.tsx'), 'AgentDaysPage'),
});

/** Addresses of the drive from door to door: command post, cases, desks, gatherings, letters, phones, areas. */
export const pesiarPages = [
  commandPost,
  cases,
  caseOfPesiar,
  desk,
  deskForm,
  gatherings,
  gathering,
  letters,
  newLetter,
  letter,
  devices,
  rollout,
  agentDays,
] as const;
