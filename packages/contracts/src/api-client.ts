import { z } from 'zod';
import { IsoInstant } from './paging.ts';
import type { Route } from './route.ts';

/** What an API client may be allowed. */
export const ApiScope = z.enum(['eligibility.read', 'bill.read', 'payment.add', 'utilisation.add']);
export type ApiScope = z.infer<typeof ApiScope>;

/** api-key: a secret in the Authorization header; hmac: X-cons-id, X-timestamp and X-signature. */
export const ApiClientKind = z.enum(['api-key', 'hmac']);
export type ApiClientKind = z.infer<typeof ApiClientKind>;

const Limit = z.int().min(1).max(1_000_000);
const Scopes = z.array(ApiScope).min(1);
const Facility = z
  .string()
  .regex(/^[0-9A-Z]{8}$/)
  .describe('Code of the facility it speaks for: it sees and enters visits of this one alone');
const UserKey = z
  .string()
  .regex(/^[\x21-\x7e]{4,64}$/)
  .describe('What the header user_key must hold; any when absent');

/** A program that may call the API, with the beginnings of its secrets. */
export const ApiClient = z
  .object({
    id: z.string().describe('Also the cons-id of clients that sign their requests'),
    name: z.string(),
    kind: ApiClientKind,
    scopes: z.array(z.string()),
    requestsPerMinute: z.int(),
    facility: z.string().nullable().describe('Facility a hospital system speaks for'),
    facilityName: z.string().nullable(),
    userKey: z.string().nullable().describe('Expected in the header user_key; null: any'),
    createdAt: IsoInstant,
    createdBy: z.string(),
    revokedAt: IsoInstant.nullable(),
    credentials: z.array(
      z.object({
        id: z.int(),
        prefix: z.string(),
        createdAt: IsoInstant,
        expiresAt: IsoInstant.nullable(),
        lastUsedAt: IsoInstant.nullable(),
        holds: z.boolean().describe('False when it is expired or the client is revoked'),
      }),
    ),
  })
  .meta({ id: 'ApiClient' });
export type ApiClient = z.infer<typeof ApiClient>;
export const ApiClientList = z.object({ items: z.array(ApiClient) });

/** A health facility a client may speak for. */
export const FacilityOption = z.object({ code: z.string(), name: z.string() });
export type FacilityOption = z.infer<typeof FacilityOption>;

/** A client with its new secret, which is shown once. */
export const IssuedSecret = z.object({ client: ApiClient, secret: z.string() });
export type IssuedSecret = z.infer<typeof IssuedSecret>;

/** Whom a program's credentials belong to and what they allow. */
export const OwnClient = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: ApiClientKind,
    scopes: z.array(z.string()),
    requestsPerMinute: z.int(),
    credentialExpiresAt: IsoInstant.nullable(),
  })
  .meta({ id: 'OwnClient' });
export type OwnClient = z.infer<typeof OwnClient>;

const tag = 'clients';
const action = 'api-client.manage';
const params = z.object({ id: z.string().max(40) });

/** Routes of API clients: their administration, and what they can ask about themselves. */
export const apiClientRoutes = {
  listApiClients: {
    action,
    method: 'GET',
    path: '/clients',
    tag,
    summary: 'API clients',
    response: ApiClientList,
  },
  createApiClient: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/clients',
    tag,
    summary: 'Add an API client; its secret is shown once',
    secret: true,
    body: z.object({
      name: z
        .string()
        .trim()
        .min(2)
        .max(100)
        .regex(/^(?!.*\d{8})/),
      kind: ApiClientKind,
      scopes: Scopes,
      requestsPerMinute: Limit.default(600),
      facility: Facility.optional(),
      userKey: UserKey.optional(),
    }),
    response: IssuedSecret,
    status: 201,
  },
  listClientFacilities: {
    action,
    method: 'GET',
    path: '/clients/facilities',
    tag,
    summary: 'Health facilities a client may speak for, by name',
    response: z.object({ items: z.array(FacilityOption) }),
  },
  changeApiClient: {
    action,
    recordsItself: true,
    method: 'PUT',
    path: '/clients/:id',
    tag,
    summary: 'Change what a client may do and how often',
    params,
    body: z.object({
      scopes: Scopes,
      requestsPerMinute: Limit,
      facility: Facility.nullable().optional(),
      userKey: UserKey.nullable().optional(),
    }),
    response: ApiClient,
  },
  rotateApiClient: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/clients/:id/rotate',
    tag,
    summary: 'A new secret, shown once; the old one holds for so many hours more',
    secret: true,
    params,
    body: z.object({ overlapHours: z.number().min(0).max(720).default(24) }),
    response: IssuedSecret,
  },
  revokeApiClient: {
    action,
    recordsItself: true,
    method: 'POST',
    path: '/clients/:id/revoke',
    tag,
    summary: 'End a client at once and for good',
    params,
    response: ApiClient,
  },
  getOwnClient: {
    method: 'GET',
    path: '/client',
    tag,
    summary: 'Whom the credentials of this request belong to',
    session: false,
    response: OwnClient,
  },
} as const satisfies Record<string, Route>;
