import { formatNumber } from '@jangkau/kernel';
import { type MappingSummary, runMapping } from '@jangkau/petakan';
import { cancelSignal } from '../terminal/cancel-signal.ts';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { ProgressLine } from '../terminal/progress-line.ts';
import { today } from '../terminal/today.ts';
import { prepareOutputFolder } from './output-folder.ts';

/** What `jangkau map` was asked to do, as commander read it. */
export interface MapOptions {
  residents: string[];
  members: string[];
  out: string;
  asOf?: string;
  threshold?: number;
  village?: string;
  model?: string;
  threads?: number;
  memory?: string;
  timeZone: string;
}

/**
 * Maps two registers, with progress on stderr and the main figures on stdout.
 * @throws Problem or CommandFailure; `exitCodeOf` says which exit code each means
 */
export async function mapRegisters(options: MapOptions): Promise<void> {
  await prepareOutputFolder(options.out);
  const progress = new ProgressLine();
  const signal = cancelSignal();
  const { timeZone, asOf = today(timeZone), ...rest } = options;
  try {
    const summary = await runMapping({ ...rest, asOf, signal, onProgress: (step) => progress.report(step) });
    progress.close();
    process.stdout.write(figures(summary, options.out));
  } catch (error) {
    progress.close();
    if (signal.aborted)
      throw new CommandFailure(exitCodes.cancelled, 'Pemetaan dibatalkan.', 'Mapping cancelled.');
    throw error;
  }
}

function figures({ counts, expectedUncovered }: MappingSummary, folder: string): string {
  const lines: [string, number][] = [
    ['Penduduk / residents', counts.residents],
    ['Peserta / members', counts.members],
    ['Belum terdaftar / uncovered', counts.uncovered],
    ['Perkiraan belum terdaftar / expected uncovered', Math.round(expectedUncovered)],
  ];
  const width = Math.max(...lines.map(([label]) => label.length));
  const text = lines
    .map(([label, value]) => `${label.padEnd(width)}  ${formatNumber(value).padStart(11)}\n`)
    .join('');
  return `${text}Hasil / results: ${folder}\n`;
}
