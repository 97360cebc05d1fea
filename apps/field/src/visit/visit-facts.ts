import { closesAs, type RegistrationForm, type Suggestion } from '@jangkau/pesiar';
import type { SyncEvent } from '@jangkau/sync';
import { stepsOf, type VisitDraft } from './visit-draft.ts';

/** Version of the text of consent that is read out. */
const consentText = 'pesiar-2026-11';

/** What a finished form says, as facts in the order in which they count. */
export function visitFacts(
  draft: VisitDraft,
  known: { visits: number; suggestion: Suggestion; signature: string | null; bucket: string | null },
  make: (kind: string, body: object) => SyncEvent,
): SyncEvent[] {
  const facts: SyncEvent[] = [];
  const steps = stepsOf(draft);
  const result = draft.met === 'nobody' ? 'no-one-home' : (draft.result ?? 'found-uncovered');
  const hashes = (kinds: readonly string[]) =>
    draft.photos.filter(({ kind }) => kinds.includes(kind)).map(({ sha256 }) => sha256);
  const note = draft.note.trim() === '' ? {} : { note: draft.note.trim() };
  facts.push(
    make('visited', {
      result,
      met: draft.met ?? 'self',
      startedAt: draft.startedAt,
      point: draft.point,
      attachments: hashes(['house']),
      ...note,
    }),
  );
  if (steps.includes('identity') && draft.method && draft.sameness) {
    facts.push(
      make('identified', {
        method: draft.method,
        result: draft.sameness,
        ...(draft.method === 'nik-typed' && draft.nik.length === 16 && { nik: draft.nik }),
        attachments: hashes(['ktp', 'kk']),
      }),
    );
  }
  if (steps.includes('class') && draft.class) {
    const { suggestion } = known;
    facts.push(
      make('classified', {
        class: draft.class,
        evidence: draft.evidence,
        suggested: suggestion.class,
        rule: suggestion.rule?.id ?? null,
        ...(suggestion.class !== draft.class && draft.because.trim() && { because: draft.because.trim() }),
      }),
    );
  }
  if (steps.includes('advocacy') && draft.answer) {
    const perMonth = draft.shown?.classes.map((cost) => [String(cost.class), cost.perMonth]) ?? [];
    facts.push(
      make('advocated', {
        where: 'home',
        shown: draft.shown && { people: draft.shown.billed.length, perMonth: Object.fromEntries(perMonth) },
        answer: draft.answer,
      }),
    );
  }
  if (steps.includes('consent') && draft.consent !== null) {
    const { signature } = known;
    facts.push(
      make('consented', { given: draft.consent, text: consentText, signature, signer: draft.signer }),
    );
    if (draft.consent && draft.exit)
      facts.push(make('registered', { ...formOf(draft), attachments: hashes(['ktp', 'kk']) }));
  }
  const closes = known.bucket === null ? closesAs(result, known.visits + 1) : undefined;
  if (closes) facts.push(make('closed', { bucket: closes, how: 'visit' }));
  return facts;
}

/** The stages that were chosen, or as many as were shown. */
function stagesOf({ stages, shown }: VisitDraft): number | null {
  return stages ?? (shown?.debt?.rehab.stages.length || null);
}

function formOf(draft: VisitDraft): Omit<RegistrationForm, 'attachments'> {
  const exit = draft.exit ?? 'pbpu';
  const chosen = draft.people.filter((person) => person.chosen);
  const nik = exit === 'newborn' && /^\d{16}$/.test(draft.babyNik) ? { nik: draft.babyNik } : {};
  // The server keeps typed numbers apart; of a newborn it is the last one's on the form.
  const people = chosen.map(({ chosen: _, ...person }, i) => ({
    ...person,
    ...(i === chosen.length - 1 && nik),
  }));
  const money = exit === 'pbpu' || exit === 'newborn';
  const employer = {
    code: null,
    name: draft.employerName.trim(),
    address: draft.employerAddress.trim() || null,
    position: draft.position.trim() || null,
    wage: draft.wage === '' ? null : Number(draft.wage),
  };
  return {
    exit,
    people,
    phone: draft.phone.trim() || null,
    ...(money && { class: draft.roomClass, bank: draft.bank }),
    ...(exit === 'pbpu' && draft.endedOn && draft.endedAs === 'pbi' && { pbiEndedOn: draft.endedOn }),
    ...(exit === 'pbpu' && draft.endedOn && draft.endedAs === 'ppu' && { ppuEndedOn: draft.endedOn }),
    ...(exit === 'newborn' && /^\d{13}$/.test(draft.motherCard) && { motherCard: draft.motherCard }),
    ...(exit === 'ppu' && { employer }),
    ...(exit === 'reactivation' && {
      way: draft.way,
      stages: draft.way === 'rehab' ? stagesOf(draft) : null,
    }),
  };
}
