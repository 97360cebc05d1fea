import {
  type CanonicalColumn,
  columnsOf,
  type DetectedColumn,
  routes,
  type Upload,
} from '@jangkau/contracts';
import { NativeSelect } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { columnText } from '../text/column-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { changeColumn, missingColumns } from './change-column.ts';
import own from './column-table.module.css';
import styles from './wizard.module.css';
import { wizardText } from './wizard-text.ts';

const SURE = 0.85;

/** The columns of one file with samples, their meaning and how sure the system is. */
export function ColumnTable({ upload }: { upload: Upload }) {
  const text = useText(wizardText);
  const client = useQueryClient();
  const { detection } = upload;
  const { language } = useLanguage();
  const correct = useMutation({
    mutationFn: ({ header, canonical }: { header: string; canonical: CanonicalColumn | null }) =>
      call(routes.correctMapping, {
        params: { id: upload.id },
        body: { columns: changeColumn(detection.columns, header, canonical) },
      }),
    onSuccess: (changed) => {
      client.setQueryData(apiQuery('getUpload', { params: { id: upload.id } }).queryKey, changed);
      void client.invalidateQueries({ queryKey: ['getUploadProfile', { id: upload.id }] });
    },
  });
  const missing = missingColumns(detection.columns);

  return (
    <section className={styles.upload} aria-labelledby={`upload-${upload.id}`}>
      <h2 id={`upload-${upload.id}`}>
        {upload.kind === 'residents' ? text.residents : text.members}: {upload.name}
      </h2>
      <ReadAs upload={upload} />
      {missing.includes('name') ? <p className={own.missing}>{text.needName}</p> : null}
      {missing.includes('key') ? <p className={own.missing}>{text.needKey}</p> : null}
      {detection.problems.length > 0 ? (
        <ul className={own.problems}>
          {detection.problems.map((problem) => (
            <li key={`${problem.code}${problem.column ?? ''}`} data-severity={problem.severity}>
              <b>{text.severity[problem.severity]}:</b> {problem.column ? `${problem.column}. ` : ''}
              {language === 'id' ? problem.message : problem.messageEn}
            </li>
          ))}
        </ul>
      ) : null}
      {correct.error ? <ProblemPanel error={correct.error} title={text.saveFailed} /> : null}
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th>{text.header}</th>
            <th>{text.samples}</th>
            <th>{text.takenAs}</th>
            <th>{text.certainty}</th>
          </tr>
        </thead>
        <tbody>
          {detection.columns.map((column) => (
            <ColumnRow
              key={column.header}
              column={column}
              upload={upload}
              busy={correct.isPending}
              onChange={(canonical) => correct.mutate({ header: column.header, canonical })}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ReadAs({ upload }: { upload: Upload }) {
  const text = useText(wizardText);
  const format = useFormat();
  const { detection } = upload;
  const parts = [
    detection.delimiter
      ? text.delimiterIs(text.delimiters[detection.delimiter] ?? detection.delimiter)
      : null,
    detection.encoding ? text.encodingIs(detection.encoding.toUpperCase()) : null,
    detection.headerRow ? text.headerLine(format.integer(detection.headerRow)) : null,
    format.bytes(upload.size),
  ].filter((part) => part !== null);
  return <p className={styles.hint}>{[detection.format.toUpperCase(), ...parts].join(', ')}</p>;
}

interface ColumnRowProps {
  column: DetectedColumn;
  upload: Upload;
  busy: boolean;
  onChange: (canonical: CanonicalColumn | null) => void;
}

function ColumnRow({ column, upload, busy, onChange }: ColumnRowProps) {
  const text = useText(wizardText);
  const names = useText(columnText);
  const unsure = column.canonical !== null && column.confidence < SURE && !column.remembered;
  return (
    <tr data-unsure={unsure || undefined}>
      <td data-label={text.header}>
        <b>{column.header}</b>
      </td>
      <td data-label={text.samples} className={styles.samples}>
        {column.samples.slice(0, 3).join(' · ') || text.noSamples}
      </td>
      <td data-label={text.takenAs} className={own.choice}>
        <NativeSelect
          aria-label={text.selectLabel(column.header)}
          value={column.canonical ?? ''}
          disabled={busy}
          onChange={(event) => onChange((event.currentTarget.value || null) as CanonicalColumn | null)}
          data={[
            { value: '', label: text.notUsed },
            ...columnsOf(upload.kind).map((name) => ({ value: name, label: names[name] })),
          ]}
        />
      </td>
      <td data-label={text.certainty}>
        <Certainty column={column} />
      </td>
    </tr>
  );
}

function Certainty({ column }: { column: DetectedColumn }) {
  const text = useText(wizardText);
  const format = useFormat();
  const { language } = useLanguage();
  if (column.canonical === null) return <StateBadge>{text.ignored}</StateBadge>;
  if (column.remembered) return <StateBadge tone="accent">{text.remembered}</StateBadge>;
  const sure = column.confidence >= SURE;
  return (
    <span>
      <StateBadge tone={sure ? 'good' : 'inactive'}>
        {sure ? text.sure : text.check} {format.percent(column.confidence, 0)}
      </StateBadge>{' '}
      {sure ? null : (
        <small className={own.reason}>{language === 'id' ? column.reason : column.reasonEn}</small>
      )}
    </span>
  );
}
