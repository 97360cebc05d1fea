import { type MemberNumbers, type Membership, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay, useSession } from '../api/use-session.ts';
import { todayIn } from '../format/today-in.ts';
import { peopleText } from '../people/people-text.ts';
import { personText } from '../person/person-text.ts';
import { UnmaskDialog } from '../person/unmask-dialog.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { FamilyMoney } from './family-money.tsx';
import { MemberRows } from './member-rows.tsx';
import { MemberStanding } from './member-standing.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { SpellTimeline } from './spell-timeline.tsx';

/** A member: whether the card works and why, what to do next, family, time, money. */
export function MemberPage() {
  const { memberId } = useParams({ from: '/office/peserta/$memberId' });
  const text = useText(membersText);
  const words = useText(personText);
  const session = useSession();
  const may = useMay();
  const found = useQuery(apiQuery('getMembership', { params: { memberId } }));
  if (found.isPending) return <Loading lines={9} />;
  if (found.error) return <ProblemPanel page error={found.error} onRetry={() => found.refetch()} />;
  const { member, household, spells } = found.data;
  const today = todayIn(session?.timeZone ?? 'Asia/Makassar');
  return (
    <>
      <PageHeader
        kicker={
          <Link to="/peserta">
            {text.members} · {text.back}
          </Link>
        }
        title={member.name}
        actions={
          may('subject-request.manage') ? (
            <Button
              component={Link}
              variant="default"
              to={`/pelindungan/permohonan/baru?peserta=${memberId}`}
            >
              {words.request}
            </Button>
          ) : null
        }
      />
      {found.data.restricted ? (
        <Notice tone="warning" title={words.restricted}>
          {words.restrictedWhy}
        </Notice>
      ) : null}
      <div className={styles.layout}>
        <div>
          <MemberStanding membership={found.data} />
          {may('ledger.read') ? (
            <FamilyMoney key={memberId} memberId={memberId} active={member.active} />
          ) : null}
          <section className={styles.section}>
            <h2>{text.timeline}</h2>
            <p className={styles.why}>{text.timelineWhy}</p>
            <SpellTimeline spells={spells} today={today} />
          </section>
        </div>
        <div>
          <Identity key={memberId} membership={found.data} memberId={memberId} />
          <section className={styles.section}>
            <h2>{text.family}</h2>
            <MemberRows items={household} current={member.memberId} />
          </section>
          <Recorded facts={found.data.facts} />
        </div>
      </div>
    </>
  );
}

function Identity({ membership, memberId }: { membership: Membership; memberId: string }) {
  const text = useText(membersText);
  const people = useText(peopleText);
  const format = useFormat();
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [numbers, setNumbers] = useState<MemberNumbers | null>(null);
  const { member } = membership;
  const rows: [string, string | null | undefined][] = [
    [text.card, numbers?.card ?? member.card],
    [text.nik, numbers?.nik ?? member.nik],
    ...(numbers ? [[text.kk, numbers.kk] as [string, string | null]] : []),
    [text.born, member.born && format.date(member.born)],
    [text.phone, numbers?.phone ?? member.phone],
    [text.address, member.address],
    [text.village, member.village],
    [text.segment, people.segments[member.segment] ?? member.segment],
    [text.payer, member.payer],
    [text.room, String(member.class)],
  ];
  return (
    <section>
      <h2>{text.identity}</h2>
      <dl className={styles.facts}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value || <span className={styles.absent}>{text.none_}</span>}</dd>
          </div>
        ))}
      </dl>
      {numbers ? (
        <div className={styles.accounts}>
          <h3>{text.va}</h3>
          <ul>
            {numbers.virtualAccounts.map((account) => (
              <li key={account.number}>
                <strong>{account.number}</strong>
                <small>{account.bank === 'mandiri' ? text.vaMandiri : text.vaWays[account.recipe]}</small>
              </li>
            ))}
          </ul>
        </div>
      ) : may('person.unmask') ? (
        <Button variant="default" mt={12} onClick={() => setAsking(true)}>
          {text.unmask}
        </Button>
      ) : null}
      <UnmaskDialog
        unmask={(reason) => call(routes.unmaskMember, { params: { memberId }, body: { reason } })}
        opened={asking}
        onClose={() => setAsking(false)}
        onOpen={setNumbers}
      />
    </section>
  );
}

function Recorded({ facts }: { facts: Membership['facts'] }) {
  const text = useText(membersText);
  const people = useText(peopleText);
  const format = useFormat();
  if (facts.length === 0) return null;
  return (
    <section className={styles.section}>
      <h2>{text.events}</h2>
      <ol className={styles.events}>
        {[...facts].reverse().map((fact) => (
          <li key={`${fact.kind} ${fact.on} ${fact.recordedAt}`} data-withdrawn={fact.withdrawn || undefined}>
            <span>
              {text.facts[fact.kind] ?? fact.kind}
              {fact.segment ? `, ${people.segments[fact.segment] ?? fact.segment}` : ''}
              {fact.withdrawn ? ` (${text.withdrawn})` : ''}
            </span>
            <small>{format.shortDate(fact.on)}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
