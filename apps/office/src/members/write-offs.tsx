import { routes, type WriteOff } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay, useSession } from '../api/use-session.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './members.module.css';
import { monthSpans } from './month-name.ts';
import { ProposeWriteOff } from './propose-write-off.tsx';
import { rupiah } from './rupiah.ts';
import { writeOffsText } from './write-offs-text.ts';

/** What may be written off of a family's arrears and what was proposed; nothing where it is off and never was on. */
export function WriteOffs({ memberId }: { memberId: string }) {
  const text = useText(writeOffsText);
  const format = useFormat();
  const may = useMay();
  const found = useQuery(apiQuery('getFamilyWriteOffs', { params: { memberId } }));
  const [proposing, setProposing] = useState<{ amount: number; undoes?: string } | null>(null);
  const [deciding, setDeciding] = useState<{ item: WriteOff; verdict: 'approved' | 'refused' } | null>(null);
  if (!found.data) return null;
  const { reading, open, items } = found.data;
  if (reading === 'off' && items.length === 0) return null;
  const waits = items.some(({ state }) => state === 'waiting');
  const canPropose = may('write-off.propose') && !waits;
  return (
    <div className={styles.block}>
      <h3>{text.title}</h3>
      {open.amount > 0 ? (
        <p className={styles.why}>
          {text.mayBe(rupiah(format, open.amount), monthSpans(format, open.months))}
        </p>
      ) : null}
      {open.amount > 0 && canPropose ? (
        <Button variant="default" onClick={() => setProposing({ amount: open.amount })}>
          {text.propose}
        </Button>
      ) : null}
      <ul className={styles.payments}>
        {items.map((item) => (
          <Item
            key={item.id}
            item={item}
            onUndo={
              canPropose && item.state === 'approved' && item.undoes === null && !item.undone
                ? () =>
                    setProposing({
                      amount: item.relieved ?? item.amount,
                      ...(item.adjustmentId !== null && { undoes: item.adjustmentId }),
                    })
                : undefined
            }
            onDecide={(verdict) => setDeciding({ item, verdict })}
          />
        ))}
      </ul>
      {proposing ? (
        <ProposeWriteOff memberId={memberId} {...proposing} onClose={() => setProposing(null)} />
      ) : null}
      {deciding ? <Decide {...deciding} memberId={memberId} onClose={() => setDeciding(null)} /> : null}
    </div>
  );
}

interface ItemProps {
  item: WriteOff;
  onUndo: (() => void) | undefined;
  onDecide: (verdict: 'approved' | 'refused') => void;
}

function Item({ item, onUndo, onDecide }: ItemProps) {
  const text = useText(writeOffsText);
  const format = useFormat();
  const may = useMay();
  const session = useSession();
  const isOwn = session?.officer.username === item.proposedBy;
  return (
    <li>
      <span>
        {item.undoes === null ? text.relief : text.takesBack}: {text.states[item.state]}
        {item.undone ? `, ${text.undone}` : ''}
        <small>{monthSpans(format, item.months)}</small>
        <small>
          {item.reason} · {item.legalBasis}
        </small>
        <small>{text.by(item.proposedBy, format.dateTime(item.proposedAt))}</small>
        {item.decidedBy && item.decidedAt ? (
          <small>
            {text.by(item.decidedBy, format.dateTime(item.decidedAt))}: {item.note}
          </small>
        ) : null}
        {item.state === 'waiting' && may('write-off.approve') ? (
          isOwn ? (
            <small>{text.own}</small>
          ) : (
            <span className={styles.verdicts}>
              <Button size="xs" onClick={() => onDecide('approved')}>
                {text.approve}
              </Button>
              <Button size="xs" variant="default" onClick={() => onDecide('refused')}>
                {text.refuse}
              </Button>
            </span>
          )
        ) : null}
        {onUndo ? (
          <span className={styles.verdicts}>
            <Button size="xs" variant="default" onClick={onUndo}>
              {text.undo}
            </Button>
          </span>
        ) : null}
      </span>
      <span>
        {rupiah(format, item.amount)}
        {item.relieved === null ? null : <small>{text.relieved(rupiah(format, item.relieved))}</small>}
      </span>
    </li>
  );
}

interface DecideProps {
  item: WriteOff;
  verdict: 'approved' | 'refused';
  memberId: string;
  onClose: () => void;
}

function Decide({ item, verdict, memberId, onClose }: DecideProps) {
  const text = useText(writeOffsText);
  const format = useFormat();
  const client = useQueryClient();
  const decide = useMutation({
    mutationFn: (note: string) =>
      call(routes.decideWriteOff, { params: { id: item.id }, body: { verdict, note } }),
    onSuccess: async (list) => {
      client.setQueryData(apiQuery('getFamilyWriteOffs', { params: { memberId } }).queryKey, list);
      toastDone(text.decided);
      onClose();
      await client.invalidateQueries({ queryKey: ['getMemberLedger'] });
      await client.invalidateQueries({ queryKey: ['getMembership'] });
    },
  });
  const words = verdict === 'approved' ? text.approve : text.refuse;
  return (
    <ReasonDialog
      title={words}
      action={words}
      question={{ label: text.note, hint: text.noteHint }}
      busy={decide.isPending}
      error={decide.error}
      onSave={(note) => decide.mutate(note)}
      onClose={onClose}
    >
      {verdict === 'approved' ? text.approveWhy(rupiah(format, item.amount)) : text.refuseWhy}
    </ReasonDialog>
  );
}
