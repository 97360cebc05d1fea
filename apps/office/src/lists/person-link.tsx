import type { PersonRow } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';

/** The name of a row, leading to the resident, or to the card when there is no resident. */
export function PersonLink({ runId, row, card }: { runId: string; row: PersonRow; card: boolean }) {
  const name = row.name || '–';
  if (card && row.memberKey !== null)
    return (
      <Link to="/pemetaan/$runId/kartu/$memberKey" params={{ runId, memberKey: String(row.memberKey) }}>
        {name}
      </Link>
    );
  if (row.residentKey !== null)
    return (
      <Link to="/pemetaan/$runId/orang/$residentKey" params={{ runId, residentKey: String(row.residentKey) }}>
        {name}
      </Link>
    );
  return row.memberKey === null ? (
    <span>{name}</span>
  ) : (
    <Link to="/pemetaan/$runId/kartu/$memberKey" params={{ runId, memberKey: String(row.memberKey) }}>
      {name}
    </Link>
  );
}
