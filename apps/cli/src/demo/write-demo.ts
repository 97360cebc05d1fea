import { generateBranch } from '@jangkau/demo';
import { formatNumber } from '@jangkau/kernel';
import { prepareOutputFolder } from '../map/output-folder.ts';
import { cancelSignal } from '../terminal/cancel-signal.ts';
import { ProgressLine } from '../terminal/progress-line.ts';

const LABELS = { stage: 'demo', label_id: 'Membuat cabang tiruan', label_en: 'making a synthetic branch' };

/** Writes a made-up branch with its ground truth, and says what it wrote. */
export async function writeDemo(options: {
  residents: number;
  seed: number;
  out: string;
  asOf?: string;
}): Promise<void> {
  await prepareOutputFolder(options.out);
  const line = new ProgressLine();
  const started = performance.now();
  try {
    const { residents, members, uncovered } = await generateBranch({
      residents: options.residents,
      seed: options.seed,
      outDir: options.out,
      asOf: options.asOf,
      signal: cancelSignal(),
      onProgress: (progress) => line.report({ ...LABELS, ...progress }),
    });
    line.report({ ...LABELS, done: residents, rows: residents, ms: performance.now() - started });
    process.stdout.write(
      `Penduduk / residents: ${formatNumber(residents)}, peserta / members: ${formatNumber(members)}, ` +
        `belum terdaftar / uncovered: ${formatNumber(uncovered)}\nHasil / results: ${options.out}\n`,
    );
  } finally {
    line.close();
  }
}
