import type { CampaignTemplateItem } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { type BadgeTone, StateBadge } from '../ui/state-badge.tsx';
import type { StepProps } from './campaign-draft.ts';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { channelText } from './channel-text.ts';
import { MessageBubble } from './message-bubble.tsx';
import { MessagePreview } from './message-preview.tsx';
import { TemplateForm } from './template-form.tsx';

const tones: Record<CampaignTemplateItem['state'], BadgeTone> = {
  draft: 'plain',
  submitted: 'inactive',
  approved: 'good',
  rejected: 'uncovered',
  paused: 'uncovered',
};

const qualities: Record<NonNullable<CampaignTemplateItem['quality']>, BadgeTone> = {
  green: 'good',
  yellow: 'inactive',
  red: 'uncovered',
};

/** Which approved message goes, shown on real people; or another is written and handed in. */
export function MessageStep({ draft, change, onGo }: StepProps) {
  const text = useText(campaignsText);
  const [writing, setWriting] = useState(false);
  const templates = useQuery({
    ...apiQuery('listTemplates'),
    // Approval comes from outside.
    refetchInterval: ({ state }) =>
      state.data?.items.some((one) => one.state === 'submitted') ? 3000 : false,
  });
  const items = templates.data?.items ?? [];
  const chosen = items.find(({ id }) => id === draft.templateId);
  if (writing)
    return (
      <TemplateForm
        audience={draft.audience}
        onDone={() => {
          setWriting(false);
          void templates.refetch();
        }}
        onCancel={() => setWriting(false)}
      />
    );
  return (
    <div className={styles.split}>
      <div className={styles.form}>
        <p className={styles.why}>{text.messageWhy}</p>
        {templates.isPending ? <Loading lines={4} height={40} /> : null}
        {templates.error ? (
          <ProblemPanel error={templates.error} onRetry={() => templates.refetch()} />
        ) : null}
        {templates.data && items.length === 0 ? <EmptyState title={text.noMessage} /> : null}
        {items.length > 0 ? (
          <fieldset className={styles.choices}>
            <legend className="hidden-visually">{text.chooseMessage}</legend>
            {items.map((item) => (
              <TemplateChoice
                key={item.id}
                item={item}
                chosen={item.id === draft.templateId}
                onChoose={() => change({ templateId: item.id })}
              />
            ))}
          </fieldset>
        ) : null}
        <div className={styles.ways}>
          <Button variant="default" leftSection={<IconPencil size={16} />} onClick={() => setWriting(true)}>
            {text.writeOne}
          </Button>
        </div>
        <div className={styles.ways}>
          <Button variant="subtle" onClick={() => onGo('audience')}>
            {text.back}
          </Button>
          <Button disabled={chosen?.state !== 'approved'} onClick={() => onGo('plan')}>
            {text.next}
          </Button>
        </div>
      </div>
      <section className={styles.aside} aria-label={text.preview}>
        {chosen ? (
          <MessagePreview audience={draft.audience} body={chosen.body} buttons={chosen.buttons} />
        ) : null}
      </section>
    </div>
  );
}

function TemplateChoice({
  item,
  chosen,
  onChoose,
}: {
  item: CampaignTemplateItem;
  chosen: boolean;
  onChoose: () => void;
}) {
  const text = useText(campaignsText);
  const channel = useText(channelText);
  const approved = item.state === 'approved';
  return (
    <label className={styles.choice} data-chosen={chosen || undefined} data-closed={!approved || undefined}>
      <input type="radio" name="template" checked={chosen} disabled={!approved} onChange={onChoose} />
      <span>
        <span className={styles.choiceHead}>
          <strong>{item.name}</strong>
          <StateBadge tone={tones[item.state]}>{text.templateStates[item.state]}</StateBadge>
          {item.quality ? (
            <StateBadge tone={qualities[item.quality]}>{channel.quality[item.quality]}</StateBadge>
          ) : null}
        </span>
        <MessageBubble text={item.body} />
        {item.billedAs ? (
          <small className={styles.small}>
            {channel.billedAs(channel.kinds[item.billedAs] ?? item.billedAs)}
          </small>
        ) : null}
        {item.reason && (item.state === 'rejected' || item.state === 'paused') ? (
          <small className={styles.small}>
            {item.reason in text.rejections
              ? text.rejections[item.reason as keyof typeof text.rejections]
              : item.reason}
          </small>
        ) : null}
      </span>
    </label>
  );
}
