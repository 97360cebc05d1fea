import type { Command } from 'commander';
import { isoDate, wholeNumber } from '../terminal/option-values.ts';

/** `jangkau demo`: a made-up branch with known truth. */
export function addDemoCommand(program: Command): void {
  program
    .command('demo')
    .summary('membuat cabang tiruan / make a synthetic branch')
    .description(
      'Menulis register penduduk, register peserta dan kunci jawaban sebuah cabang tiruan.\n' +
        'Writes the population register, member register and ground truth of a made-up branch.',
    )
    .requiredOption('--residents <n>', 'jumlah penduduk / number of residents', wholeNumber(1))
    .option('--seed <n>', 'benih acak: benih sama, berkas sama / same seed, same files', wholeNumber(0), 1)
    .requiredOption('--out <folder>', 'folder hasil / folder for the files')
    .option('--as-of <date>', 'tanggal register / date of the registers', isoDate)
    .action(async (options) => {
      const { writeDemo } = await import('../demo/write-demo.ts');
      await writeDemo(options);
    });
}
