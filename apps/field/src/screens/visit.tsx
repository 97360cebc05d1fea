import { classify } from '@jangkau/pesiar';
import { go, localDay, Notice, useBusy, useSay } from '@jangkau/phone';
import { sha256 } from '@jangkau/sync';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import { fromBase64 } from '../store/bytes.ts';
import type { NewFile } from '../store/field-store.ts';
import { AdvocacyStep } from '../visit/advocacy-step.tsx';
import { ClassStep } from '../visit/class-step.tsx';
import { ConsentStep } from '../visit/consent-step.tsx';
import { IdentityStep, MetStep, ResultStep } from '../visit/first-steps.tsx';
import { FormStep } from '../visit/form-step.tsx';
import { missingIn } from '../visit/missing-in.ts';
import { ProofStep } from '../visit/proof-step.tsx';
import type { StepProps } from '../visit/step-props.ts';
import { newVisit, stepsOf, type VisitDraft, type VisitStep } from '../visit/visit-draft.ts';
import { visitFacts } from '../visit/visit-facts.ts';

const steps = {
  met: MetStep,
  identity: IdentityStep,
  result: ResultStep,
  class: ClassStep,
  advocacy: AdvocacyStep,
  form: FormStep,
  consent: ConsentStep,
  proof: ProofStep,
} satisfies Record<VisitStep, (props: StepProps) => unknown>;

/** The form of a visit, one thing at a time. Each answer is kept at once: ending the app loses nothing. */
export function Visit({ id }: { id: string }) {
  const say = useSay();
  const app = useApp();
  const desk = useDesk();
  const [draft, setDraft] = useState<VisitDraft>();
  const { busy, error, run } = useBusy();
  const [asked, setAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const current = useRef<VisitDraft | undefined>(undefined);
  const writing = useRef<Promise<void>>(Promise.resolve());
  useEffect(() => {
    void app.store.draft<VisitDraft>(id).then((kept) => {
      // A form that was begun with an older version of the app lacks answers that were added since.
      current.current = { ...newVisit(id, app.now().toISOString()), ...kept };
      setDraft(current.current);
    });
  }, [id]);
  const step = draft?.step;
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus();
  }, [step]);
  const known = desk.case(id);
  if (!known)
    return <p class="empty">{say('Kasus ini tidak ada di ponsel.', 'This case is not on the phone.')}</p>;
  if (!draft || !step) return null;

  const keep = (next: VisitDraft) => {
    current.current = next;
    setDraft(next);
    // One after the other, so that an older answer never overtakes a newer one.
    writing.current = writing.current.then(() => app.store.saveDraft(id, next)).catch(() => undefined);
  };
  const change: StepProps['change'] = (part) => {
    // Not the answers of when the question was drawn: others may have been given since.
    const now = current.current ?? draft;
    keep({ ...now, ...(typeof part === 'function' ? part(now) : part) });
  };
  const way = stepsOf(draft);
  const at = Math.max(0, way.indexOf(step));
  const isLast = at === way.length - 1;
  const missing = missingIn(draft, step, say);
  const today = localDay(app.now());

  const forward = () => {
    if (missing) return setAsked(true);
    setAsked(false);
    const next = way[at + 1];
    if (next) keep({ ...draft, step: next });
  };
  const back = () => {
    setAsked(false);
    const before = way[at - 1];
    if (before) keep({ ...draft, step: before });
    else go('household', householdOf());
  };
  const householdOf = () =>
    desk.households.find(({ cases }) => cases.some(({ state }) => state.caseId === id))?.key ?? '';
  const save = () =>
    run(async () => {
      if (missing) return setAsked(true);
      await writing.current;
      const signature = draft.signature === null ? null : await asFile(draft.signature, 'image/png', id);
      const events = visitFacts(
        draft,
        {
          visits: known.state.visits,
          suggestion: classify(draft.evidence, today, desk.settingsOf(known.state.subject.area)),
          signature: signature?.sha256 ?? null,
          bucket: known.state.bucket,
        },
        (kind, body) => app.event(id, kind, body),
      );
      const files: NewFile[] = draft.photos.map(({ base64, type }) => ({
        bytes: fromBase64(base64),
        type,
        stream: id,
      }));
      if (signature) files.push(signature.file);
      const began = performance.now();
      await app.save(events, files, id);
      performance.measure('jangkau-visit-saved', { start: began });
      go('household', householdOf());
    });
  const Step = steps[step];
  return (
    <div class="visit">
      <header class="visit-head">
        <button type="button" class="back" onClick={back}>
          ‹ {say('Kembali', 'Back')}
        </button>
        <p>{known.state.subject.name}</p>
        <progress max={way.length} value={at + 1} aria-label={say('Langkah', 'Step')}>
          {at + 1}/{way.length}
        </progress>
      </header>
      <h1 ref={heading} tabIndex={-1}>
        <StepTitle step={step} />
      </h1>
      <Step draft={draft} change={change} one={known} today={today} />
      {asked && missing && <Notice kind="warn">{missing}</Notice>}
      {error && <Notice kind="bad">{error}</Notice>}
      <footer class="visit-foot">
        {isLast ? (
          <button type="button" class="primary" disabled={busy} onClick={save}>
            {busy ? say('Menyimpan ...', 'Saving ...') : say('Simpan kunjungan', 'Save the visit')}
          </button>
        ) : (
          <button type="button" class="primary" onClick={forward}>
            {say('Lanjut', 'Next')}
          </button>
        )}
      </footer>
    </div>
  );
}

function StepTitle({ step }: { step: VisitStep }) {
  const say = useSay();
  return (
    <>
      {
        {
          met: say('Siapa yang ditemui?', 'Who was met?'),
          identity: say('Benar orangnya?', 'Is it the right person?'),
          result: say('Apa hasilnya?', 'What was found?'),
          class: say('Siapa yang membayar?', 'Who should pay?'),
          advocacy: say('Jelaskan biayanya', 'Explain the costs'),
          form: say('Pendaftaran', 'Registration'),
          consent: say('Persetujuan', 'Consent'),
          proof: say('Bukti kunjungan', 'Proof of the visit'),
        }[step]
      }
    </>
  );
}

async function asFile(
  base64: string,
  type: string,
  stream: string,
): Promise<{ sha256: string; file: NewFile }> {
  const bytes = fromBase64(base64);
  return { sha256: await sha256(bytes), file: { bytes, type, stream } };
}
