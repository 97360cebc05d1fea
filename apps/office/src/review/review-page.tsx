import { type ReviewPair, routes } from '@jangkau/contracts';
import { useDisclosure, useWindowEvent } from '@mantine/hooks';
import { IconChecks } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useReducer, useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { areasText } from '../areas/areas-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastFailure } from '../ui/toast.ts';
import { PairView } from './pair-view.tsx';
import styles from './review.module.css';
import { ReviewHelp } from './review-help.tsx';
import { type ReviewAction, reviewAction } from './review-keys.ts';
import { emptyQueue, type ReviewVerdict, reviewQueue } from './review-queue.ts';
import { reviewText } from './review-text.ts';
import { useReviewPairs } from './use-review-pairs.ts';

/** Doubtful pairs one at a time: by key at the desk, by thumb on the phone. */
export function ReviewPage() {
  const { runId } = useParams({ from: '/office/pemetaan/$runId/tinjau' });
  const { area } = useSearch({ from: '/office/pemetaan/$runId/tinjau' });
  const navigate = useNavigate({ from: '/pemetaan/$runId/tinjau' });
  const text = useText(reviewText);
  const areas = useText(areasText);
  return (
    <>
      <PageHeader title={text.question} />
      <Sitting key={area ?? ''} runId={runId} area={area} />
      <div className={styles.area}>
        <AreaPicker
          label={areas.pick}
          placeholder={areas.branch}
          levels={['regency', 'district', 'village']}
          value={area ?? null}
          onChange={(code) => void navigate({ search: { area: code ?? undefined } })}
        />
      </div>
    </>
  );
}

function Sitting({ runId, area }: { runId: string; area: string | undefined }) {
  const text = useText(reviewText);
  const format = useFormat();
  const { language } = useLanguage();
  const review = useReviewPairs(runId, area);
  const counters = useQuery(apiQuery('listDecisions', { query: { run: runId, limit: 1 } }));
  const pairs = review.data?.pages.flatMap((page) => page.items) ?? [];
  const [queue, step] = useReducer(reviewQueue, emptyQueue);
  const [said, setSaid] = useState('');
  const [helping, help] = useDisclosure(false);
  const pair = pairs[queue.position];
  const total = review.data?.pages[0]?.total;

  const { fetchNextPage, hasNextPage, isFetchingNextPage } = review;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && queue.position >= pairs.length - 6) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, queue.position, pairs.length, fetchNextPage]);

  const save = useMutation({
    // One after the other: an undo that overtook its decision would find nothing, and the decision would stand.
    scope: { id: 'review' },
    mutationFn: ({
      of,
      verdict,
    }: {
      of: ReviewPair;
      verdict: ReviewVerdict | 'withdrawn';
      position: number;
    }) =>
      call(routes.decide, {
        params: { id: runId },
        body: { residentKey: of.residentKey, memberKey: of.memberKey, verdict },
      }),
    onError: (error, { verdict, position }) => {
      toastFailure(error, language);
      if (verdict !== 'withdrawn') step({ type: 'refused', position });
    },
  });

  const count = pairs.length;
  const act = (action: ReviewAction) => {
    if (action === 'help') help.open();
    else if (action === 'next') step({ type: 'move', by: 1, count });
    else if (action === 'previous') step({ type: 'move', by: -1, count });
    else if (action === 'undo') {
      const last = queue.trail[queue.trail.length - 1];
      const undone = last === undefined ? undefined : pairs[last];
      if (last === undefined || !undone) return;
      save.mutate({ of: undone, verdict: 'withdrawn', position: last });
      step({ type: 'undo' });
      setSaid(text.undone);
    } else if (pair) {
      save.mutate({ of: pair, verdict: action, position: queue.position });
      step({ type: 'decide', verdict: action, count });
      setSaid(text.recorded(text[action]));
    }
  };

  useWindowEvent('keydown', (event) => {
    const target = event.target as HTMLElement | null;
    const typing = target?.matches('input, textarea, select, [contenteditable], [role="dialog"] *') ?? false;
    const action = helping ? null : reviewAction({ ...keyOf(event), typing });
    if (!action) return;
    event.preventDefault();
    act(action);
  });

  if (review.error) return <ProblemPanel page error={review.error} onRetry={() => review.refetch()} />;
  if (review.isPending) return <Loading lines={10} />;
  if (count === 0)
    return (
      <EmptyState
        title={text.empty}
        icon={<IconChecks size={44} stroke={1.3} aria-hidden />}
        actions={<ToResults runId={runId} />}
      >
        {text.emptyWhy}
      </EmptyState>
    );

  const waiting = counters.data?.counters.waiting;
  return (
    <>
      <div className={styles.progress}>
        <span>
          {total === undefined
            ? text.progressOpen(format.integer(Math.min(queue.position + 1, count)))
            : text.progress(format.integer(Math.min(queue.position + 1, total)), format.integer(total))}
        </span>
        <span>{text.done(format.integer(queue.verdicts.size))}</span>
        {typeof waiting === 'number' && total === undefined ? (
          <span>{text.waiting(format.integer(waiting))}</span>
        ) : null}
      </div>
      <p className="hidden-visually" aria-live="assertive">
        {said}
      </p>
      {pair ? (
        <PairView
          runId={runId}
          pair={pair}
          verdict={queue.verdicts.get(queue.position) ?? null}
          canUndo={queue.trail.length > 0}
          onAction={act}
        />
      ) : hasNextPage ? (
        <Loading lines={8} />
      ) : (
        <EmptyState
          title={text.finished}
          icon={<IconChecks size={44} stroke={1.3} aria-hidden />}
          actions={<ToResults runId={runId} />}
        >
          {text.finishedWhy}
        </EmptyState>
      )}
      <ReviewHelp opened={helping} onClose={help.close} />
    </>
  );
}

function keyOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  return { key, ctrlKey, metaKey, altKey };
}

function ToResults({ runId }: { runId: string }) {
  const text = useText(reviewText);
  return (
    <Link to="/pemetaan/$runId" params={{ runId }}>
      {text.toResults}
    </Link>
  );
}
