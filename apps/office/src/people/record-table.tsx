import type { Evidence, PersonRecord } from '@jangkau/contracts';
import { personText } from '../person/person-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { peopleText } from './people-text.ts';
import { type RecordField, type RecordRow, recordRows } from './record-rows.ts';
import styles from './record-table.module.css';

type FullNumbers = Partial<Record<'id' | 'nik' | 'kk' | 'phone', string | null>>;

interface RecordTableProps {
  left: PersonRecord;
  right: PersonRecord | null;
  evidence: readonly Evidence[];
  /** Full numbers to show in place of masked ones. */
  leftNumbers?: FullNumbers | null;
  rightNumbers?: FullNumbers | null;
  rightTitle: string;
  /** Leaves out what only one kind of register can tell. */
  compact?: boolean;
}

/** Two records side by side; rows that differ are marked in colour, shape and words. */
export function RecordTable(props: RecordTableProps) {
  const text = useText(personText);
  const rows = recordRows(
    withNumbers(props.left, props.leftNumbers),
    props.right ? withNumbers(props.right, props.rightNumbers) : null,
    props.evidence,
  ).filter((row) => !props.compact || row.agreement !== 'empty');
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th>
            <span className="hidden-visually">{text.column}</span>
          </th>
          <th>{text.resident}</th>
          <th>{props.rightTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.field} row={row} alone={props.right === null} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, alone }: { row: RecordRow; alone: boolean }) {
  const text = useText(personText);
  const mark =
    row.agreement === 'differs'
      ? text.differs
      : row.agreement === 'one-sided'
        ? text.onlyOne
        : row.agreement === 'same'
          ? text.same
          : null;
  return (
    <tr data-agreement={alone ? undefined : row.agreement}>
      <th scope="row">{text.fields[row.field]}</th>
      <td data-label={text.resident} data-field={row.field}>
        <Value field={row.field} value={row.left} />
      </td>
      <td data-label={text.member} data-field={row.field}>
        <Value field={row.field} value={row.right} />
        {alone || mark === null ? null : <span className={styles.mark}>{mark}</span>}
      </td>
    </tr>
  );
}

function Value({ field, value }: { field: RecordField; value: string | null }) {
  const words = useText(peopleText);
  const format = useFormat();
  const text = useText(personText);
  if (value === null || value === '') return <span className={styles.empty}>{text.empty}</span>;
  if (field === 'born') return <>{format.date(value)}</>;
  if (field === 'sex') return <>{value === 'L' || value === 'P' ? words.sexes[value] : value}</>;
  if (field === 'segment') return <>{words.segments[value] ?? value}</>;
  if (field === 'status') return <>{words.statuses[value] ?? value}</>;
  return <>{value}</>;
}

function withNumbers(record: PersonRecord, numbers: FullNumbers | null | undefined): PersonRecord {
  if (!numbers) return record;
  return {
    ...record,
    nik: numbers.nik ?? record.nik,
    kk: numbers.kk ?? record.kk,
    phone: numbers.phone ?? record.phone,
  };
}
