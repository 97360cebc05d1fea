import type { ReviewPair } from '@jangkau/contracts';
import { Kbd } from '@mantine/core';
import { IconArrowBackUp, IconChevronLeft, IconChevronRight, IconKeyboard } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { WaterfallChart } from '../evidence/waterfall-chart.tsx';
import { RecordTable } from '../people/record-table.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './review.module.css';
import type { ReviewAction } from './review-keys.ts';
import type { ReviewVerdict } from './review-queue.ts';
import { reviewText } from './review-text.ts';

interface PairViewProps {
  runId: string;
  pair: ReviewPair;
  /** What the reviewer decided on this pair in this sitting. */
  verdict: ReviewVerdict | null;
  canUndo: boolean;
  onAction: (action: ReviewAction) => void;
}

/** One pair with everything needed to decide, and the decisions under the thumb. */
export function PairView({ runId, pair, verdict, canUndo, onAction }: PairViewProps) {
  const text = useText(reviewText);
  const format = useFormat();
  return (
    <article aria-labelledby="pair-name">
      <div className={styles.names}>
        <h2 id="pair-name">
          <Link
            to="/pemetaan/$runId/orang/$residentKey"
            params={{ runId, residentKey: String(pair.residentKey) }}
            title={text.open}
          >
            {pair.resident.name}
          </Link>
        </h2>
        <p className={styles.chance}>
          {text.chance(format.percent(pair.probability, 0))}.{' '}
          {pair.linked ? text.linkedNow : text.notLinkedNow}
        </p>
      </div>
      <div className={styles.columns}>
        <RecordTable
          left={pair.resident}
          right={pair.member}
          evidence={pair.evidence}
          rightTitle={text.card}
          compact
        />
        <WaterfallChart evidence={pair.evidence} probability={pair.probability} />
      </div>
      <div className={styles.bar}>
        {verdict ? <p className={styles.decided}>{text.decidedHere(text[verdict])}</p> : null}
        <div className={styles.verdicts}>
          {(
            [
              ['same', 'S'],
              ['different', 'B'],
              ['unsure', 'R'],
            ] as const
          ).map(([action, key]) => (
            <button
              key={action}
              type="button"
              data-verdict={action}
              aria-pressed={verdict === action}
              aria-keyshortcuts={key}
              onClick={() => onAction(action)}
            >
              {text[action]} <Kbd className={styles.key}>{key}</Kbd>
            </button>
          ))}
        </div>
        <div className={styles.moves}>
          <Move
            icon={<IconChevronLeft size={18} aria-hidden />}
            label={text.previous}
            onClick={() => onAction('previous')}
          />
          <Move
            icon={<IconArrowBackUp size={18} aria-hidden />}
            label={text.undo}
            disabled={!canUndo}
            onClick={() => onAction('undo')}
          />
          <Move
            icon={<IconChevronRight size={18} aria-hidden />}
            label={text.next}
            onClick={() => onAction('next')}
          />
          <Move
            icon={<IconKeyboard size={18} aria-hidden />}
            label={text.help}
            desk
            onClick={() => onAction('help')}
          />
        </div>
      </div>
    </article>
  );
}

interface MoveProps {
  icon: ReactNode;
  label: string;
  onClick: () => void;
  disabled?: boolean;
  desk?: boolean;
}

function Move({ icon, label, onClick, disabled, desk }: MoveProps) {
  return (
    <button type="button" disabled={disabled} onClick={onClick} className={desk ? styles.desk : undefined}>
      {icon} {label}
    </button>
  );
}
