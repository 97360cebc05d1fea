import type { Command } from 'commander';
import { isoDate, isoMonth } from '../terminal/option-values.ts';

/** Commands about figures: the branch's own, and those others have published. */
export function addFiguresCommands(program: Command): void {
  const figures = program.command('figures').summary('angka kepesertaan / membership figures');
  figures
    .command('totals')
    .description(
      'Jumlah peserta menurut segmen dan status pada satu tanggal. / Members by segment and state on a day.',
    )
    .option('--as-of <date>', 'tanggal, bawaan hari ini / date, default today', isoDate)
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (options) => {
      const { printTotals } = await import('../ledger/print-totals.ts');
      await printTotals(options);
    });
  figures
    .command('compute')
    .description(
      'Menghitung angka bulan-bulan yang sudah lewat dan belum dihitung, atau yang berubah karena data yang datang\n' +
        'terlambat. / Counts months that are over and not counted yet, or changed by what came late.',
    )
    .option(
      '--from <month>',
      'bulan pertama bila belum ada angka / first month when there are none, YYYY-MM',
      isoMonth,
    )
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (options) => {
      const { computeFiguresCommand } = await import('../figures/compute-figures-command.ts');
      await computeFiguresCommand(options);
    });
  figures
    .command('check')
    .description(
      'Memeriksa angka yang sudah diterbitkan: cocok, cocok setelah dibulatkan, tidak cocok (selisih berapa dan bacaan\n' +
        'mana yang membuatnya benar), atau tidak dapat diperiksa. Tanpa berkas: dua berita yang disertakan.\n' +
        'Checks published figures; without a file, the two articles that come with it. See docs/figures.md.',
    )
    .argument('[files...]', 'berkas JSON berisi klaim / JSON files with claims')
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (files, options) => {
      const { checkFigures } = await import('../figures/check-figures.ts');
      await checkFigures(files, options);
    });
}
