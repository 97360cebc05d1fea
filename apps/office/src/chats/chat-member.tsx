import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { FamilyMoney } from '../members/family-money.tsx';
import { MemberStanding } from '../members/member-standing.tsx';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';

/** The member beside the chat: does the card work, why not, what next, and what the family owes. */
export function ChatMember({ memberId }: { memberId: number | null }) {
  const text = useText(chatsText);
  return (
    <section>
      <h2>{text.member}</h2>
      {memberId === null ? (
        <Notice title={text.notIdentified}>{text.notIdentifiedWhy}</Notice>
      ) : (
        <Known memberId={String(memberId)} />
      )}
    </section>
  );
}

function Known({ memberId }: { memberId: string }) {
  const text = useText(chatsText);
  const may = useMay();
  const [money, setMoney] = useState(false);
  const found = useQuery(apiQuery('getMembership', { params: { memberId } }));
  if (found.isPending) return <Loading lines={4} />;
  if (found.error) return <ProblemPanel error={found.error} onRetry={() => found.refetch()} />;
  return (
    <>
      <MemberStanding membership={found.data} />
      <div className={styles.acts}>
        <Button
          component={Link}
          to={`/peserta/${memberId}`}
          variant="default"
          rightSection={<IconArrowRight size={15} aria-hidden />}
        >
          {text.openMember}
        </Button>
        {may('ledger.read') && !money ? (
          <Button variant="default" onClick={() => setMoney(true)}>
            {text.familyMoney}
          </Button>
        ) : null}
      </div>
      {money ? <FamilyMoney memberId={memberId} active={found.data.member.active} /> : null}
    </>
  );
}
