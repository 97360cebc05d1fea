import { z } from 'zod';
import { accountRoutes } from './account.ts';
import { apiClientRoutes } from './api-client.ts';
import {
  AreaCode,
  AreaFiguresList,
  AreaFiguresQuery,
  AreaList,
  AreasQuery,
  BanjarFiguresList,
  BoundaryCollection,
  BoundaryImport,
} from './area.ts';
import { auditRoutes } from './audit.ts';
import { backupRoutes } from './backup.ts';
import { breachRoutes } from './breach.ts';
import { campaignRoutes } from './campaign.ts';
import { caseRoutes } from './case.ts';
import { changeListRoutes } from './change-list.ts';
import { chatRoutes } from './chat.ts';
import { commandPostRoutes } from './command-post.ts';
import { ComparisonPage, ComparisonQuery } from './comparison.ts';
import { deskRoutes } from './desk.ts';
import { deviceRoutes } from './device.ts';
import { driveRoutes } from './drive.ts';
import { eligibilityRoutes } from './eligibility.ts';
import { exportRoutes } from './export-order.ts';
import { figuresRoutes } from './figures.ts';
import { ledgerRoutes } from './ledger.ts';
import { PrintList, PrintQuery } from './listing.ts';
import { membershipRoutes } from './membership.ts';
import { membershipActRoutes } from './membership-act.ts';
import { monthCloseRoutes } from './month-close.ts';
import { ownRoutes } from './own.ts';
import { payerBillRoutes } from './payer-bill.ts';
import {
  Decision,
  MemberDetail,
  PeoplePage,
  PeopleQuery,
  PeopleSearch,
  PersonDetail,
  UnmaskedNumbers,
  UnmaskReason,
} from './person.ts';
import { pesiarLetterRoutes } from './pesiar-letter.ts';
import { privacyOverviewRoutes } from './privacy-overview.ts';
import { privacySettingRoutes } from './privacy-setting.ts';
import { publicFiguresRoutes } from './public-figures.ts';
import { retentionRoutes } from './retention.ts';
import { DecisionInput, DecisionPage, DecisionsQuery, ReviewPage, ReviewQuery } from './review.ts';
import type { Route } from './route.ts';
import { ruleSettingRoutes } from './rule-setting.ts';
import { ConfirmQuery, EventsQuery, Run, RunFileName, RunOrder, RunPage, RunsQuery } from './run.ts';
import { Session } from './session.ts';
import { signInRoutes } from './sign-in.ts';
import { simulatorRoutes } from './simulator.ts';
import { snapshotRoutes } from './snapshot.ts';
import { subjectRequestRoutes } from './subject-request.ts';
import { RunSummary } from './summary.ts';
import { syncRoutes } from './sync.ts';
import { DemoFiles, MappingCorrection, Upload, UploadList, UploadProfile, UploadQuery } from './upload.ts';
import { userRoutes } from './user.ts';
import { utilisationRoutes } from './utilisation.ts';
import { writeOffRoutes } from './write-off.ts';

const id = z.object({ id: z.string() });
const person = z.object({ id: z.string(), residentKey: z.coerce.number().int() });

