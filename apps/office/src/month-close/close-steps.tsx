import type { MonthCloseJob } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
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
    <ScrollBox label={text.step}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.step}</th>
            <th scope="col" className={table.number}>
              {text.count}
            </th>
            <th scope="col" className={table.number}>
              {text.amount}
            </th>
            <th scope="col">{text.samples}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <tr key={step.id}>
              <td>{step.label}</td>
              <td data-label={text.count} className={table.number}>
                {format.integer(step.count)}
              </td>
              <td data-label={text.amount} className={table.number}>
                {step.amount ? rupiah(format, step.amount) : '–'}
              </td>
              <td data-label={text.samples}>
                <span>
                  {step.samples.slice(0, 3).map((sample, i) => (
                    <span key={sample}>
                      {i > 0 ? ', ' : ''}
                      {ofOthers[step.id] ? (
                        text[ofOthers[step.id] ?? 'household'](String(sample))
                      ) : (
                        <Link to="/peserta/$memberId" params={{ memberId: String(sample) }}>
                          {sample}
                        </Link>
                      )}
                    </span>
                  ))}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>{text.sum}</td>
            <td data-label={text.count} className={table.number}>
              {format.integer(changesOf(steps))}
            </td>
            <td />
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}
