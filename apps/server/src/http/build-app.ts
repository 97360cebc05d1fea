import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { apiPrefix } from '@jangkau/contracts';
import { maskNumbersIn } from '@jangkau/kernel';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { Services } from '../services.ts';
import { doorAddress } from './door-address.ts';
import { jsonBodies } from './json-body.ts';
import { officePages } from './office-pages.ts';
import { refuseOtherSites } from './own-origin.ts';
import { phonePages } from './phone-pages.ts';
import { problemDocument, readLanguage } from './problem-document.ts';
import { rateLimits } from './rate-limits.ts';
import { accountRoutes } from './routes/account-routes.ts';
import { apiClientRoutes } from './routes/api-client-routes.ts';
import { areaRoutes } from './routes/area-routes.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { backupRoutes } from './routes/backup-routes.ts';
import { breachRoutes } from './routes/breach-routes.ts';
import { campaignRoutes } from './routes/campaign-routes.ts';
import { caseRoutes } from './routes/case-routes.ts';
import { changeListRoutes } from './routes/change-list-routes.ts';
import { chatRoutes } from './routes/chat-routes.ts';
import { chatSettingRoutes } from './routes/chat-setting-routes.ts';
import { commandPostRoutes } from './routes/command-post-routes.ts';
import { deskRoutes } from './routes/desk-routes.ts';
import { deviceRoutes } from './routes/device-routes.ts';
import { driveRoutes } from './routes/drive-routes.ts';
import { eligibilityRoutes } from './routes/eligibility-routes.ts';
import { eventRoutes } from './routes/event-routes.ts';
import { exportRoutes } from './routes/export-routes.ts';
import { fhirRoutes } from './routes/fhir-routes.ts';
import { figuresRoutes } from './routes/figures-routes.ts';
import { healthRoutes } from './routes/health-routes.ts';
import { ledgerRoutes } from './routes/ledger-routes.ts';
import { membershipActRoutes } from './routes/membership-act-routes.ts';
import { membershipRoutes } from './routes/membership-routes.ts';
import { metricsRoutes } from './routes/metrics-routes.ts';
import { monthCloseRoutes } from './routes/month-close-routes.ts';
import { ownRoutes } from './routes/own-routes.ts';
import { payerBillRoutes } from './routes/payer-bill-routes.ts';
import { peopleRoutes } from './routes/people-routes.ts';
import { pesiarLetterRoutes } from './routes/pesiar-letter-routes.ts';
import { privacyOverviewRoutes } from './routes/privacy-overview-routes.ts';
import { privacySettingRoutes } from './routes/privacy-setting-routes.ts';
import { publicFiguresRoutes } from './routes/public-figures-routes.ts';
import { resultRoutes } from './routes/result-routes.ts';
import { retentionRoutes } from './routes/retention-routes.ts';
import { reviewRoutes } from './routes/review-routes.ts';
import { ruleSettingRoutes } from './routes/rule-setting-routes.ts';
import { runRoutes } from './routes/run-routes.ts';
import { sessionRoutes } from './routes/session-routes.ts';
import { simulatedGraphRoutes } from './routes/simulated-graph-routes.ts';
import { simulatedTemplateRoutes } from './routes/simulated-template-routes.ts';
import { simulatorRoutes } from './routes/simulator-routes.ts';
import { snapshotRoutes } from './routes/snapshot-routes.ts';
import { subjectRequestRoutes } from './routes/subject-request-routes.ts';
import { syncRoutes } from './routes/sync-routes.ts';
import { uploadRoutes } from './routes/upload-routes.ts';
import { userRoutes } from './routes/user-routes.ts';
import { utilisationRoutes } from './routes/utilisation-routes.ts';
import { vclaimRoutes } from './routes/vclaim-routes.ts';
import { whatsappRoutes } from './routes/whatsapp-routes.ts';
import { writeOffRoutes } from './routes/write-off-routes.ts';
import { securityHeaders } from './security-headers.ts';

const version = '0.1.0';

