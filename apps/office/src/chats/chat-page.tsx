import type { ChatConversation } from '@jangkau/contracts';
import { Link, useParams } from '@tanstack/react-router';
import { useMay } from '../api/use-session.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { ChatActs } from './chat-acts.tsx';
import { ChatItems } from './chat-items.tsx';
import { ChatMember } from './chat-member.tsx';
import { ChatNotes } from './chat-notes.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';
import { failureWords } from './failure-words.ts';
import { ReplyBox } from './reply-box.tsx';
import { Transcript } from './transcript.tsx';
import { useChat } from './use-chat.ts';

/** One conversation: what was said, the member beside it, what was asked for, and what can be done. */
export function ChatPage() {
  const { chatId } = useParams({ from: '/office/pandawa/percakapan/$chatId' });
  const text = useText(chatsText);
  const { language } = useLanguage();
  const may = useMay();
  const found = useChat(chatId);
  if (found.isPending) return <Loading lines={10} />;
  if (found.error) return <ProblemPanel page error={found.error} onRetry={() => found.refetch()} />;
  const chat = found.data;
  return (
    <>
      <PageHeader
        kicker={<Link to="/pandawa">{text.back}</Link>}
        title={chat.name ?? text.unknown}
        lede={chat.phone ?? undefined}
      />
      <States chat={chat} />
      {chat.undeliverable ? (
        <Notice
          tone="problem"
          title={chat.undeliverable === '131050' ? text.closedToCampaigns : text.undeliverable}
        >
          {failureWords({ code: Number(chat.undeliverable) || null, kind: 'recipient' }, language)}
        </Notice>
      ) : null}
      <div className={styles.layout} key={chatId}>
        <div>
          <Transcript chat={chat} />
          {may('chat.answer') ? <ReplyBox chat={chat} /> : null}
        </div>
        <div className={styles.side}>
          {may('chat.answer') ? (
            <section>
              <ChatActs chat={chat} />
            </section>
          ) : null}
          <ChatItems chat={chat} />
          <ChatMember memberId={chat.memberId} />
          <ChatNotes chat={chat} />
        </div>
      </div>
    </>
  );
}

/** Whose turn it is, whose it is, and what else one must know at a glance. */
function States({ chat }: { chat: ChatConversation }) {
  const text = useText(chatsText);
  const format = useFormat();
  const promised = chat.answerBy ? format.dateTime(chat.answerBy) : null;
  const phase =
    chat.phase !== 'person' ? text.withBot : chat.answerBy ? text.waitingPerson : text.withOfficer;
  return (
    <p className={styles.states}>
      <StateBadge tone={chat.phase === 'person' ? 'accent' : 'plain'}>{phase}</StateBadge>
      {promised ? (
        <StateBadge tone={chat.over ? 'uncovered' : 'good'}>
          {chat.over ? text.isOver(promised) : text.within(promised)}
        </StateBadge>
      ) : null}
      {chat.optedOutAt ? <StateBadge tone="inactive">{text.optedOut}</StateBadge> : null}
      {chat.rating ? (
        <StateBadge tone={chat.rating === 3 ? 'good' : 'plain'}>
          {text.rating}: {text.ratings[chat.rating]}
        </StateBadge>
      ) : null}
      <span>
        {text.officer}: {chat.assignedName ?? chat.assignedTo ?? text.nobody}
      </span>
    </p>
  );
}
