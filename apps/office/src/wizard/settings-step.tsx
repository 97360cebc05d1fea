import { type RunOrder, routes } from '@jangkau/contracts';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { call, newKey } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useSession } from '../api/use-session.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { todayIn } from '../format/today-in.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import layout from './settings.module.css';
import { settingsText } from './settings-text.ts';
import { type ThresholdChoice, ThresholdField, thresholdOf } from './threshold-choice.tsx';
import styles from './wizard.module.css';
import type { StepProps } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** Step 4: what the mapping is for, and the start. */
export function SettingsStep({ files, onGo }: StepProps) {
  const text = useText(settingsText);
  const wizard = useText(wizardText);
  const format = useFormat();
  const navigate = useNavigate();
  const client = useQueryClient();
  const session = useSession();
  const runs = useQuery(apiQuery('listRuns', { query: { limit: 50, state: 'done' } }));
  const [asOf, setAsOf] = useState(() => todayIn(session?.timeZone ?? 'Asia/Makassar'));
  const [choice, setChoice] = useState<ThresholdChoice>('balanced');
  const [own, setOwn] = useState(0.5);
  const [village, setVillage] = useState<string | null>(null);
  const [compareWith, setCompareWith] = useState('');
  const key = useRef(newKey());

  const start = useMutation({
    mutationFn: () => {
      const order: RunOrder = {
        residentsUploads: files.residents,
        membersUploads: files.members,
        asOf: asOf || undefined,
        threshold: choice === 'own' ? own : thresholdOf[choice],
        village: village ?? undefined,
        compareWith: compareWith || undefined,
      };
      return call(routes.createRun, { body: order, idempotencyKey: key.current });
    },
    onSuccess: async (run) => {
      client.setQueryData(apiQuery('getRun', { params: { id: run.id } }).queryKey, run);
      void client.invalidateQueries({ queryKey: ['listRuns'] });
      await navigate({ to: '/pemetaan/$runId/proses', params: { runId: run.id } });
    },
    onError: () => {
      key.current = newKey();
    },
  });

  return (
    <section className={layout.settings}>
      <TextInput
        type="date"
        label={text.asOf}
        description={`${text.asOfHint} ${asOf ? text.asOfIs(format.date(asOf)) : ''}`}
        value={asOf}
        onChange={(event) => setAsOf(event.currentTarget.value)}
        maw={320}
      />
      <ThresholdField choice={choice} own={own} onChoice={setChoice} onOwn={setOwn} />
      <div className={layout.pair}>
        <AreaPicker
          label={text.village}
          description={text.villageHint}
          placeholder={text.wholeFile}
          levels={['village']}
          value={village}
          onChange={setVillage}
        />
        {runs.data && runs.data.items.length > 0 ? (
          <NativeSelect
            label={text.compareWith}
            description=" "
            value={compareWith}
            onChange={(event) => setCompareWith(event.currentTarget.value)}
            data={[
              { value: '', label: text.noCompare },
              ...runs.data.items
                .filter((run) => run.state === 'done')
                .map((run) => ({
                  value: run.id,
                  label: text.compareOption(format.integer(run.number), format.date(run.asOf)),
                })),
            ]}
          />
        ) : null}
      </div>
      {start.error ? <ProblemPanel error={start.error} title={text.failed} /> : null}
      <p className={styles.quiet}>
        {text.startWhat(format.integer(files.residents.length), format.integer(files.members.length))}
      </p>
      <div className={styles.foot}>
        <Button variant="default" onClick={() => onGo('mutu')}>
          {wizard.back}
        </Button>
        <Button size="md" loading={start.isPending} onClick={() => start.mutate()}>
          {text.start}
        </Button>
      </div>
    </section>
  );
}
