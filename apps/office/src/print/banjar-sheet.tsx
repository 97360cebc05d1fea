import type { PrintLine, PrintList } from '@jangkau/contracts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import styles from './print.module.css';
import { printText } from './print-text.ts';

interface BanjarSheetProps {
  list: PrintList;
  banjar: PrintList['banjars'][number];
}

/** The list of one banjar. It starts on a page of its own and repeats its heading on every page. */
export function BanjarSheet({ list, banjar }: BanjarSheetProps) {
  const text = useText(printText);
  const format = useFormat();
  const uncovered = banjar.lines.filter((line) => line.kind === 'uncovered').length;
  const { village } = list;
  return (
    <section className={styles.sheet}>
      <header className={styles.head}>
        <div>
          <h2>{banjar.banjar ?? text.noBanjar}</h2>
          <p>{text.place(village.name, village.district, village.regency)}</p>
          <p>
            {text.asOf(format.date(list.asOf), format.integer(list.runNumber))}.{' '}
            {text.count(format.integer(uncovered), format.integer(banjar.lines.length - uncovered))}.
          </p>
        </div>
        <dl className={styles.sign}>
          <div>
            <dt>{text.agent}</dt>
            <dd />
          </div>
          <div>
            <dt>{text.date}</dt>
            <dd />
          </div>
          <div>
            <dt>{text.signature}</dt>
            <dd />
          </div>
        </dl>
      </header>
      <ScrollBox label={`${text.listTitle}, ${banjar.banjar ?? text.noBanjar}`}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th>{text.columns.done}</th>
              <th>{text.columns.number}</th>
              <th>{text.columns.name}</th>
              <th>{text.columns.sex}</th>
              <th>{text.columns.age}</th>
              <th>{text.columns.address}</th>
              <th>{text.columns.reason}</th>
              <th>{text.columns.outcome}</th>
            </tr>
          </thead>
          <tbody>
            {banjar.lines.map((line, index) => (
              <Line
                key={line.residentKey}
                line={line}
                asOf={list.asOf}
                newFamily={line.household === null || line.household !== banjar.lines[index - 1]?.household}
              />
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.secret}>{text.secret}</p>
    </section>
  );
}

function Line({ line, asOf, newFamily }: { line: PrintLine; asOf: string; newFamily: boolean }) {
  const text = useText(printText);
  const words = useText(peopleText);
  const format = useFormat();
  const kind =
    words.kinds[(line.inactiveKind ?? 'unknown') as keyof typeof words.kinds] ?? line.inactiveKind ?? '';
  return (
    <tr data-family={newFamily || undefined}>
      <td>
        <span className={styles.box} />
      </td>
      <td>{line.number}</td>
      <td>
        <b>{line.name}</b>
        {line.relation ? <small>{line.relation}</small> : null}
      </td>
      <td>{line.sex ?? ''}</td>
      <td>{format.age(line.born, asOf)}</td>
      <td>{line.address ?? ''}</td>
      <td>
        {line.kind === 'uncovered' ? text.uncovered : text.inactive(kind)}
        {line.kind === 'uncovered' && line.reason ? (
          <small>{words.reasons[line.reason] ?? line.reason}</small>
        ) : null}
      </td>
      <td />
    </tr>
  );
}
