import type { Case, CaseFactKept } from '@jangkau/contracts';
import { maskRegisterNumber } from '@jangkau/kernel';
import type { CaseRow, KeptFact } from '@jangkau/store';

/** A case for screens: a register number that is a number of the person is masked. */
export function caseView(row: CaseRow): Case {
  const { residentNo } = row;
  return { ...row, residentNo: residentNo === null ? null : maskRegisterNumber(residentNo) } as Case;
}

/** A fact for screens and devices. */
export function factView({ id, caseId, kind, at, by, device, base, body, version }: KeptFact): CaseFactKept {
  return {
    id,
    caseId,
    kind,
    at,
    by,
    device,
    base,
    version,
    body: body as unknown as Record<string, unknown>,
  };
}