/** Every route of the office API. The server registers exactly these; a client calls exactly these. */
export const routes = {
  ...signInRoutes,
  ...accountRoutes,
  ...userRoutes,
  ...apiClientRoutes,
  getSession: {
    action: 'session.own',
    method: 'GET',
    path: '/session',
    tag: 'session',
    summary: 'Who is signed in',
    response: Session,
  },
  signOut: {
    method: 'DELETE',
    path: '/session',
    tag: 'session',
    summary: 'Sign out',
    status: 204,
    session: false,
  },

  createUpload: {
    action: 'upload.manage',
    method: 'POST',
    path: '/uploads',
    tag: 'uploads',
    summary: 'Send a register file as the raw body; answers with what its columns were taken for',
    query: UploadQuery,
    consumes: 'application/octet-stream',
    response: Upload,
    status: 201,
  },
  listUploads: {
    action: 'upload.manage',
    method: 'GET',
    path: '/uploads',
    tag: 'uploads',
    summary: 'Files',
    response: UploadList,
  },
  getUpload: {
    action: 'upload.manage',
    method: 'GET',
    path: '/uploads/:id',
    tag: 'uploads',
    summary: 'One file',
    params: id,
    response: Upload,
  },
  correctMapping: {
    action: 'upload.manage',
    method: 'PUT',
    path: '/uploads/:id/mapping',
    tag: 'uploads',
    summary: 'Correct what the columns are; remembered for files with the same headers',
    params: id,
    body: MappingCorrection,
    response: Upload,
  },
  getUploadProfile: {
    action: 'upload.manage',
    method: 'GET',
    path: '/uploads/:id/profile',
    tag: 'uploads',
    summary: 'Data quality of a file',
    params: id,
    response: UploadProfile,
  },
  deleteUpload: {
    action: 'upload.manage',
    method: 'DELETE',
    path: '/uploads/:id',
    tag: 'uploads',
    summary: 'Delete a file that no queued or running run uses',
    params: id,
    status: 204,
  },
  getDemoFiles: {
    action: 'upload.manage',
    method: 'GET',
    path: '/demo-files',
    tag: 'uploads',
    summary: "The demo branch's two files",
    response: DemoFiles,
  },

  createRun: {
    action: 'run.manage',
    method: 'POST',
    path: '/runs',
    tag: 'runs',
    summary: 'Order a mapping run',
    body: RunOrder,
    response: Run,
    status: 202,
  },
  listRuns: {
    action: 'run.read',
    method: 'GET',
    path: '/runs',
    tag: 'runs',
    summary: 'Runs, newest first',
    query: RunsQuery,
    response: RunPage,
  },
  getRun: {
    action: 'run.read',
    method: 'GET',
    path: '/runs/:id',
    tag: 'runs',
    summary: 'One run',
    params: id,
    response: Run,
  },
  cancelRun: {
    action: 'run.manage',
    method: 'POST',
    path: '/runs/:id/cancel',
    tag: 'runs',
    summary: 'Stop a queued or running run',
    params: id,
    response: Run,
    status: 202,
  },
  resumeRun: {
    action: 'run.manage',
    method: 'POST',
    path: '/runs/:id/resume',
    tag: 'runs',
    summary: 'Start an interrupted, failed or cancelled run again',
    params: id,
    response: Run,
    status: 202,
  },
  deleteRun: {
    action: 'run.delete',
    method: 'DELETE',
    path: '/runs/:id',
    tag: 'runs',
    summary: 'Delete a run and everything it found; needs confirm=true',
    params: id,
    query: ConfirmQuery,
    status: 204,
  },
  events: {
    action: 'run.read',
    method: 'GET',
    path: '/events',
    tag: 'runs',
    summary: 'Progress as server-sent events named "run"; resumes after Last-Event-ID',
    query: EventsQuery,
    produces: 'text/event-stream',
  },
  getSummary: {
    action: 'figures.read',
    method: 'GET',
    path: '/runs/:id/summary',
    tag: 'results',
    summary: 'Funnel, tiers, model, calibration and reconciliation of a finished run',
    params: id,
    response: RunSummary,
  },
  listAreaFigures: {
    action: 'figures.read',
    method: 'GET',
    path: '/runs/:id/areas',
    tag: 'results',
    summary: 'Figures by area',
    params: id,
    query: AreaFiguresQuery,
    response: AreaFiguresList,
  },
  listBanjarFigures: {
    action: 'figures.read',
    method: 'GET',
    path: '/runs/:id/banjars',
    tag: 'results',
    summary: 'Figures by banjar of one village',
    params: id,
    query: z.object({ area: AreaCode }),
    response: BanjarFiguresList,
  },
  listPeople: {
    action: 'list.read',
    method: 'GET',
    path: '/runs/:id/people',
    tag: 'results',
    summary: 'A list of people, filtered, sorted and paged',
    params: id,
    query: PeopleQuery,
    response: PeoplePage,
  },
  searchPeople: {
    action: 'list.read',
    method: 'POST',
    path: '/runs/:id/search',
    tag: 'results',
    summary: 'The same with the filters in the body: for a NIK, KK or card number',
    params: id,
    body: PeopleSearch,
    response: PeoplePage,
  },
  getPerson: {
    action: 'person.read',
    method: 'GET',
    path: '/runs/:id/people/:residentKey',
    tag: 'results',
    summary: 'Both records side by side with the evidence, the household and the decisions',
    params: person,
    response: PersonDetail,
  },
  unmaskPerson: {
    action: 'person.unmask',
    method: 'POST',
    path: '/runs/:id/people/:residentKey/unmask',
    tag: 'results',
    summary: 'Full numbers of one person; recorded with the reason',
    params: person,
    body: UnmaskReason,
    response: UnmaskedNumbers,
  },
  getMember: {
    action: 'person.read',
    method: 'GET',
    path: '/runs/:id/members/:memberKey',
    tag: 'results',
    summary: 'One member card',
    params: z.object({ id: z.string(), memberKey: z.coerce.number().int() }),
    response: MemberDetail,
  },

  listReview: {
    action: 'review.read',
    method: 'GET',
    path: '/runs/:id/review',
    tag: 'review',
    summary: 'Doubtful pairs, the most informative first',
    params: id,
    query: ReviewQuery,
    response: ReviewPage,
  },
  decide: {
    action: 'decision.add',
    method: 'POST',
    path: '/runs/:id/decisions',
    tag: 'review',
    summary: 'Record a decision on a pair',
    params: id,
    body: DecisionInput,
    response: Decision,
    status: 201,
  },
  listDecisions: {
    action: 'review.read',
    method: 'GET',
    path: '/decisions',
    tag: 'review',
    summary: 'Decisions, newest first, with counters',
    query: DecisionsQuery,
    response: DecisionPage,
  },

  exportBanjarFigures: {
    action: 'figures.read',
    method: 'GET',
    path: '/runs/:id/banjars/export',
    tag: 'results',
    summary: 'Banjar figures of a village as CSV for outside: counts under five are hidden',
    params: id,
    query: z.object({ area: AreaCode }),
    produces: 'text/csv',
  },
  compareRuns: {
    action: 'list.read',
    method: 'GET',
    path: '/runs/compare',
    tag: 'results',
    summary: 'What changed between two runs',
    query: ComparisonQuery,
    response: ComparisonPage,
  },
  printList: {
    action: 'print.people',
    method: 'GET',
    path: '/runs/:id/print',
    tag: 'results',
    summary: 'Lists of one village for printing, by banjar',
    params: id,
    query: PrintQuery,
    response: PrintList,
  },
  getRunFile: {
    action: 'run-file.read',
    method: 'GET',
    path: '/runs/:id/files/:name',
    tag: 'results',
    summary: 'Figures, report and timings the run wrote',
    params: z.object({ id: z.string(), name: RunFileName }),
    produces: 'application/octet-stream',
  },

  listAreas: {
    action: 'area.read',
    method: 'GET',
    path: '/areas',
    tag: 'areas',
    summary: 'Areas',
    query: AreasQuery,
    response: AreaList,
  },
  getBoundaries: {
    action: 'area.read',
    method: 'GET',
    path: '/areas/boundaries',
    tag: 'areas',
    summary: 'Village boundaries as GeoJSON, if imported',
    response: BoundaryCollection,
    produces: 'application/geo+json',
  },
  importBoundaries: {
    action: 'area.manage',
    method: 'POST',
    path: '/areas/boundaries',
    tag: 'areas',
    summary: 'Import village boundaries from GeoJSON',
    consumes: 'application/geo+json',
    response: BoundaryImport,
    status: 201,
  },

  ...exportRoutes,
  ...subjectRequestRoutes,
  ...breachRoutes,
  ...retentionRoutes,
  ...privacySettingRoutes,
  ...privacyOverviewRoutes,
  ...auditRoutes,
  ...backupRoutes,
  ...membershipRoutes,
  ...ledgerRoutes,
  ...payerBillRoutes,
  ...ruleSettingRoutes,
  ...writeOffRoutes,
  ...monthCloseRoutes,
  ...changeListRoutes,
  ...driveRoutes,
  ...campaignRoutes,
  ...caseRoutes,
  ...deskRoutes,
  ...commandPostRoutes,
  ...pesiarLetterRoutes,
  ...deviceRoutes,
  ...syncRoutes,
  ...eligibilityRoutes,
  ...figuresRoutes,
  ...utilisationRoutes,
  ...publicFiguresRoutes,
  ...snapshotRoutes,
  ...chatRoutes,
  ...membershipActRoutes,
  ...simulatorRoutes,
  ...ownRoutes,
} as const satisfies Record<string, Route>;

export type RouteName = keyof typeof routes;
