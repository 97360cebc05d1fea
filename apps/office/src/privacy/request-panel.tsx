import type { RequestDetail } from '@jangkau/contracts';
import { refusalGroundNames, refusalGrounds } from '@jangkau/privacy';
import { Button, Checkbox, NativeSelect, Textarea } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useLanguage, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './privacy.module.css';
import { privacyText } from './privacy-text.ts';
import { RequestResult } from './request-result.tsx';
import { requestText } from './request-text.ts';
import { useRequestStep } from './use-request-step.ts';

type Acts = ReturnType<typeof useRequestStep>;

/** The one thing to do next on a request. */
export function RequestPanel({ request }: { request: RequestDetail }) {
  const text = useText(requestText);
  const acts = useRequestStep(request.id);
  const error = acts.step.error ?? acts.carryOut.error ?? acts.letter.error;
  return (
    <section className={styles.panel} aria-label={text.next}>
      <Next request={request} acts={acts} />
      {error ? <ProblemPanel error={error} /> : null}
    </section>
  );
}

function Next({ request, acts }: { request: RequestDetail; acts: Acts }) {
  const text = useText(requestText);
  if (request.stage === 'received') return <CheckIdentity request={request} acts={acts} />;
  if (request.stage === 'identified') return <Decide request={request} acts={acts} />;
  if (request.stage === 'decided' && request.decision !== 'refused')
    return <CarryOut request={request} acts={acts} />;
  if (request.stage === 'decided' || request.stage === 'carried-out') return <SendAnswer acts={acts} />;
  return (
    <>
      <h2>{text.doneTitle}</h2>
      <p className={styles.why}>{request.stage === 'taken-back' ? text.takenBackWhy : text.doneWhy}</p>
    </>
  );
}

const methods = ['ktp-shown', 'ktp-copy', 'known-in-person', 'video-call', 'power-of-attorney'] as const;

function CheckIdentity({ acts }: { request: RequestDetail; acts: Acts }) {
  const text = useText(requestText);
  const [method, setMethod] = useState<(typeof methods)[number]>('ktp-shown');
  const save = (confirmed: boolean) => acts.step.mutate({ type: 'identity-checked', method, confirmed });
  return (
    <div className={styles.form}>
      <div>
        <h2>{text.identityTitle}</h2>
        <p className={styles.why}>{text.identityWhy}</p>
      </div>
      <NativeSelect
        label={text.method}
        value={method}
        data={methods.map((value) => ({ value, label: text.methods[value] }))}
        onChange={(event) => setMethod(event.currentTarget.value as typeof method)}
      />
      <div className={styles.buttons}>
        <Button loading={acts.step.isPending} onClick={() => save(true)}>
          {text.confirmed}
        </Button>
        <Button variant="default" disabled={acts.step.isPending} onClick={() => save(false)}>
          {text.notConfirmed}
        </Button>
      </div>
    </div>
  );
}

function Decide({ acts }: { request: RequestDetail; acts: Acts }) {
  const text = useText(requestText);
  const { language } = useLanguage();
  const [decision, setDecision] = useState<'granted' | 'partly' | 'refused'>('granted');
  const [grounds, setGrounds] = useState<string[]>([]);
  const [reason, setReason] = useState('');
  const needsGrounds = decision !== 'granted';
  const chosen = refusalGroundNames.filter((name) => needsGrounds && grounds.includes(name));
  return (
    <div className={styles.form}>
      <div>
        <h2>{text.decideTitle}</h2>
        <p className={styles.why}>{text.decideWhy}</p>
      </div>
      <Segments
        label={text.decision}
        value={decision}
        onChange={setDecision}
        options={(['granted', 'partly', 'refused'] as const).map((value) => ({
          value,
          label: text.decisions[value],
        }))}
      />
      {needsGrounds ? (
        <Checkbox.Group label={text.grounds} value={grounds} onChange={setGrounds}>
          {refusalGroundNames.map((name) => (
            <Checkbox
              key={name}
              value={name}
              mt={8}
              label={refusalGrounds[name][language]}
              description={refusalGrounds[name].legalBasis}
            />
          ))}
        </Checkbox.Group>
      ) : null}
      <Textarea
        label={text.reason}
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={styles.buttons}>
        <Button
          loading={acts.step.isPending}
          disabled={needsGrounds && chosen.length === 0}
          onClick={() => acts.step.mutate({ type: 'decided', decision, grounds: chosen, reason })}
        >
          {text.decide}
        </Button>
      </div>
    </div>
  );
}

function CarryOut({ request, acts }: { request: RequestDetail; acts: Acts }) {
  const text = useText(requestText);
  const words = useText(privacyText);
  const [asking, dialog] = useDisclosure(false);
  const [note, setNote] = useState('');
  const correction = request.kind === 'correction';
  return (
    <div className={styles.form}>
      <div>
        <h2>{text.doTitle}</h2>
        <p className={styles.why}>{text.doWhy}</p>
      </div>
      {request.effect ? (
        <RequestResult result={request.effect} doneTitle={text.willDo} keptTitle={text.willKeep} />
      ) : null}
      {correction ? (
        <Textarea
          label={text.corrected}
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      ) : null}
      <div className={styles.buttons}>
        <Button disabled={correction && note.trim().length < 5} onClick={dialog.open}>
          {text.doNow}
        </Button>
      </div>
      <ConfirmDialog
        opened={asking}
        title={text.doConfirm(words.kinds[request.kind])}
        action={text.doNow}
        dangerous={request.kind === 'erasure'}
        busy={acts.carryOut.isPending}
        error={acts.carryOut.error}
        onClose={dialog.close}
        onConfirm={() => acts.carryOut.mutate(note.trim(), { onSuccess: dialog.close })}
      >
        <p>
          <b>{request.subjectName}</b>. {request.effect?.done.map((one) => one.what).join('; ')}.
        </p>
        {request.kind === 'erasure' ? <p>{text.doErasure}</p> : null}
      </ConfirmDialog>
    </div>
  );
}

function SendAnswer({ acts }: { acts: Acts }) {
  const text = useText(requestText);
  return (
    <>
      <h2>{text.letterTitle}</h2>
      <p className={styles.why}>{text.letterWhy}</p>
      <Button loading={acts.letter.isPending} onClick={() => acts.letter.mutate()}>
        {text.issue}
      </Button>
    </>
  );
}