/** The HTTP side of the server, not yet listening. */
export async function buildApp(
  services: Services,
  logger: FastifyBaseLogger | false,
): Promise<FastifyInstance> {
  const app = Fastify({
    ...(logger === false ? { logger: false } : { loggerInstance: logger }),
    trustProxy: services.settings.trustProxy,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    bodyLimit: 1024 ** 2,
    // A HEAD of a download or of the events would do all the work and send nothing.
    exposeHeadRoutes: false,
    // An upload of gigabytes takes as long as it takes; a stalled connection does not get to stay.
    requestTimeout: 0,
    connectionTimeout: 120_000,
    // Answers on their way are waited for; whoever closes sets the deadline.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    rewriteUrl: (request) => doorAddress(request.url ?? '/'),
    // Addresses that never reach a route.
    frameworkErrors: sendProblem,
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(sendProblem);
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
    refuseOtherSites(request);
    if (request.url.startsWith(apiPrefix)) reply.header('cache-control', 'no-store');
  });
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    // A connection that is kept for more would keep the server from ending.
    if (closing) reply.header('connection', 'close');
  });
  app.addHook('onResponse', async (request, reply) => {
    // The pattern of the route, not the address: addresses may carry what somebody searched for.
    const { method, routeOptions } = request;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const route = routeOptions.url ?? '(page)';
    services.metrics.answered({ method, route, status: reply.statusCode, seconds: reply.elapsedTime / 1000 });
    request.log.info({ method, route, status: reply.statusCode, ms }, 'request');
  });
  await app.register(cookie);
  await securityHeaders(app, { https: services.settings.trustProxy });
  await rateLimits(app, services.settings.requestsPerMinute);
  jsonBodies(app);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jangkau',
        version,
        description: 'API of the Jangkau office. Errors are RFC 9457 documents.',
      },
      components: {
        securitySchemes: {
          apiKey: { type: 'http', scheme: 'bearer' },
          signature: { type: 'apiKey', in: 'header', name: 'x-signature' },
        },
      },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: `${apiPrefix}/docs`, staticCSP: true });
  app.get(`${apiPrefix}/openapi.json`, { schema: { hide: true } }, async () => app.swagger());
  // In a plugin, so that the documentation sees them all.
  await app.register((api, _options, done) => {
    healthRoutes(api, services, version);
    metricsRoutes(api, services);
    sessionRoutes(api, services);
    accountRoutes(api, services);
    userRoutes(api, services);
    apiClientRoutes(api, services);
    uploadRoutes(api, services);
    runRoutes(api, services);
    eventRoutes(api, services);
    resultRoutes(api, services);
    peopleRoutes(api, services);
    reviewRoutes(api, services);
    areaRoutes(api, services);
    exportRoutes(api, services);
    subjectRequestRoutes(api, services);
    breachRoutes(api, services);
    retentionRoutes(api, services);
    privacySettingRoutes(api, services);
    privacyOverviewRoutes(api, services);
    auditRoutes(api, services);
    backupRoutes(api, services);
    monthCloseRoutes(api, services);
    membershipRoutes(api, services);
    ledgerRoutes(api, services);
    payerBillRoutes(api, services);
    ruleSettingRoutes(api, services);
    writeOffRoutes(api, services);
    deviceRoutes(api, services);
    syncRoutes(api, services);
    driveRoutes(api, services);
    campaignRoutes(api, services);
    figuresRoutes(api, services);
    publicFiguresRoutes(api, services);
    changeListRoutes(api, services);
    caseRoutes(api, services);
    deskRoutes(api, services);
    commandPostRoutes(api, services);
    pesiarLetterRoutes(api, services);
    eligibilityRoutes(api, services);
    utilisationRoutes(api, services);
    vclaimRoutes(api, services);
    fhirRoutes(api, services, version);
    whatsappRoutes(api, services);
    chatSettingRoutes(api, services);
    chatRoutes(api, services);
    membershipActRoutes(api, services);
    simulatedGraphRoutes(api, services);
    simulatorRoutes(api, services);
    simulatedTemplateRoutes(api, services);
    snapshotRoutes(api, services);
    ownRoutes(api, services);
    done();
  });
  await phonePages(app, '/field/', services.settings.fieldDir);
  await phonePages(app, '/member/', services.settings.memberDir);
  await officePages(app, services.settings.officeDir);
  return app;
}

/** Answers any failure with its problem document. */
function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply) {
  const problem = problemDocument(error, readLanguage(request.headers['accept-language']), request.id);
  if (problem.status >= 500)
    request.log.error({ err: loggable(error), code: problem.code }, 'request failed');
  const wait = problem.retryAfter ?? (problem.status === 503 ? 5 : undefined);
  if (wait !== undefined) reply.header('retry-after', wait);
  return reply
    .status(problem.status)
    .header('cache-control', 'no-store')
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer(JSON.stringify)
    .send(problem);
}

/** What may be logged of an error: PostgreSQL's details repeat the values of rows. */
function loggable(error: unknown): {
  type: string;
  message: string;
  stack?: string | undefined;
  code?: unknown;
} {
  if (!(error instanceof Error)) return { type: typeof error, message: 'not an Error' };
  const { name, message, stack } = error;
  const hidden = (text: string | undefined) => text && maskNumbersIn(text);
  return {
    type: name,
    message: maskNumbersIn(message),
    stack: hidden(stack),
    code: (error as { code?: unknown }).code,
  };
}
