import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Decided, Whom } from '../../eligibility/eligibility-desk.ts';
import { capabilityStatement } from '../../fhir/capability-statement.ts';
import {
  coverageResource,
  eligibilityResponse,
  unknownMemberResponse,
} from '../../fhir/coverage-resources.ts';
import { FhirFailure, operationOutcome } from '../../fhir/fhir-failure.ts';
import type { BundleEntry, FhirResource } from '../../fhir/fhir-types.ts';
import { requireJson } from '../../fhir/media-types.ts';
import { readRequest } from '../../fhir/read-request.ts';
import { readSearch } from '../../fhir/search-coverage.ts';
import type { Services } from '../../services.ts';
import { depthOf } from '../json-body.ts';

const fhirJson = 'application/fhir+json; charset=utf-8';
/** Entries of one batch. */
const mostEntries = 100;

/** The hospital door in FHIR R4. Every failure is an OperationOutcome. */
export function fhirRoutes(app: FastifyInstance, services: Services, version: string): void {
  const { clientGate, eligibility, now } = services;
  const hidden = { schema: { hide: true } };
  const inside = {
    ...hidden,
    preHandler: clientGate.requireClient('eligibility.read', { repeatable: true }),
  };
  const send = (reply: FastifyReply, resource: FhirResource, status = 200) =>
    reply
      .status(status)
      .header('cache-control', 'no-store')
      .header('content-type', fhirJson)
      .send(JSON.stringify(resource));

  const answer = async (request: FastifyRequest, body: unknown): Promise<FhirResource> => {
    const { whom, patient, day, request: asked } = readRequest(body);
    const decided = await eligibility.ask(request, 'fhir', whom, { day });
    const context = {
      request: asked,
      patient,
      day: day ?? eligibility.today(),
      created: now().toISOString(),
      id: request.id,
    };
    return decided ? eligibilityResponse(context, decided) : unknownMemberResponse(context);
  };
  const read = async (request: FastifyRequest, id: string): Promise<FhirResource> => {
    const decided = /^\d{1,9}$/.test(id)
      ? await eligibility.ask(request, 'fhir', { memberId: Number(id) })
      : undefined;
    if (!decided) throw new FhirFailure(404, 'not-found', 'Coverage tidak ditemukan.');
    return coverageResource(decided);
  };
  const search = async (
    request: FastifyRequest,
    parameters: Record<string, unknown>,
  ): Promise<FhirResource> => {
    const handling = /\bhandling=lenient\b/.test(String(request.headers.prefer ?? '')) ? 'lenient' : 'strict';
    const { groups, onlyCount, ignored } = readSearch(parameters, handling);
    spend(request, groups);
    const found = (await whoIsIn(request, groups)).map(coverageResource);
    const base = addressOf(request);
    const ids = found.map(({ id }) => id).join(',');
    const entry = [
      ...(onlyCount
        ? []
        : found.map((resource) => ({
            fullUrl: `${base}/Coverage/${resource.id}`,
            resource,
            search: { mode: 'match' },
          }))),
      ...(ignored.length === 0 ? [] : [{ resource: passedOver(ignored), search: { mode: 'outcome' } }]),
    ];
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: found.length,
      // Without the numbers that were asked for: addresses are written down in many places.
      link: [{ relation: 'self', url: `${base}/Coverage${ids && `?_id=${ids}`}` }],
      ...(entry.length > 0 && { entry }),
    };
  };
  const spent = new WeakMap<FastifyRequest, number>();
  /** A batch of searches asks for no more people than one of questions: the limit of a client counts requests. */
  const spend = (request: FastifyRequest, groups: readonly (readonly unknown[])[]) => {
    const numbers = groups.reduce((sum, group) => sum + group.length, spent.get(request) ?? 0);
    if (numbers > mostEntries)
      throw new FhirFailure(413, 'too-costly', `Paling banyak ${mostEntries} nomor dalam satu permintaan.`);
    spent.set(request, numbers);
  };
  /** Who is named in every group. */
  const whoIsIn = async (
    request: FastifyRequest,
    groups: readonly (readonly (Whom | undefined)[])[],
  ): Promise<Decided[]> => {
    const named = await Promise.all(
      groups.map(async (group) => {
        const asked = group.map((whom) => whom && eligibility.ask(request, 'fhir', whom));
        const decided = (await Promise.all(asked)).filter((one) => one !== undefined);
        return new Map(decided.map((one) => [one.member.member_id, one]));
      }),
    );
    const [first = new Map<number, Decided>(), ...others] = named;
    return [...first.values()].filter(({ member }) => others.every((group) => group.has(member.member_id)));
  };

  app.register(
    (scoped, _options, done) => {
      scoped.removeAllContentTypeParsers();
      scoped.addContentTypeParser(
        ['application/fhir+json', 'application/json'],
        { parseAs: 'string' },
        (_request, body, parsed) => {
          const text = String(body);
          try {
            if (depthOf(text) > 32) throw new Error('too deep');
            parsed(null, text === '' ? undefined : JSON.parse(text));
          } catch {
            parsed(new FhirFailure(400, 'invalid', 'Isi permintaan bukan JSON yang benar.'));
          }
        },
      );
      scoped.addContentTypeParser(
        'application/x-www-form-urlencoded',
        { parseAs: 'string' },
        (_request, body, parsed) => parsed(null, parametersOf(String(body))),
      );
      scoped.addHook('onRequest', async (request) => requireJson(request));
      scoped.setErrorHandler((error, request, reply) => {
        const { status, body } = operationOutcome(error, request.id);
        if (status >= 500) request.log.error({ type: (error as Error).name }, 'request failed');
        return send(reply, body, status);
      });
      scoped.setNotFoundHandler((request, reply) => {
        const { status, body } = operationOutcome(
          new FhirFailure(404, 'not-supported', 'Alamat FHIR tidak dikenal.'),
          request.id,
        );
        return send(reply, body, status);
      });
      scoped.get('/metadata', hidden, (request, reply) =>
        send(reply, capabilityStatement(addressOf(request), version)),
      );
      for (const url of ['/CoverageEligibilityRequest', '/CoverageEligibilityRequest/$submit'])
        scoped.post(url, inside, async (request, reply) => send(reply, await answer(request, request.body)));
      scoped.get('/Coverage/:id', inside, async (request, reply) =>
        send(reply, await read(request, (request.params as { id: string }).id)),
      );
      scoped.get('/Coverage', inside, async (request, reply) =>
        send(reply, await search(request, request.query as Record<string, unknown>)),
      );
      scoped.post('/Coverage/_search', inside, async (request, reply) =>
        send(
          reply,
          await search(request, { ...(request.query as object), ...((request.body as object) ?? {}) }),
        ),
      );
      const batch = async (request: FastifyRequest, reply: FastifyReply) => {
        const { resourceType, type, entry = [] } = (request.body ?? {}) as Record<string, unknown>;
        if (resourceType !== 'Bundle' || type !== 'batch' || !Array.isArray(entry))
          throw new FhirFailure(400, 'invalid', 'Di sini hanya Bundle bertipe batch.');
        if (entry.length > mostEntries)
          throw new FhirFailure(413, 'invalid', `Paling banyak ${mostEntries} isian sekaligus.`);
        const one = async (item: BundleEntry | null) => {
          try {
            return { resource: await dispatch(request, item), response: { status: '200 OK' } };
          } catch (error) {
            const { status, body } = operationOutcome(error, request.id);
            return { response: { status: String(status), outcome: body } };
          }
        };
        return send(reply, {
          resourceType: 'Bundle',
          type: 'batch-response',
          entry: await Promise.all(entry.map(one)),
        });
      };
      const dispatch = async (request: FastifyRequest, item: BundleEntry | null): Promise<FhirResource> => {
        const { method, url = '' } = item?.request ?? {};
        const [path = '', query = ''] = String(url)
          .replace(/^https?:\/\/[^/]+\/fhir\//, '')
          .split('?');
        if (method === undefined) throw new FhirFailure(400, 'invalid', 'Isian tanpa request.method.');
        if (method === 'POST' && /^\/?CoverageEligibilityRequest(\/\$submit)?$/.test(path))
          return answer(request, item?.resource);
        const id = /^\/?Coverage\/([^/]+)$/.exec(path)?.[1];
        if (method === 'GET' && id !== undefined) return read(request, id);
        if (method === 'GET' && /^\/?Coverage$/.test(path)) return search(request, parametersOf(query));
        throw new FhirFailure(404, 'not-supported', 'Permintaan ini tidak dikenal.');
      };
      scoped.post('/', inside, batch);
      done();
    },
    { prefix: '/fhir' },
  );
}

/** The address of this interface as the client called it. */
function addressOf({ protocol, host }: FastifyRequest): string {
  return `${protocol}://${host}/fhir`;
}

/** Parameters of a query or form; one that comes again is a list. */
function parametersOf(text: string): Record<string, string[]> {
  const given = new URLSearchParams(text);
  return Object.fromEntries([...new Set(given.keys())].map((name) => [name, given.getAll(name)]));
}

/** Tells a client that wanted it so which parameters did not count. */
function passedOver(names: readonly string[]): FhirResource {
  return {
    resourceType: 'OperationOutcome',
    issue: [
      {
        severity: 'warning',
        code: 'not-supported',
        details: { text: `Parameter tidak dikenal, tidak dipakai: ${names.join(', ')}` },
      },
    ],
  };
}
