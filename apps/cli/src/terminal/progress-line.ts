import { formatNumber } from '@jangkau/kernel';

/** One report of a long piece of work, as the mapping sends it. */
export interface StageProgress {
  stage: string;
  label_id: string;
  label_en: string;
  /** Units done so far, of `total` when that is known. */
  done: number;
  total?: number | undefined;
  /** Rows that came out, once the stage is done. */
  rows?: number | undefined;
  /** Time the stage took, once it is done. */
  ms?: number | undefined;
}

/** Where progress is written: stderr, or a stand-in for it. */
export interface ProgressTarget {
  isTTY?: boolean;
  columns?: number;
  write(text: string): unknown;
}

/**
 * Shows progress on a terminal as one line that is rewritten, with a line left behind for each stage that is
 * done; elsewhere only plain lines, one when a stage is done.
 */
export class ProgressLine {
  readonly #target: ProgressTarget;
  #open = false;

  constructor(target: ProgressTarget = process.stderr) {
    this.#target = target;
  }

  report(progress: StageProgress): void {
    const label = `${progress.label_id} / ${progress.label_en}`;
    if (progress.ms !== undefined) {
      const rows = progress.rows === undefined ? '' : `${formatNumber(progress.rows)} baris/rows, `;
      this.#write(`${label}: ${rows}${formatNumber(progress.ms / 1000, 1)} s`, true);
    } else if (this.#target.isTTY) {
      this.#write(`${label}${share(progress)} ...`, false);
    }
  }

  /** Leaves the cursor on a fresh line. */
  close(): void {
    if (this.#open) this.#target.write('\n');
    this.#open = false;
  }

  #write(text: string, done: boolean): void {
    if (!this.#target.isTTY) {
      this.#target.write(`${text}\n`);
      return;
    }
    const width = Math.max(20, (this.#target.columns ?? 80) - 1);
    this.#target.write(`\r\x1b[K${text.slice(0, width)}${done ? '\n' : ''}`);
    this.#open = !done;
  }
}

function share({ done, total }: StageProgress): string {
  if (total === undefined || total <= 0) return '';
  return ` ${formatNumber(Math.min(100, Math.floor((100 * done) / total)))} %`;
}
