import type { BackupProgress } from '@jangkau/store';
import { ProgressLine } from '../terminal/progress-line.ts';

const labels: Record<BackupProgress['step'], [string, string]> = {
  tables: ['Membaca tabel', 'Reading tables'],
  files: ['Membaca berkas', 'Reading files'],
  verify: ['Memeriksa cadangan', 'Checking the backup'],
  load: ['Mengisi tabel dan berkas', 'Filling tables and files'],
  indexes: ['Menyusun indeks', 'Building indexes'],
};

/** Progress of a backup or restore on stderr: each step once it is over, the one at hand in between. */
export class BackupProgressLine {
  readonly #line = new ProgressLine();
  #step: BackupProgress['step'] | undefined;
  #since = 0;

  readonly report = ({ step, done, total }: BackupProgress): void => {
    if (step !== this.#step) {
      this.#over();
      this.#step = step;
      this.#since = performance.now();
    }
    this.#line.report({ ...this.#label(step), done, total });
  };

  /** Leaves the cursor on a fresh line. */
  close(): void {
    this.#over();
    this.#line.close();
  }

  #over(): void {
    if (this.#step === undefined) return;
    this.#line.report({ ...this.#label(this.#step), done: 1, total: 1, ms: performance.now() - this.#since });
    this.#step = undefined;
  }

  #label(step: BackupProgress['step']) {
    const [label_id, label_en] = labels[step];
    return { stage: step, label_id, label_en };
  }
}
