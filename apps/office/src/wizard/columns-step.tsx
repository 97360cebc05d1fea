import { Button } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { missingColumns } from './change-column.ts';
import { ColumnTable } from './column-table.tsx';
import styles from './wizard.module.css';
import type { StepProps } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** Step 2: what every column was taken for, to be corrected. */
export function ColumnsStep({ files, onGo }: StepProps) {
  const text = useText(wizardText);
  const uploads = useQueries({
    queries: [...files.residents, ...files.members].map((id) => apiQuery('getUpload', { params: { id } })),
  });
  const loaded = uploads.flatMap((query) => (query.data ? [query.data] : []));
  const usable =
    loaded.length === uploads.length &&
    loaded.every(
      (upload) => upload.detection.usable && missingColumns(upload.detection.columns).length === 0,
    );

  return (
    <section>
      <p className={styles.lede}>{text.columnsLede}</p>
      {uploads.map((query, index) => {
        const key = [...files.residents, ...files.members][index];
        if (query.error)
          return <ProblemPanel key={key} error={query.error} onRetry={() => query.refetch()} />;
        if (!query.data) return <Loading key={key} lines={6} />;
        return <ColumnTable key={key} upload={query.data} />;
      })}
      <div className={styles.foot}>
        <Button variant="default" onClick={() => onGo('berkas')}>
          {text.back}
        </Button>
        <Button disabled={!usable} onClick={() => onGo('mutu')}>
          {text.nextQuality}
        </Button>
      </div>
    </section>
  );
}
