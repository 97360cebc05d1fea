import { membershipRoutes as routes } from '@jangkau/contracts';
import { recipesAgree, virtualAccount } from '@jangkau/contributions';
import { parseCardNumber } from '@jangkau/kernel';
import { type MembershipSettings, reasonWords } from '@jangkau/membership';
import {
  type MemberPlace,
  MemberRepository,
  type MembershipDetail,
  memberTotals,
  searchMembers,
} from '@jangkau/store';
import type { FastifyInstance } from 'fastify';
import { dueOf } from '../../eligibility/due-of.ts';
import { reasonOf } from '../../eligibility/reason-of.ts';
import { today } from '../../runs/run-service.ts';
import type { Services } from '../../services.ts';
import { ApiProblem } from '../api-problem.ts';
import { decodeCursor, encodeCursor } from '../cursor.ts';
import type { Language } from '../problem-document.ts';
import { registerRoute } from '../register-route.ts';

/** Members: who is covered, since when, by whom, and why not. */
export function membershipRoutes(app: FastifyInstance, services: Services): void {
  registerRoute(app, services, routes.searchMembers, async ({ db, body, note }) => {
    const { search, area, limit } = body;
    const list = [search, area];
    const { items, next } = await searchMembers(db, search, {
      limit,
      area,
      after: readPlace(decodeCursor(list, body.cursor)),
    });
    note({ detail: { by: Object.keys(search)[0] ?? '', found: items.length, ...(area && { area }) } });
    const nextCursor = next ? encodeCursor(list, [next.stage, Number(next.ranked), next.id]) : null;
    return { items, nextCursor } as never;
  });
  registerRoute(app, services, routes.getMembership, async ({ db, params, language, note }) => {
    const found = await new MemberRepository(db).find(params.memberId);
    if (!found) throw new ApiProblem('member-not-found');
    note({ subject: { kind: 'member', key: String(params.memberId) } });
    const { membership } = await services.rules.settings();
    return { ...found, why: whyOf(found, today(services.settings.timeZone), language, membership) } as never;
  });
  registerRoute(app, services, routes.unmaskMember, async ({ db, params, body, reply, scope, note }) => {
    if (!services.unmasks.allows(scope.username, Date.now())) throw new ApiProblem('too-many-unmasks');
    note({ subject: { kind: 'member', key: String(params.memberId) }, purpose: body.reason });
    const numbers = await new MemberRepository(db).numbers(params.memberId);
    if (!numbers) throw new ApiProblem('member-not-found');
    services.unmasks.count(scope.username, Date.now());
    reply.header('cache-control', 'no-store');
    return { ...numbers, virtualAccounts: accountsOf(numbers.card) };
  });
  registerRoute(app, services, routes.getMemberTotals, async ({ query }) =>
    // Counts of the whole branch, for whoever may see figures: no row of a person leaves the database.
    memberTotals(services.database.system, query.asOf ?? today(services.settings.timeZone)),
  );
}

/** Keys of a cursor as a place in what a search finds. */
function readPlace(keys: number[] | undefined): MemberPlace | undefined {
  if (!keys) return undefined;
  const [stage = 0, ranked, id = 0] = keys;
  return { stage, ranked: ranked === 1, id };
}

/** Accounts a family may pay to; the recipes give one number for most cards. */
function accountsOf(text: string) {
  const card = parseCardNumber(text);
  return (['others', 'mandiri'] as const).flatMap((bank) => {
    const recipes = recipesAgree(card) ? (['last-eleven'] as const) : (['last-eleven', 'last-ten'] as const);
    return recipes.map((recipe) => ({
      bank,
      recipe,
      number: virtualAccount(card, { bank: bank === 'mandiri' ? 'mandiri' : 'bri', recipe }),
    }));
  });
}

/** Why a member stands so, in words, and what to do as of today. */
function whyOf(
  { member, ...due }: MembershipDetail,
  day: string,
  language: Language,
  rules: MembershipSettings,
) {
  const code = member.reason;
  const standing = { reason: reasonOf(code), since: member.since, due: dueOf({ reason: code, ...due }) };
  const { text, legalBasis, nextStep } = reasonWords(standing, day, rules);
  return { code, text: text[language], legalBasis, nextStep: nextStep[language] };
}
