import type { ChatItem, MembershipAct } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { actText } from './act-text.ts';
import { CarryOutDialog } from './carry-out-dialog.tsx';
import styles from './chats.module.css';

/** Services that end with an act in the member register. */
const actable = new Set(['E', 'F', 'G', 'H', 'I']);

/** What can be done with an open request: one act here, or what to do elsewhere. */
export function CarryOut({ chat, item }: { chat: string; item: ChatItem }) {
  const text = useText(actText);
  if (actable.has(item.service)) return <Act chat={chat} item={item} />;
  const byHand = text.byHand[item.service];
  return byHand ? <Notice title={text.byHandTitle}>{byHand}</Notice> : null;
}

function Act({ chat, item }: { chat: string; item: ChatItem }) {
  const text = useText(actText);
  const [opened, setOpened] = useState(false);
  const planned = useQuery(apiQuery('getMembershipAct', { params: { chat, item: item.id } }));
  if (planned.error) return <ProblemPanel error={planned.error} onRetry={() => planned.refetch()} />;
  const act = planned.data;
  if (!act?.kind) return null;
  const excusable = act.kind === 'facility' && (act.rule?.exceptions.length ?? 0) > 0;
  const closed = act.refused !== null && !(act.refused === 'too-soon' && excusable);
  return (
    <>
      {act.refused === null ? null : <Refused act={act} />}
      {closed ? null : (
        <div>
          <Button variant="default" onClick={() => setOpened(true)}>
            {text.open}
          </Button>
        </div>
      )}
      {opened ? (
        <CarryOutDialog chat={chat} item={item} act={act} kind={act.kind} onClose={() => setOpened(false)} />
      ) : null}
    </>
  );
}

function Refused({ act }: { act: MembershipAct }) {
  const text = useText(actText);
  const format = useFormat();
  return (
    <p className={styles.hint}>
      {act.refused ? text.refused[act.refused] : null}{' '}
      {act.from ? text.soonFrom(format.date(act.from)) : null}{' '}
      {act.refused === 'too-soon' && act.rule ? text.basis(act.rule.basis) : null}
    </p>
  );
}
