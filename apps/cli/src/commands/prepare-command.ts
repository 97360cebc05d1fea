import { type Command, Option } from 'commander';
import { isoDate } from '../terminal/option-values.ts';

/** `jangkau prepare`: the member register read once, so that a village is mapped in seconds. */
export function addPrepareCommand(program: Command): void {
  program
    .command('prepare')
    .summary('menyiapkan register peserta sekali saja / read the member register once')
    .description(
      'Membaca register peserta ke satu berkas .duckdb. Pakai berkas itu sebagai --members pada "jangkau map":\n' +
        'satu desa lalu dipetakan dalam beberapa detik.\n' +
        'Reads the member register into one .duckdb file, to be given as --members of "jangkau map".',
    )
    .requiredOption('--members <file...>', 'register peserta JKN / JKN member register')
    .requiredOption('--out <file.duckdb>', 'berkas hasil / file to write')
    .option('--as-of <date>', 'tanggal register, bawaan hari ini / date of the register', isoDate)
    .addOption(
      new Option('--time-zone <zone>', 'zona waktu "hari ini" / time zone of "today"')
        .env('JANGKAU_TIME_ZONE')
        .default('Asia/Makassar'),
    )
    .action(async (options) => {
      const { prepareRegister } = await import('../map/prepare-register.ts');
      await prepareRegister(options);
    });
}
