import type { StageRow } from '@jangkau/store';
import { stageCatalogue } from './stage-catalogue.ts';

/** One report of a mapping about the stage it is in. */
export interface StageReport {
  stage: string;
  label_id?: string | undefined;
  label_en?: string | undefined;
  done?: number | boolean | undefined;
  total?: number | undefined;
  rows?: number | undefined;
  ms?: number | undefined;
}

/** How far a run is. Reports come in the order of the stages: a new stage means the ones before are done. */
export class StageProgress {
  readonly stages: StageRow[] = stageCatalogue.map((kind, position) => ({
    stage: kind.stage,
    position,
    label_id: kind.labelId,
    label_en: kind.labelEn,
    state: 'waiting',
    done: null,
    total: null,
    rows: null,
    ms: null,
  }));

  /** Takes in a report. Returns the stage as it is now and whether another stage began or ended. */
  report(report: StageReport): { stage: StageRow; turned: boolean } {
    const stage = this.#find(report);
    const before = stage.state;
    for (const earlier of this.stages)
      if (earlier.position < stage.position && earlier.state !== 'done') earlier.state = 'done';
    if (report.rows !== undefined) stage.rows = report.rows;
    if (report.ms !== undefined) stage.ms = report.ms;
    if (report.total !== undefined) stage.total = report.total;
    if (typeof report.done === 'number') stage.done = report.done;
    const over =
      report.done === true || report.ms !== undefined || (stage.total !== null && stage.total === stage.done);
    if (stage.state !== 'done') stage.state = over ? 'done' : 'running';
    return { stage, turned: stage.state !== before };
  }

  /** 0..1 over all stages. */
  fraction(): number {
    return progressOf(this.stages);
  }

  #find(report: StageReport): StageRow {
    const known = this.stages.find((stage) => stage.stage === report.stage);
    if (known) return known;
    // A stage this version does not know comes after the last one that has begun.
    const begun = this.stages.filter((stage) => stage.state !== 'waiting').length;
    const added: StageRow = {
      stage: report.stage,
      position: begun,
      label_id: report.label_id ?? report.stage,
      label_en: report.label_en ?? report.stage,
      state: 'running',
      done: null,
      total: null,
      rows: null,
      ms: null,
    };
    this.stages.splice(begun, 0, added);
    for (const [position, stage] of this.stages.entries()) stage.position = position;
    return added;
  }
}

/** 0..1 over stages as they are kept: done ones count whole, the running one by its own progress. */
export function progressOf(stages: readonly StageRow[]): number {
  let sum = 0;
  let whole = 0;
  for (const stage of stages) {
    const weight = stageCatalogue.find((kind) => kind.stage === stage.stage)?.weight ?? 1;
    whole += weight;
    if (stage.state === 'done') sum += weight;
    else if (stage.state === 'running' && stage.total)
      sum += weight * Math.min(1, (stage.done ?? 0) / stage.total);
  }
  return whole === 0 ? 0 : sum / whole;
}
