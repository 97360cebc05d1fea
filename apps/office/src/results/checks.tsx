import type { RunSummary } from '@jangkau/contracts';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import { Notice } from '../ui/notice.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './results.module.css';
import { resultsText } from './results-text.ts';

/** The equations every mapping must satisfy, and what became of the rows that came in. */
export function Checks({ summary }: { summary: RunSummary }) {
  const text = useText(resultsText);
  const format = useFormat();
  const checks = summary.reconciliation ?? [];
  const allOk = checks.every((check) => check.ok);
  const inputs = [
    [text.residentsFile, summary.inputs?.residents],
    [text.membersFile, summary.inputs?.members],
  ] as const;
  return (
    <div className={styles.columns}>
      <section className={styles.section}>
        <h2>{text.checks}</h2>
        {checks.length === 0 ? null : allOk ? (
          <Notice tone="good" icon={<IconCircleCheck size={20} />}>
            {text.checksOk}
          </Notice>
        ) : (
          <Notice tone="problem" icon={<IconCircleX size={20} />}>
            {text.checksBad}
          </Notice>
        )}
        <ScrollBox label={text.checks}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{text.equation}</th>
                <th className={table.number}>{text.leftSide}</th>
                <th className={table.number}>{text.rightSide}</th>
                <th>
                  <span className="hidden-visually">{text.ok}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {checks.map((check) => (
                <tr key={check.equation}>
                  <td>{check.equation}</td>
                  <td className={table.number}>{format.integer(check.left)}</td>
                  <td className={table.number}>{format.integer(check.right)}</td>
                  <td>{check.ok ? text.ok : <b className={styles.bad}>{text.notOk}</b>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
      <section className={styles.section}>
        <h2>
          {text.quarantine}
          <Definition of="disisihkan" />
        </h2>
        <ScrollBox label={text.quarantine}>
          <table className={table.table}>
            <thead>
              <tr>
                <th>{text.fileKind}</th>
                <th className={table.number}>{text.rowsIn}</th>
                <th className={table.number}>{text.rowsUsed}</th>
                <th className={table.number}>{text.rowsSetAside}</th>
              </tr>
            </thead>
            <tbody>
              {inputs.map(([name, input]) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td className={table.number}>{count(input?.rowsIn)}</td>
                  <td className={table.number}>{count(input?.rowsUsed)}</td>
                  <td className={table.number}>{count(input?.rowsQuarantined)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
    </div>
  );

  function count(value: number | undefined) {
    return value === undefined ? '–' : format.integer(value);
  }
}
