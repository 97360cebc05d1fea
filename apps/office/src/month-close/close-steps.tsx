import type { MonthCloseJob } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { monthCloseText } from './month-close-text.ts';

type Steps = MonthCloseJob['steps'];

// Steps whose examples are not members.
const ofOthers: Record<string, 'household' | 'plan' | 'payer'> = {
  'beyond-cap': 'household',
  bills: 'household',
  'bills-again': 'household',
  'undo-beyond-cap': 'household',
  'undo-bills': 'household',
  'undo-later-money': 'household',
  'undo-rehab': 'plan',
  deposits: 'household',
  'payer-bills': 'payer',
  'undo-payer-bills': 'payer',
  rehab: 'plan',
};

/** Everything the steps change together. */
export function changesOf(steps: Steps): number {
  return steps.reduce((sum, step) => sum + step.count, 0);
}

/** What each step changed, or would, with a few examples. */
export function CloseSteps({ steps }: { steps: Steps }) {
  const text = useText(monthCloseText);
  const format = useFormat();
  return (
    <DataTable
      label={text.step}
      rows={steps}
      keyOf={({ id }) => id}
      columns={[
        { header: text.step, role: 'title', cell: ({ label }) => label, foot: text.sum },
        {
          header: text.count,
          number: true,
          cell: ({ count }) => format.integer(count),
          foot: format.integer(changesOf(steps)),
        },
        { header: text.amount, number: true, cell: ({ amount }) => (amount ? rupiah(format, amount) : '–') },
        { header: text.samples, cell: (step) => <Samples step={step} /> },
      ]}
    />
  );
}

function Samples({ step }: { step: Steps[number] }) {
  const text = useText(monthCloseText);
  const other = ofOthers[step.id];
  return (
    <span>
      {step.samples.slice(0, 3).map((sample, i) => (
        <span key={sample}>
          {i > 0 ? ', ' : ''}
          {other ? (
            text[other](String(sample))
          ) : (
            <Link to="/peserta/$memberId" params={{ memberId: String(sample) }}>
              {sample}
            </Link>
          )}
        </span>
      ))}
    </span>
  );
}
