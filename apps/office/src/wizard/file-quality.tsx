import type { UploadProfile } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { columnText } from '../text/column-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { bySeverity } from './by-severity.ts';
import own from './file-quality.module.css';
import { qualityText } from './quality-text.ts';
import styles from './wizard.module.css';

const TONE = { error: 'uncovered', warning: 'inactive', info: 'plain' } as const;

/** What one file holds: rows used, how full every column is, what will make matching hard. */
export function FileQuality({ id }: { id: string }) {
  const text = useText(qualityText);
  const format = useFormat();
  const upload = useQuery(apiQuery('getUpload', { params: { id } }));
  const profile = useQuery({ ...apiQuery('getUploadProfile', { params: { id } }), staleTime: 5 * 60_000 });
  const name = upload.data?.name ?? '';
  return (
    <section className={styles.upload}>
      <h2>{name}</h2>
      {profile.error ? <ProblemPanel error={profile.error} onRetry={() => profile.refetch()} /> : null}
      {profile.isPending ? (
        <>
          <p className={styles.quiet}>{text.reading(name)}</p>
          <Loading lines={5} />
        </>
      ) : null}
      {profile.data ? (
        <>
          <Figures>
            <Figure label={text.rowsIn} value={format.integer(profile.data.rowsIn)} />
            <Figure label={text.rowsUsed} value={format.integer(profile.data.rowsUsed)} tone="covered" />
            <Figure
              label={text.rowsSetAside}
              value={format.integer(profile.data.rowsQuarantined)}
              definition="disisihkan"
              tone={profile.data.rowsQuarantined > 0 ? 'inactive' : 'plain'}
            />
          </Figures>
          <Issues profile={profile.data} />
          <Fill profile={profile.data} />
          <SetAside profile={profile.data} />
        </>
      ) : null}
    </section>
  );
}

function Issues({ profile }: { profile: UploadProfile }) {
  const { language } = useLanguage();
  const text = useText(qualityText);
  const names = useText(columnText);
  const format = useFormat();
  return (
    <>
      <h3 className={own.sub}>{text.issues}</h3>
      {profile.issues.length === 0 ? <p className={styles.quiet}>{text.noIssues}</p> : null}
      <ul className={own.issues}>
        {bySeverity(profile.issues).map((issue) => (
          <li key={`${issue.code}${issue.column ?? ''}`}>
            <StateBadge tone={TONE[issue.severity]}>{text.severity[issue.severity]}</StateBadge>
            <span>
              {issue.column ? <b>{columnName(names, issue.column)}. </b> : null}
              {language === 'id' ? issue.message : issue.messageEn}{' '}
              <small>
                {text.rows(
                  format.integer(issue.count),
                  format.percent(issue.count / Math.max(profile.rowsIn, 1)),
                )}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Fill({ profile }: { profile: UploadProfile }) {
  const text = useText(qualityText);
  const names = useText(columnText);
  const format = useFormat();
  const rows = Math.max(profile.rowsUsed, 1);
  return (
    <table className={`${table.table} ${own.fill}`}>
      <thead>
        <tr>
          <th>{text.column}</th>
          <th className={table.number}>{text.filled}</th>
          <th className={table.number}>{text.valid}</th>
          <th className={table.number}>{text.distinct}</th>
          <th className={own.bars} aria-hidden />
        </tr>
      </thead>
      <tbody>
        {profile.columns.map((column) => (
          <tr key={column.canonical}>
            <td>
              {columnName(names, column.canonical)}
              {column.header === null ? <small className={table.muted}> ({text.notInFile})</small> : null}
            </td>
            <td className={table.number}>{format.percent(column.filled / rows, 1)}</td>
            <td className={table.number}>{format.percent(column.valid / rows, 1)}</td>
            <td className={table.number}>
              {column.distinct === null ? '–' : format.integer(column.distinct)}
            </td>
            <td className={own.bars} aria-hidden>
              <span className={own.bar}>
                <span style={{ width: `${(column.valid / rows) * 100}%` }} />
                <span
                  data-bad
                  style={{ width: `${(Math.max(column.filled - column.valid, 0) / rows) * 100}%` }}
                />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function SetAside({ profile }: { profile: UploadProfile }) {
  const text = useText(qualityText);
  const names = useText(columnText);
  const format = useFormat();
  if (profile.rowsQuarantined === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{text.setAsideTitle(format.integer(profile.rowsQuarantined))}</summary>
      <ScrollBox label={text.content}>
        <table className={table.table}>
          <thead>
            <tr>
              <th className={table.number}>{text.line}</th>
              <th>{text.reason}</th>
              <th>{text.content}</th>
            </tr>
          </thead>
          <tbody>
            {profile.quarantine.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows set aside may repeat and never move
              <tr key={index}>
                <td className={table.number}>{row.line === null ? '–' : format.integer(row.line)}</td>
                <td>
                  {row.column ? `${columnName(names, row.column)}: ` : ''}
                  {row.reason}
                </td>
                <td className={styles.samples}>{row.row ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </details>
  );
}

function columnName(names: Record<string, string>, column: string): string {
  return names[column] ?? column;
}
