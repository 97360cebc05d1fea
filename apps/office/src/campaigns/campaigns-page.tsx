import type { CampaignItem } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconSpeakerphone } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import { CampaignBadge } from './campaign-badge.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { ChannelStanding } from './channel-standing.tsx';

type Item = z.output<typeof CampaignItem>;

/** All campaigns, how far each has come and when it will be done. */
export function CampaignsPage() {
  const text = useText(campaignsText);
  const may = useMay();
  const campaigns = useQuery({ ...apiQuery('listCampaigns'), refetchInterval: 15_000 });
  const items = campaigns.data?.items;
  const create = may('campaign.manage') ? (
    <Button component={Link} to="/kampanye/baru">
      {text.newOne}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} actions={items && items.length > 0 ? create : null} />
      {campaigns.isPending ? <Loading lines={6} height={30} /> : null}
      {campaigns.error ? <ProblemPanel error={campaigns.error} onRetry={() => campaigns.refetch()} /> : null}
      {items?.length === 0 ? (
        <EmptyState
          title={text.none}
          icon={<IconSpeakerphone size={40} stroke={1.3} aria-hidden />}
          actions={create}
        >
          {text.noneWhy}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? <CampaignTable items={items} /> : null}
      {items ? <ChannelStanding /> : null}
    </>
  );
}

function CampaignTable({ items }: { items: readonly Item[] }) {
  const text = useText(campaignsText);
  const format = useFormat();
  return (
    <ScrollBox label={text.title}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.progress}</th>
            <th scope="col">{text.due}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td>
                <Link to="/kampanye/$campaignId" params={{ campaignId: String(item.id) }}>
                  {item.name}
                </Link>
                <small className={styles.small}>
                  {text.madeBy(item.madeBy, format.shortDate(item.madeAt))}
                </small>
              </td>
              <td data-label={text.state}>
                <CampaignBadge state={item.state} />
              </td>
              <td data-label={text.progress}>
                <span className={styles.progress}>
                  <span className={styles.track} aria-hidden>
                    <i style={{ width: `${item.contacts > 0 ? (item.turns / item.contacts) * 100 : 0}%` }} />
                  </span>
                  {text.of(format.integer(item.turns), format.integer(item.contacts))}
                </span>
              </td>
              <td data-label={text.due}>{item.forecastEnd ? format.dateTime(item.forecastEnd) : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
