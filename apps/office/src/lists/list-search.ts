import { AreaCode, InactiveKind, PeopleList, PeopleSort } from '@jangkau/contracts';
import { z } from 'zod';

/**
 * Filters of a list as they stand in the address, so that a list can be kept, shared and left. What was searched
 * for is the name or number of a person: it stands in no address.
 */
export const ListSearch = z.object({
  area: AreaCode.optional().catch(undefined),
  banjar: z.string().max(100).optional().catch(undefined),
  minP: z.coerce.number().min(0).max(1).optional().catch(undefined),
  maxP: z.coerce.number().min(0).max(1).optional().catch(undefined),
  reason: z.string().max(40).optional().catch(undefined),
  segment: z.string().max(40).optional().catch(undefined),
  status: z.string().max(40).optional().catch(undefined),
  kind: InactiveKind.optional().catch(undefined),
  sort: PeopleSort.optional().catch(undefined),
});
export type ListSearch = z.infer<typeof ListSearch>;

/** The list named in the address; the list of people not registered when it is not one of ours. */
export function listNamed(name: string): PeopleList {
  const parsed = PeopleList.safeParse(name);
  return parsed.success ? parsed.data : 'uncovered';
}

/** True when the words hold so many digits that they may be a NIK, KK or card number. */
export function holdsPersonNumber(words: string): boolean {
  return words.replace(/\D/g, '').length >= 6;
}

/** The query of one page of a list, in the API's terms. */
export function peopleQueryOf(list: PeopleList, search: ListSearch) {
  const { kind, ...rest } = search;
  return { list, ...rest, inactiveKind: kind };
}
