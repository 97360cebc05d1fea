import { type Command, Option } from 'commander';
import { isoDate, memorySize, probability, wholeNumber } from '../terminal/option-values.ts';

/** `jangkau map`: two registers in, lists and figures out. */
export function addMapCommand(program: Command): void {
  program
    .command('map')
    .summary('memetakan register penduduk ke register peserta / map residents to members')
    .description(
      'Memadankan register penduduk desa dengan register peserta JKN, dan menulis daftar penduduk tanpa jaminan.\n' +
        'Links village population registers with the JKN member register and writes who has no cover.',
    )
    .requiredOption(
      '--residents <file...>',
      'register penduduk: CSV, XLSX atau Parquet / population register',
    )
    .requiredOption('--members <file...>', 'register peserta JKN / JKN member register')
    .requiredOption('--out <folder>', 'folder hasil / folder for the results')
    .option('--as-of <date>', 'tanggal acuan, bawaan hari ini / date of the figures, default today', isoDate)
    .option(
      '--threshold <p>',
      'batas p_uncovered untuk uncovered.csv / least p_uncovered in uncovered.csv',
      probability,
    )
    .option('--village <code>', 'hanya desa ini, mis. 51.71.01.1001 / only this village')
    .option('--model <file>', 'model dari pemetaan lain (summary.json) / model of another run')
    .option('--threads <n>', 'jumlah inti prosesor / processor cores to use', wholeNumber(1))
    .option('--memory <size>', 'batas memori, mis. 4GiB / memory limit such as 4GiB', memorySize)
    .addOption(
      new Option('--time-zone <zone>', 'zona waktu "hari ini" / time zone of "today"')
        .env('JANGKAU_TIME_ZONE')
        .default('Asia/Makassar'),
    )
    .action(async (options) => {
      const { mapRegisters } = await import('../map/map-registers.ts');
      await mapRegisters(options);
    });
}
