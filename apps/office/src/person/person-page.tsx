import { type Candidate, type PersonDetail, routes, type UnmaskedNumbers } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useRun } from '../api/use-run.ts';
import { useSession } from '../api/use-session.ts';
import { WaterfallChart } from '../evidence/waterfall-chart.tsx';
import { peopleText } from '../people/people-text.ts';
import { RecordTable } from '../people/record-table.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Candidates } from './candidates.tsx';
import { DecisionHistory } from './decision-history.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { Household } from './household.tsx';
import styles from './person.module.css';
import { personText } from './person-text.ts';
import { UnmaskDialog } from './unmask-dialog.tsx';

/** One resident: both records, the evidence, the household, and what people decided. */
export function PersonPage() {
  const { runId, residentKey } = useParams({ from: '/office/pemetaan/$runId/orang/$residentKey' });
  const person = useQuery(apiQuery('getPerson', { params: { id: runId, residentKey } }));
  if (person.isPending) return <Loading lines={10} />;
  if (person.error) return <ProblemPanel page error={person.error} onRetry={() => person.refetch()} />;
  return <Person key={residentKey} runId={runId} person={person.data} />;
}

function Person({ runId, person }: { runId: string; person: PersonDetail }) {
  const text = useText(personText);
  const router = useRouter();
  const session = useSession();
  const run = useRun(runId);
  const format = useFormat();
  const [chosenKey, setChosenKey] = useState<number | null>(null);
  const [asking, ask] = useDisclosure(false);
  const [numbers, setNumbers] = useState<UnmaskedNumbers | null>(null);
  const shown = shownCandidate(person, chosenKey);
  const member = shown?.record ?? person.member;
  const memberIsLinked = person.memberIsLinked && member?.key === person.member?.key;

  return (
    <>
      <PageHeader
        kicker={
          <>
            {run.data ? text.kicker(format.integer(run.data.number)) : ''}{' '}
            <button type="button" className={styles.back} onClick={() => router.history.back()}>
              {text.back}
            </button>
          </>
        }
        title={person.resident.name}
        lede={<Standing person={person} />}
        actions={
          <>
            {session?.actions.includes('subject-request.manage') ? (
              <Button
                component={Link}
                variant="default"
                to={`/pelindungan/permohonan/baru?run=${runId}&orang=${person.residentKey}`}
              >
                {text.request}
              </Button>
            ) : null}
            {numbers ? (
              <Button variant="default" onClick={() => setNumbers(null)}>
                {text.hide}
              </Button>
            ) : !session?.actions.includes('person.unmask') ? null : (
              <Button variant="default" onClick={ask.open}>
                {text.unmask}
              </Button>
            )}
          </>
        }
      />
      {person.restricted ? (
        <Notice tone="warning" title={text.restricted}>
          {text.restrictedWhy}
        </Notice>
      ) : null}
      {numbers ? <Notice tone="warning">{text.unmasked}</Notice> : null}
      <div className={styles.layout}>
        <div>
          <h2 className="hidden-visually">{text.records}</h2>
          <RecordTable
            left={person.resident}
            right={member}
            evidence={shown?.evidence ?? []}
            leftNumbers={numbers?.resident}
            rightNumbers={numbers?.member}
            rightTitle={member ? (memberIsLinked ? text.linkedCard : text.bestCandidate) : text.member}
          />
          {member ? (
            <section className={styles.section}>
              <WaterfallChart evidence={shown?.evidence ?? []} probability={shown?.probability} />
            </section>
          ) : (
            <section className={styles.section}>
              <Notice title={text.noMember}>{text.noMemberWhy}</Notice>
            </section>
          )}
        </div>
        <div>
          {member && !person.restricted && session?.actions.includes('decision.add') ? (
            <DecisionPanel
              runId={runId}
              residentKey={person.residentKey}
              memberKey={member.key}
              verdict={shown?.verdict ?? standingVerdict(person, member.key)}
            />
          ) : null}
          {person.candidates.length > 1 ? (
            <Candidates
              runId={runId}
              candidates={person.candidates}
              chosen={member?.key ?? null}
              onChoose={(key) => {
                setChosenKey(key);
                setNumbers(null);
              }}
            />
          ) : null}
          <Household
            runId={runId}
            people={person.household}
            self={person.residentKey}
            asOf={run.data?.asOf ?? null}
          />
          <DecisionHistory decisions={person.decisions} />
        </div>
      </div>
      <UnmaskDialog
        unmask={(reason) =>
          call(routes.unmaskPerson, {
            params: { id: runId, residentKey: person.residentKey },
            body: { reason, memberKey: member?.key },
          })
        }
        opened={asking}
        onClose={ask.close}
        onOpen={setNumbers}
      />
    </>
  );
}

function Standing({ person }: { person: PersonDetail }) {
  const text = useText(personText);
  const words = useText(peopleText);
  const format = useFormat();
  if (person.state === 'linked')
    return (
      <>{text.linkedBy(person.tier ? (words.tiers[person.tier] ?? person.tier) : words.states.linked)}</>
    );
  return (
    <>
      {person.pUncovered === null
        ? words.states.uncovered
        : text.uncoveredAt(format.percent(person.pUncovered, 0))}
      <Definition of="peluang" />
      {person.reason ? ` ${words.reasons[person.reason] ?? person.reason}.` : ''}
    </>
  );
}

function shownCandidate(person: PersonDetail, chosen: number | null): Candidate | undefined {
  const key = chosen ?? person.member?.key ?? person.candidates[0]?.memberKey;
  return person.candidates.find((candidate) => candidate.memberKey === key);
}

function standingVerdict(person: PersonDetail, memberKey: number) {
  const standing = person.decisions.find((decision) => decision.standing && decision.memberKey === memberKey);
  return standing?.verdict ?? null;
}
