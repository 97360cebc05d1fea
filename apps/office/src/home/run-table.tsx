import { type Run, type RunPage, routes } from '@jangkau/contracts';
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useMay } from '../api/use-session.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { type BadgeTone, StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { toastDone, toastFailure } from '../ui/toast.ts';
import styles from './home-page.module.css';
import { homeText } from './home-text.ts';
import { RemoveRun } from './remove-run.tsx';
import { useEarlierRuns } from './use-earlier-runs.ts';

const TONE: Record<Run['state'], BadgeTone> = {
  done: 'good',
  running: 'accent',
  queued: 'plain',
  failed: 'uncovered',
  cancelled: 'plain',
  interrupted: 'inactive',
};

/** Every mapping with its state, newest first. */
export function RunTable({ first }: { first: RunPage }) {
  const text = useText(homeText);
  const earlier = useEarlierRuns(first);
  const [removing, setRemoving] = useState<Run | null>(null);
  return (
    <section className={styles.runs}>
      <h2>{text.runs}</h2>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th>{text.run}</th>
            <th>{text.state}</th>
            <th>{text.asOf}</th>
            <th>{text.files}</th>
            <th>{text.started}</th>
            <th className={table.number}>{text.took}</th>
            <th>
              <span className="hidden-visually">{text.actions}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {earlier.items.map((run) => (
            <RunRow key={run.id} run={run} onRemove={() => setRemoving(run)} />
          ))}
        </tbody>
      </table>
      {earlier.hasMore ? (
        <Button variant="default" mt={12} loading={earlier.loading} onClick={earlier.loadMore}>
          {text.more}
        </Button>
      ) : null}
      <RemoveRun run={removing} onClose={() => setRemoving(null)} />
    </section>
  );
}

function RunRow({ run, onRemove }: { run: Run; onRemove: () => void }) {
  const text = useText(homeText);
  const format = useFormat();
  const number = format.integer(run.number);
  const files = [...run.residentsUploads, ...run.membersUploads].map((file) => file.name).join(', ');
  const took =
    run.startedAt && run.finishedAt
      ? format.duration(Date.parse(run.finishedAt) - Date.parse(run.startedAt))
      : '–';
  const target = run.state === 'done' ? `/pemetaan/${run.id}` : `/pemetaan/${run.id}/proses`;
  return (
    <tr>
      <td data-label={text.run}>
        <Link to={target}>
          <b>
            {text.run} {number}
          </b>
        </Link>
      </td>
      <td data-label={text.state}>
        <StateBadge tone={TONE[run.state]}>{text.states[run.state]}</StateBadge>
      </td>
      <td data-label={text.asOf}>{format.date(run.asOf)}</td>
      <td data-label={text.files} className={styles.files}>
        {files}
      </td>
      <td data-label={text.started}>{format.dateTime(run.createdAt)}</td>
      <td data-label={text.took} className={table.number}>
        {took}
      </td>
      <td className={table.number}>
        <RunMenu run={run} target={target} onRemove={onRemove} />
      </td>
    </tr>
  );
}

function RunMenu({ run, target, onRemove }: { run: Run; target: string; onRemove: () => void }) {
  const text = useText(homeText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();
  const resume = useMutation({
    mutationFn: () => call(routes.resumeRun, { params: { id: run.id } }),
    onSuccess: async () => {
      toastDone(text.resumed(format.integer(run.number)));
      await client.invalidateQueries({ queryKey: ['listRuns'] });
      await client.invalidateQueries({ queryKey: ['getRun'] });
      await navigate({ to: `/pemetaan/${run.id}/proses` });
    },
    onError: (error) => toastFailure(error, language),
  });
  const canResume = run.state === 'failed' || run.state === 'cancelled' || run.state === 'interrupted';
  const may = useMay();
  const busy = run.state === 'running' || run.state === 'queued';
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={text.menuOf(format.integer(run.number))}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component={Link} to={target}>
          {text.openAction}
        </Menu.Item>
        {canResume && may('run.manage') ? (
          <Menu.Item onClick={() => resume.mutate()}>{text.resume}</Menu.Item>
        ) : null}
        {busy || !may('run.delete') ? null : <Menu.Item onClick={onRemove}>{text.remove}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
