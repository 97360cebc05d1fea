import {
  type CaseFactKind,
  classify,
  closesAs,
  type Evidence,
  type ExitKind,
  type FactOfKind,
  noEvidence,
  type PayerClass,
  type VisitResult,
} from '@jangkau/pesiar';

/** A word of an agent about a case, minutes after the visit began. */
export type Said = {
  [K in CaseFactKind]: { kind: K; minute: number; body: FactOfKind<K>['body'] };
}[CaseFactKind];

/** What a made-up visit finds. */
interface Story {
  result: VisitResult;
  class?: PayerClass;
  evidence?: Partial<Evidence>;
  exit?: ExitKind;
  /** Whether the family agrees; a form is handed in only then. */
  answer?: 'agrees' | 'thinks-about-it' | 'refuses';
}

/** What the doors of the demo say, one after the other. */
const stories: readonly Story[] = [
  {
    result: 'found-uncovered',
    class: 'unable',
    evidence: { work: 'casual', income: 'to-2m', dependants: 4, inDtsen: true, dtsenDecile: 3 },
    exit: 'pemda',
    answer: 'agrees',
  },
  { result: 'no-one-home' },
  {
    result: 'found-uncovered',
    class: 'able',
    evidence: { work: 'self-employed', income: 'to-8m', dependants: 3, inDtsen: false },
    exit: 'pbpu',
    answer: 'agrees',
  },
  {
    result: 'found-uncovered',
    class: 'working',
    evidence: { work: 'employee', employer: 'Hotel Contoh' },
    exit: 'ppu',
    answer: 'agrees',
  },
  { result: 'moved' },
  {
    result: 'found-uncovered',
    class: 'unable',
    evidence: { work: 'none', income: 'to-1m', dependants: 2, inDtsen: false },
    exit: 'pemda',
    answer: 'agrees',
  },
  { result: 'already-active' },
  {
    result: 'found-uncovered',
    class: 'able',
    evidence: { work: 'self-employed', income: 'to-4m', dependants: 2 },
    answer: 'thinks-about-it',
  },
  { result: 'died' },
  {
    result: 'found-uncovered',
    class: 'unable',
    evidence: { work: 'casual', income: 'to-1m', dependants: 3, inDtsen: true, dtsenDecile: 1 },
    exit: 'pbi',
    answer: 'agrees',
  },
  { result: 'refused' },
  {
    result: 'found-uncovered',
    class: 'unable',
    evidence: { work: 'casual', income: 'to-2m', dependants: 5 },
    exit: 'pemda',
    answer: 'agrees',
  },
  { result: 'other-scheme' },
  {
    result: 'found-uncovered',
    class: 'working',
    evidence: { work: 'employee', employer: 'Hotel Contoh' },
    exit: 'ppu',
    answer: 'agrees',
  },
  { result: 'data-mismatch' },
  {
    result: 'found-uncovered',
    class: 'unable',
    evidence: { income: 'to-2m', dependants: 6, cannotWork: true },
    exit: 'pemda',
    answer: 'agrees',
  },
];

/** What an agent of the demo writes about the case at the nth door. Somebody in arrears is always for reactivation. */
export function demoVisit(
  nth: number,
  about: { inArrears: boolean; today: string; people: FactOfKind<'registered'>['body']['people'] },
): Said[] {
  const chosen = stories[nth % stories.length] as Story;
  const story: Story =
    about.inArrears && chosen.exit
      ? {
          result: 'arrears',
          class: 'able',
          evidence: { work: 'self-employed', income: 'to-4m', dependants: 3 },
          exit: 'reactivation',
          answer: 'agrees',
        }
      : chosen;
  const said: Said[] = [
    {
      kind: 'visited',
      minute: 6 + (nth % 5),
      body: {
        result: story.result,
        met: story.result === 'no-one-home' ? 'nobody' : nth % 3 === 0 ? 'family' : 'self',
        startedAt: '',
        point: null,
        attachments: [],
      },
    },
  ];
  const bucket = closesAs(story.result, 2);
  if (bucket && story.result !== 'refused')
    said.push({ kind: 'closed', minute: 12, body: { bucket, how: 'visit' } });
  if (!story.class) return said;
  const evidence = { ...noEvidence, ...story.evidence };
  const suggestion = classify(evidence, about.today);
  said.push(
    {
      kind: 'identified',
      minute: 12,
      body: { method: 'known-by-banjar-head', result: 'same-person', attachments: [] },
    },
    {
      kind: 'classified',
      minute: 13,
      body: { class: story.class, evidence, suggested: suggestion.class, rule: suggestion.rule?.id ?? null },
    },
    { kind: 'advocated', minute: 15, body: { where: 'home', answer: story.answer ?? 'thinks-about-it' } },
  );
  if (!story.exit) return said;
  said.push(
    { kind: 'consented', minute: 16, body: { given: true, text: 'v1', signature: null, signer: 'self' } },
    {
      kind: 'registered',
      minute: 18,
      body: {
        exit: story.exit,
        people: story.exit === 'pbpu' ? about.people : [],
        attachments: [],
        ...(story.exit === 'pbpu' && { class: ((nth % 3) + 1) as 1, bank: 'bri' as const }),
        ...(story.exit === 'ppu' && {
          employer: {
            code: 'BU-CONTOH',
            name: 'Hotel Contoh',
            address: 'Sanur',
            position: 'Staf dapur',
            wage: 3_800_000,
          },
        }),
        ...(story.exit === 'reactivation' && { way: 'pay' as const, bank: 'bri' as const }),
      },
    },
  );
  return said;
}
