import { type ArrearsBand, monthsOfBand } from '@jangkau/campaigns';
import { routes } from '@jangkau/contracts';
import { type ReasonCode, reasons } from '@jangkau/membership';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { useMay } from '../api/use-session.ts';
import { campaignsText } from '../campaigns/campaigns-text.ts';
import { MemberRows } from '../members/member-rows.tsx';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Listed, More } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import styles from './drive.module.css';
import { driveText } from './drive-text.ts';

const PAGE = 50;

/** The people of one group of the drive, village by village. */
export function WorkListPage() {
  const text = useText(driveText);
  const people = useText(peopleText);
  const campaigns = useText(campaignsText);
  const may = useMay();
  const format = useFormat();
  const { language } = useLanguage();
  const search = useSearch({ from: '/office/reaktivasi/daftar' });
  const list = useInfiniteQuery({
    queryKey: ['listDrive', search],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      call(routes.listDrive, { query: { ...search, cursor: pageParam, limit: PAGE }, signal }),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filters = [
    search.kind ? text.kinds[search.kind] : null,
    search.segment ? (people.segments[search.segment] ?? search.segment) : null,
    search.band && search.band !== '0' ? text.bands[search.band] : null,
  ].filter(Boolean);
  return (
    <>
      <PageHeader
        kicker={
          <Link to="/reaktivasi" search={{ area: search.area }}>
            {text.toDrive}
          </Link>
        }
        title={
          search.reason ? (reasons[search.reason as ReasonCode]?.[language] ?? search.reason) : text.list
        }
        lede={filters.join(' · ')}
        actions={
          may('campaign.manage') ? (
            <Link to="/kampanye/baru" search={audienceOf(search)} className={styles.campaign}>
              {campaigns.fromDrive}
            </Link>
          ) : null
        }
      />
      <Listed query={list} items={list.data ? items : undefined} lines={10} empty={{ title: text.emptyList }}>
        {(found) => (
          <>
            <MemberRows items={found} />
            <More
              query={list}
              label={text.more}
              end={`${text.end}: ${text.listLede(format.integer(found.length))}`}
            />
          </>
        )}
      </Listed>
    </>
  );
}

/** The same people as the audience of a campaign. */
function audienceOf({
  band,
  ...rest
}: {
  area?: string;
  kind?: 'arrears' | 'lapsed';
  reason?: string;
  segment?: string;
  band?: ArrearsBand;
}) {
  const [leastMonths, mostMonths] = band ? monthsOfBand[band] : [];
  return {
    ...rest,
    leastMonths,
    mostMonths: mostMonths === undefined ? undefined : Math.min(mostMonths, 999),
  };
}
