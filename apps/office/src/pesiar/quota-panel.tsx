import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { useWorkAreas } from '../areas/use-work-areas.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';
import { QuotaDialog } from './quota-dialog.tsx';

/** Heads and rupiah a Pemda pays for this month, and what is left of them; of the regency `first` to begin with. */
export function QuotaPanel({ first }: { first?: string | undefined }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const may = useMay();
  const [changing, setChanging] = useState(false);
  const areas = useWorkAreas();
  const regencies = areas.items?.filter(({ level }) => level === 'regency') ?? [];
  const [picked, setPicked] = useState<string | null>(null);
  const regency = picked ?? first ?? regencies[0]?.code ?? '';
  const quota = useQuery({ ...apiQuery('getQuota', { query: { regency } }), enabled: regency !== '' });
  return (
    <section className={styles.quota}>
      <h2>{text.quota}</h2>
      {regencies.length > 1 ? (
        <Segments
          label={text.area}
          value={regency}
          options={regencies.map(({ code, name }) => ({ value: code, label: name }))}
          onChange={setPicked}
        />
      ) : null}
      {quota.isPending ? <Loading lines={2} /> : null}
      {quota.error ? <ProblemPanel error={quota.error} onRetry={() => quota.refetch()} /> : null}
      {quota.data ? (
        <div>
          <Figures>
            <Figure
              label={text.quotaLeft}
              value={quota.data.left === null ? '–' : format.integer(quota.data.left)}
              note={
                quota.data.heads === null || quota.data.left === null
                  ? text.quotaNone
                  : text.quotaOf(format.integer(quota.data.left), format.integer(quota.data.heads))
              }
            />
            <Figure label={text.quotaActive} value={format.integer(quota.data.active)} tone="covered" />
            <Figure label={text.quotaPlanned} value={format.integer(quota.data.planned)} />
            {quota.data.budget === null ? null : (
              <Figure label={text.budget} value={rupiah(format, quota.data.budget)} />
            )}
          </Figures>
          <p className={styles.why}>
            {quota.data.reference ? `${text.quotaBasis(quota.data.reference)} ` : ''}
            {may('quota.manage') ? (
              <Button size="xs" variant="default" onClick={() => setChanging(true)}>
                {text.quotaChange}
              </Button>
            ) : null}
          </p>
          {changing ? (
            <QuotaDialog
              regency={regency}
              name={regencies.find(({ code }) => code === regency)?.name ?? regency}
              quota={quota.data}
              onClose={() => setChanging(false)}
            />
          ) : null}
        </div>
      ) : null}
    </section>
  );
}
