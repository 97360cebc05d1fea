import type { CaseState } from '@jangkau/pesiar';

/** Who is being looked for: nobody has two open cases at the same time. */
export class LookedFor {
  readonly #open = new Map<string, string>();

  constructor(open: readonly { residentNo: string; caseId: string }[]) {
    for (const { residentNo, caseId } of open) this.#open.set(residentNo, caseId);
  }

  /** Whether a case other than this one looks for the resident. */
  by(residentNo: string | null, caseId: string): boolean {
    const other = residentNo === null ? undefined : this.#open.get(residentNo);
    return other !== undefined && other !== caseId;
  }

  /** A case has come to this. */
  follow({ caseId, bucket, subject: { residentNo } }: CaseState): void {
    if (residentNo === null) return;
    if (bucket === null) this.#open.set(residentNo, caseId);
    else if (this.#open.get(residentNo) === caseId) this.#open.delete(residentNo);
  }
}
