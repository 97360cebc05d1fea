import type { CampaignAct } from '@jangkau/campaigns';
import { type CampaignDetail, routes } from '@jangkau/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';

type Act = Exclude<CampaignAct, 'finish'>;
const main: ReadonlySet<CampaignAct> = new Set<CampaignAct>(['submit', 'approve', 'resume']);

/** What may be done with a campaign now, each with what it means for how many. */
export function CampaignActs({ campaign, onDone }: { campaign: CampaignDetail; onDone: () => void }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const [act, setAct] = useState<Act | null>(null);
  const [reason, setReason] = useState('');
  const close = () => setAct(null);
  const run = useMutation({
    mutationFn: (chosen: Act) => {
      const params = { id: campaign.id };
      const note = reason.trim() || undefined;
      return chosen === 'approve' || chosen === 'return'
        ? call(routes.decideCampaign, { params, body: { act: chosen, reason: note } })
        : call(routes.actOnCampaign, { params, body: { act: chosen, reason: note } });
    },
    onSuccess: () => {
      close();
      setReason('');
      onDone();
    },
  });
  const acts = campaign.acts.filter((one): one is Act => one !== 'finish');
  if (acts.length === 0) return null;
  return (
    <div className={styles.acts}>
      {acts.map((one) => (
        <Button
          key={one}
          variant={main.has(one) ? 'filled' : 'default'}
          onClick={() => {
            run.reset();
            setAct(one);
          }}
        >
          {text.acts[one]}
        </Button>
      ))}
      <ConfirmDialog
        opened={act !== null}
        title={act ? text.acts[act] : ''}
        action={act ? text.acts[act] : ''}
        dangerous={act === 'cancel'}
        busy={run.isPending}
        error={run.error}
        onConfirm={() => act && run.mutate(act)}
        onClose={close}
      >
        <p>{act ? text.confirm[act](format.integer(campaign.forecast.left)) : null}</p>
        <Textarea
          label={text.note}
          value={reason}
          maxLength={300}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </ConfirmDialog>
    </div>
  );
}
