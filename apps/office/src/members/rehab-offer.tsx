import { type HouseholdLedger, routes } from '@jangkau/contracts';
import { Button, Slider } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { monthSpans } from './month-name.ts';
import { rupiah } from './rupiah.ts';
import { StageTable } from './stage-table.tsx';

interface RehabOfferProps {
  offer: NonNullable<HouseholdLedger['rehabOffer']>;
  people: number;
  memberId: string;
  /** Chosen on the slider; undefined: as many as the programme allows. */
  stages: number | undefined;
  onStages: (stages: number) => void;
}

/** What REHAB would be today, with a slider for the stages; the server computes every schedule. */
export function RehabOffer({ offer, people, memberId, stages, onStages }: RehabOfferProps) {
  const text = useText(membersText);
  const format = useFormat();
  const may = useMay();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [sliding, setSliding] = useState<number | undefined>(undefined);
  const start = useMutation({
    mutationFn: () => call(routes.startRehab, { params: { memberId }, body: { stages } }),
    onSuccess: async () => {
      setAsking(false);
      toastDone(text.rehabDone);
      await client.invalidateQueries({ queryKey: ['getMemberLedger'] });
    },
  });
  if (!offer.eligible)
    return (
      <div className={styles.block}>
        <h3>{text.rehabNo}</h3>
        <p className={styles.why}>{text.rehabReasons[offer.reason] ?? offer.reason}</p>
      </div>
    );
  const chosen = stages ?? offer.maxStages;
  const amount = rupiah(format, offer.total);
  const count = format.integer(offer.stages.length);
  return (
    <div className={styles.block}>
      <h3>{text.rehab}</h3>
      <p className={styles.why}>
        {text.rehabReasons[offer.reason] ?? ''} {text.rehabTotal(amount, count)}.{' '}
        {offer.activeOn ? text.rehabActive(format.date(offer.activeOn)) : ''}
      </p>
      {offer.maxStages > 1 ? (
        <div className={styles.slider}>
          <span id="rehab-stages">{text.rehabStages}</span>
          <Slider
            min={1}
            max={offer.maxStages}
            step={1}
            value={sliding ?? chosen}
            onChange={setSliding}
            onChangeEnd={(value) => {
              setSliding(undefined);
              onStages(value);
            }}
            marks={[
              { value: 1, label: '1' },
              { value: offer.maxStages, label: String(offer.maxStages) },
            ]}
            thumbLabel={text.rehabStages}
          />
        </div>
      ) : null}
      <StageTable
        label={text.rehab}
        lastName={text.covers}
        stages={offer.stages.map((stage) => ({ ...stage, last: monthSpans(format, stage.covers) }))}
      />
      <p className={styles.why}>{offer.legalBasis}</p>
      {may('ledger.add') ? (
        <Button variant="default" onClick={() => setAsking(true)}>
          {text.rehabStart}
        </Button>
      ) : null}
      <ConfirmDialog
        opened={asking}
        title={text.rehabStart}
        action={text.rehabStart}
        busy={start.isPending}
        error={start.error}
        onConfirm={() => start.mutate()}
        onClose={() => setAsking(false)}
      >
        {text.rehabAsk(format.integer(people), amount, count)}
      </ConfirmDialog>
    </div>
  );
}
