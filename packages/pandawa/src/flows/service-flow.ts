import type { Check, Flow, FlowView, Step } from './flow.ts';

interface Question {
  readonly id: string;
  readonly label: string;
  readonly say: (view: FlowView) => string;
  readonly check?: Check;
  readonly options?: readonly {
    readonly id: string;
    readonly title: string;
    readonly description?: string;
  }[];
}

/** One service of PANDAWA: its rules told first, questions, documents, a look at the whole, the work item. */
export interface ServiceSpec {
  readonly id: string;
  /** PANDAWA letter. */
  readonly code: string;
  readonly title: string;
  readonly level: 0 | 1 | 2;
  readonly intro: (view: FlowView) => string;
  /** A reason not to go on, told instead of the questions. */
  readonly refused?: (view: FlowView) => string | null;
  readonly questions: readonly Question[];
  readonly documents: (view: FlowView) => readonly string[];
  readonly closing: (view: FlowView) => string;
  readonly version?: number;
}

/** The steps of a service, the same for all of them. */
export function serviceFlow(spec: ServiceSpec): Flow {
  const { id, code, title, level, questions, documents } = spec;
  const steps: Record<string, Step> = {
    start: { kind: 'route', by: (view) => (spec.refused?.(view) ? 'refused' : 'intro') },
    refused: { kind: 'tell', say: (view) => spec.refused?.(view) ?? '', next: 'end' },
    intro: {
      kind: 'choose',
      say: spec.intro,
      options: () => [
        { id: 'go', title: 'Lanjut', next: questions[0]?.id ?? 'files' },
        { id: 'no', title: 'Batal', next: 'cancelled' },
      ],
    },
    files: { kind: 'files', documents, next: 'check' },
    check: {
      kind: 'choose',
      say: (view) =>
        [
          `Mohon periksa, ${title.toLowerCase()}:`,
          ...questions.map(({ id: key, label, options }) => {
            const answer = view.answers[key] ?? '';
            return `• ${label}: ${options?.find((option) => option.id === answer)?.title ?? answer}`;
          }),
          `• Dokumen: ${documents(view).length} berkas`,
          'Kirim ke petugas?',
        ].join('\n'),
      options: () => [
        { id: 'send', title: 'Kirim', next: 'record' },
        { id: 'again', title: 'Ulangi isian', next: questions[0]?.id ?? 'files' },
        { id: 'no', title: 'Batal', next: 'cancelled' },
      ],
    },
    record: { kind: 'record', service: code, next: 'done' },
    done: {
      kind: 'tell',
      say: (view) =>
        `Permohonan ${view.recorded?.number} kami terima. ${spec.closing(view)} Petugas menjawab paling lambat ${view.recorded?.dueOn}.`,
      next: 'end',
    },
    cancelled: {
      kind: 'tell',
      say: () => 'Baik, permohonan dibatalkan. Tidak ada yang diubah.',
      next: 'end',
    },
  };
  for (const [i, one] of questions.entries()) {
    const next = questions[i + 1]?.id ?? 'files';
    const { options, label, say } = one;
    steps[one.id] = options
      ? { kind: 'choose', say, label, options: () => options.map((option) => ({ ...option, next })) }
      : { kind: 'ask', say, label, check: one.check ?? 'text', next };
  }
  return { id, version: spec.version ?? 1, title, level, first: 'start', steps, branch: 'administrasi' };
}
