import { AreaCode, Audience, ChatService, ChatView, Month } from '@jangkau/contracts';
import { createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { z } from 'zod';
import { ListSearch } from '../lists/list-search.ts';
import { Loading } from '../ui/loading.tsx';
import { office, root } from './office-route.tsx';
import { PageFailure } from './page-failure.tsx';
import { pesiarPages } from './pesiar-pages.ts';
import { parseSearch, stringifySearch } from './search-string.ts';

/** Upload ids in the address: one, or several under the same name. */
const ids = z
  .union([z.array(z.string()), z.string().transform((id) => [id])])
  .optional()
  .catch(undefined);

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/masuk',
  validateSearch: z.object({
    next: z.string().optional().catch(undefined),
    problem: z.string().max(60).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../sign-in/sign-in-page.tsx'), 'SignInPage'),
});

const home = createRoute({
  getParentRoute: () => office,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
});

const wizard = createRoute({
  getParentRoute: () => office,
  path: '/petakan',
  validateSearch: z.object({
    step: z.enum(['berkas', 'kolom', 'mutu', 'atur']).optional().catch(undefined),
    penduduk: ids,
    peserta: ids,
  }),
  component: lazyRouteComponent(() => import('../wizard/wizard-page.tsx'), 'WizardPage'),
});

const run = createRoute({ getParentRoute: () => office, path: '/pemetaan/$runId', component: Outlet });

const results = createRoute({
  getParentRoute: () => run,
  path: '/',
  component: lazyRouteComponent(() => import('../results/results-page.tsx'), 'ResultsPage'),
});

const progress = createRoute({
  getParentRoute: () => run,
  path: 'proses',
  component: lazyRouteComponent(() => import('../wizard/progress-page.tsx'), 'ProgressPage'),
});

const areas = createRoute({
  getParentRoute: () => run,
  path: 'wilayah',
  validateSearch: z.object({
    area: AreaCode.optional().catch(undefined),
    view: z.enum(['peta', 'petak', 'daftar']).optional().catch(undefined),
    measure: z.enum(['jumlah', 'bagian', 'tidakAktif']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../areas/areas-page.tsx'), 'AreasPage'),
});

const list = createRoute({
  getParentRoute: () => run,
  path: 'daftar/$list',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../lists/list-page.tsx'), 'ListPage'),
});

const person = createRoute({
  getParentRoute: () => run,
  path: 'orang/$residentKey',
  component: lazyRouteComponent(() => import('../person/person-page.tsx'), 'PersonPage'),
});

const card = createRoute({
  getParentRoute: () => run,
  path: 'kartu/$memberKey',
  component: lazyRouteComponent(() => import('../person/card-page.tsx'), 'CardPage'),
});

const review = createRoute({
  getParentRoute: () => run,
  path: 'tinjau',
  validateSearch: z.object({ area: AreaCode.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../review/review-page.tsx'), 'ReviewPage'),
});

const model = createRoute({
  getParentRoute: () => run,
  path: 'model',
  component: lazyRouteComponent(() => import('../method/model-page.tsx'), 'ModelPage'),
});

const print = createRoute({
  getParentRoute: () => run,
  path: 'cetak',
  validateSearch: z.object({
    area: AreaCode.optional().catch(undefined),
    banjar: z.string().max(100).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../print/print-page.tsx'), 'PrintPage'),
});

const compare = createRoute({
  getParentRoute: () => office,
  path: '/bandingkan',
  validateSearch: z.object({
    a: z.string().optional().catch(undefined),
    b: z.string().optional().catch(undefined),
    kind: z.enum(['newly-uncovered', 'resolved', 'changed']).optional().catch(undefined),
    area: AreaCode.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../compare/compare-page.tsx'), 'ComparePage'),
});

const method = createRoute({
  getParentRoute: () => office,
  path: '/metode',
  component: lazyRouteComponent(() => import('../method/method-page.tsx'), 'MethodPage'),
});

const licences = createRoute({
  getParentRoute: () => office,
  path: '/lisensi',
  component: lazyRouteComponent(() => import('../licences/licences-page.tsx'), 'LicencesPage'),
});

const backups = createRoute({
  getParentRoute: () => office,
  path: '/pencadangan',
  component: lazyRouteComponent(() => import('../backups/backups-page.tsx'), 'BackupsPage'),
});

const privacy = createRoute({ getParentRoute: () => office, path: '/pelindungan', component: Outlet });

const requests = createRoute({
  getParentRoute: () => privacy,
  path: 'permohonan',
  component: lazyRouteComponent(() => import('../privacy/requests-page.tsx'), 'RequestsPage'),
});

const newRequest = createRoute({
  getParentRoute: () => privacy,
  path: 'permohonan/baru',
  validateSearch: z.object({
    run: z.string().optional().catch(undefined),
    orang: z.coerce.number().int().optional().catch(undefined),
    peserta: z.coerce.number().int().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../privacy/new-request-page.tsx'), 'NewRequestPage'),
});

const request = createRoute({
  getParentRoute: () => privacy,
  path: 'permohonan/$id',
  component: lazyRouteComponent(() => import('../privacy/request-page.tsx'), 'RequestPage'),
});

const breaches = createRoute({
  getParentRoute: () => privacy,
  path: 'insiden',
  component: lazyRouteComponent(() => import('../privacy/breaches-page.tsx'), 'BreachesPage'),
});

const newBreach = createRoute({
  getParentRoute: () => privacy,
  path: 'insiden/baru',
  component: lazyRouteComponent(() => import('../privacy/new-breach-page.tsx'), 'NewBreachPage'),
});

const breach = createRoute({
  getParentRoute: () => privacy,
  path: 'insiden/$id',
  component: lazyRouteComponent(() => import('../privacy/breach-page.tsx'), 'BreachPage'),
});

const privacySettings = createRoute({
  getParentRoute: () => privacy,
  path: 'setelan',
  component: lazyRouteComponent(() => import('../privacy/privacy-settings-page.tsx'), 'PrivacySettingsPage'),
});

const retention = createRoute({
  getParentRoute: () => privacy,
  path: 'retensi',
  component: lazyRouteComponent(() => import('../privacy/retention-page.tsx'), 'RetentionPage'),
});

const members = createRoute({
  getParentRoute: () => office,
  path: '/peserta',
  component: lazyRouteComponent(() => import('../members/member-search-page.tsx'), 'MemberSearchPage'),
});

const member = createRoute({
  getParentRoute: () => office,
  path: '/peserta/$memberId',
  component: lazyRouteComponent(() => import('../members/member-page.tsx'), 'MemberPage'),
});

const publicFigures = createRoute({
  getParentRoute: () => root,
  path: '/angka-publik',
  validateSearch: z.object({ area: AreaCode.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../figures/public-page.tsx'), 'PublicPage'),
});

const figures = createRoute({
  getParentRoute: () => office,
  path: '/angka',
  validateSearch: z.object({
    month: Month.optional().catch(undefined),
    version: z.coerce.number().int().optional().catch(undefined),
    area: AreaCode.optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../figures/figures-page.tsx'), 'FiguresPage'),
});

const figureCheck = createRoute({
  getParentRoute: () => office,
  path: '/angka/periksa',
  component: lazyRouteComponent(() => import('../figures/check-page.tsx'), 'CheckPage'),
});

const inbox = createRoute({
  getParentRoute: () => office,
  path: '/pandawa',
  validateSearch: z.object({
    box: ChatView.optional().catch(undefined),
    service: ChatService.optional().catch(undefined),
    level: z.enum(['within', 'over']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../chats/inbox-page.tsx'), 'InboxPage'),
});

const chat = createRoute({
  getParentRoute: () => office,
  path: '/pandawa/percakapan/$chatId',
  component: lazyRouteComponent(() => import('../chats/chat-page.tsx'), 'ChatPage'),
});

const chatSettings = createRoute({
  getParentRoute: () => office,
  path: '/pandawa/setelan',
  component: lazyRouteComponent(() => import('../chats/chat-settings-page.tsx'), 'ChatSettingsPage'),
});

const simulator = createRoute({
  getParentRoute: () => office,
  path: '/pandawa/simulator',
  component: lazyRouteComponent(() => import('../simulator/simulator-page.tsx'), 'SimulatorPage'),
});

const drive = createRoute({
  getParentRoute: () => office,
  path: '/reaktivasi',
  validateSearch: z.object({ area: AreaCode.optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('../drive/drive-page.tsx'), 'DrivePage'),
});

const workList = createRoute({
  getParentRoute: () => office,
  path: '/reaktivasi/daftar',
  validateSearch: z.object({
    area: AreaCode.optional().catch(undefined),
    kind: z.enum(['arrears', 'lapsed']).optional().catch(undefined),
    reason: z.string().max(40).optional().catch(undefined),
    segment: z.string().max(20).optional().catch(undefined),
    band: z.enum(['0', '1-3', '4-12', '13-24']).optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../drive/work-list-page.tsx'), 'WorkListPage'),
});

const campaigns = createRoute({
  getParentRoute: () => office,
  path: '/kampanye',
  component: lazyRouteComponent(() => import('../campaigns/campaigns-page.tsx'), 'CampaignsPage'),
});

/** A whole number in the address. */
const count = z.coerce.number().int().min(0).optional().catch(undefined);

const newCampaign = createRoute({
  getParentRoute: () => office,
  path: '/kampanye/baru',
  validateSearch: z.object({
    area: AreaCode.optional().catch(undefined),
    kind: Audience.shape.kind.catch(undefined),
    reason: Audience.shape.reason.catch(undefined),
    segment: Audience.shape.segment.catch(undefined),
    leastMonths: count,
    mostMonths: count,
    leastAmount: count,
    mostAmount: count,
  }),
  component: lazyRouteComponent(() => import('../campaigns/new-campaign-page.tsx'), 'NewCampaignPage'),
});

const campaign = createRoute({
  getParentRoute: () => office,
  path: '/kampanye/$campaignId',
  component: lazyRouteComponent(() => import('../campaigns/campaign-page.tsx'), 'CampaignPage'),
});

const money = createRoute({
  getParentRoute: () => office,
  path: '/iuran-masuk',
  component: lazyRouteComponent(() => import('../money/money-page.tsx'), 'MoneyPage'),
});

const payers = createRoute({
  getParentRoute: () => office,
  path: '/iuran-pihak-lain',
  component: lazyRouteComponent(() => import('../payers/payers-page.tsx'), 'PayersPage'),
});

const rules = createRoute({
  getParentRoute: () => office,
  path: '/aturan',
  component: lazyRouteComponent(() => import('../rules/rules-page.tsx'), 'RulesPage'),
});

const changeLists = createRoute({
  getParentRoute: () => office,
  path: '/daftar-perubahan',
  component: lazyRouteComponent(() => import('../change-lists/change-lists-page.tsx'), 'ChangeListsPage'),
});

const changeList = createRoute({
  getParentRoute: () => office,
  path: '/daftar-perubahan/$listId',
  component: lazyRouteComponent(() => import('../change-lists/change-list-page.tsx'), 'ChangeListPage'),
});

const monthClose = createRoute({
  getParentRoute: () => office,
  path: '/tutup-bulan',
  component: lazyRouteComponent(() => import('../month-close/month-close-page.tsx'), 'MonthClosePage'),
});

const account = createRoute({
  getParentRoute: () => office,
  path: '/akun',
  component: lazyRouteComponent(() => import('../account/account-page.tsx'), 'AccountPage'),
});

const users = createRoute({
  getParentRoute: () => office,
  path: '/pengguna',
  component: lazyRouteComponent(() => import('../users/users-page.tsx'), 'UsersPage'),
});

const user = createRoute({
  getParentRoute: () => office,
  path: '/pengguna/$username',
  component: lazyRouteComponent(() => import('../users/user-page.tsx'), 'UserPage'),
});

const clients = createRoute({
  getParentRoute: () => office,
  path: '/klien-api',
  component: lazyRouteComponent(() => import('../clients/clients-page.tsx'), 'ClientsPage'),
});

const audit = createRoute({
  getParentRoute: () => privacy,
  path: 'audit',
  component: lazyRouteComponent(() => import('../audit/audit-page.tsx'), 'AuditPage'),
});

/** Every address of the office app. */
export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    publicFigures,
    office.addChildren([
      home,
      wizard,
      privacy.addChildren([
        requests,
        newRequest,
        request,
        breaches,
        newBreach,
        breach,
        retention,
        privacySettings,
        audit,
      ]),
      run.addChildren([results, progress, areas, list, person, card, review, model, print]),
      compare,
      members,
      member,
      ...pesiarPages,
      inbox,
      chat,
      chatSettings,
      simulator,
      drive,
      figures,
      figureCheck,
      workList,
      campaigns,
      newCampaign,
      campaign,
      money,
      payers,
      rules,
      changeLists,
      changeList,
      monthClose,
      method,
      licences,
      backups,
      account,
      users,
      user,
      clients,
    ]),
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  defaultPreloadDelay: 80,
  scrollRestoration: true,
  defaultPendingComponent: () => <Loading lines={6} />,
  defaultErrorComponent: PageFailure,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
