import { type CampaignDetail, routes, routeUrl } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconDownload, IconPlayerPause } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { useAudienceWords } from './audience-words.ts';
import { CampaignActs } from './campaign-acts.tsx';
import { CampaignBadge } from './campaign-badge.tsx';
import { CampaignFunnel } from './campaign-funnel.tsx';
import { CampaignHistory } from './campaign-history.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { DailyResults } from './daily-results.tsx';
import { EffectPanel } from './effect-panel.tsx';
import { FailureList } from './failure-list.tsx';
import { LeftOutList } from './left-out-list.tsx';
import { MessageBubble } from './message-bubble.tsx';

const live = new Set(['running', 'paused']);

/** One campaign: how far it has come, what came of it, and what the message has to do with it. */
export function CampaignPage() {
  const text = useText(campaignsText);
  const { campaignId } = useParams({ from: '/office/kampanye/$campaignId' });
  const campaign = useQuery({
    ...apiQuery('getCampaign', { params: { id: campaignId } }),
    refetchInterval: ({ state }) => (state.data && live.has(state.data.state) ? 5000 : 30_000),
  });
  return (
    <>
      {campaign.isPending ? <Loading lines={9} height={26} /> : null}
      {campaign.error ? (
        <>
          <PageHeader kicker={<Link to="/kampanye">{text.title}</Link>} title={text.title} />
          <ProblemPanel error={campaign.error} onRetry={() => campaign.refetch()} />
        </>
      ) : null}
      {campaign.data ? <Drawn campaign={campaign.data} onChange={() => void campaign.refetch()} /> : null}
    </>
  );
}

function Drawn({ campaign, onChange }: { campaign: CampaignDetail; onChange: () => void }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const may = useMay();
  const words = useAudienceWords(campaign.rule);
  const { results, forecast } = campaign;
  const n = format.integer;
  const began = results.contact.families > 0;
  const last = campaign.events.at(-1);
  const why = campaign.state === 'paused' && last?.madeBy === 'sistem' ? last.reason : null;
  return (
    <>
      <PageHeader
        kicker={<Link to="/kampanye">{text.title}</Link>}
        title={campaign.name}
        lede={
          <>
            <CampaignBadge state={campaign.state} /> {words}
          </>
        }
        actions={
          may('campaign.manage') ? (
            <Button
              component="a"
              href={routeUrl(routes.exportCampaign, { id: campaign.id })}
              download
              variant="default"
              leftSection={<IconDownload size={16} />}
            >
              {text.download}
            </Button>
          ) : null
        }
      />
      <CampaignActs campaign={campaign} onDone={onChange} />
      {campaign.state === 'waiting' && !campaign.acts.includes('approve') ? (
        <p className={styles.why}>{text.waitingOther}</p>
      ) : null}
      {why && why in text.pausedBySystem ? (
        <Notice tone="warning" icon={<IconPlayerPause size={20} />}>
          {text.pausedBySystem[why as keyof typeof text.pausedBySystem]}
        </Notice>
      ) : null}
      <Figures>
        <Figure label={text.writes} value={n(results.drawn.contact)} />
        <Figure
          label={text.heldOut}
          value={n(results.drawn.holdOut)}
          note={format.percent(campaign.holdOut, 0)}
        />
        <Figure
          label={text.waitingTurn}
          value={n(forecast.left)}
          note={forecast.lastAt ? `${text.due}: ${format.dateTime(forecast.lastAt)}` : null}
        />
        {began ? <Money campaign={campaign} /> : null}
      </Figures>
      {began ? (
        <>
          <section className={styles.section}>
            <h2>{text.results}</h2>
            <CampaignFunnel results={results} />
          </section>
          <EffectPanel campaign={campaign} />
          <DailyResults days={results.days} />
          <div className={styles.two}>
            <section className={styles.section}>
              <h2>{text.skipped}</h2>
              {results.skipped.length > 0 ? (
                <LeftOutList items={results.skipped} />
              ) : (
                <p className={styles.why}>{text.skippedNone}</p>
              )}
            </section>
            {results.failures.length > 0 ? (
              <section className={styles.section}>
                <h2>{text.failures}</h2>
                <FailureList failures={results.failures} />
              </section>
            ) : null}
          </div>
        </>
      ) : null}
      <div className={styles.two}>
        <section className={styles.section}>
          <h2>{text.chosenMessage}</h2>
          <p className={styles.small}>{campaign.words.name}</p>
          <MessageBubble text={campaign.words.body} buttons={campaign.words.buttons} />
        </section>
        {results.leftOut.length > 0 ? (
          <section className={styles.section}>
            <h2>{text.cannot}</h2>
            <LeftOutList items={results.leftOut} />
          </section>
        ) : null}
      </div>
      <CampaignHistory campaign={campaign} />
    </>
  );
}

function Money({ campaign }: { campaign: CampaignDetail }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const billed = campaign.results.costs.filter(({ billable }) => billable);
  const messages = billed.reduce((sum, { n }) => sum + n, 0);
  const priced = billed.every(({ rupiah: amount }) => amount !== null);
  const cost = billed.reduce((sum, { rupiah: amount }) => sum + (amount ?? 0), 0);
  return (
    <>
      <Figure
        label={text.paidAmount}
        value={rupiah(format, campaign.results.contact.paidAmount)}
        tone="covered"
      />
      <Figure
        label={text.cost}
        value={priced && messages > 0 ? rupiah(format, cost) : format.integer(messages)}
        note={[text.billed(format.integer(messages)), priced || messages === 0 ? null : text.noPrice]
          .filter(Boolean)
          .join('; ')}
      />
    </>
  );
}
