import { type Command, InvalidArgumentError, Option } from 'commander';
import { wholeNumber } from '../terminal/option-values.ts';

/** REHAB: paying arrears by stages. */
export function addRehabCommand(program: Command): void {
  const rehab = program.command('rehab').summary('cicilan tunggakan (REHAB) / arrears by stages');
  rehab
    .command('list')
    .description('Rencana REHAB, yang paling dekat jatuh tempo lebih dulu. / Plans, the next due first.')
    .addOption(
      new Option('--state <state>', 'keadaan / state').choices([
        'running',
        'completed',
        'lapsed',
        'cancelled',
      ]),
    )
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (options) => (await import('../rehab/rehab.ts')).listPlans(options));
  rehab
    .command('quote')
    .description(
      'Tawaran REHAB hari ini untuk keluarga pemegang kartu. / What REHAB would be today for a card’s family.',
    )
    .argument('<card>', 'nomor kartu 13 digit / card number', cardNumber)
    .option('--stages <n>', 'jumlah tahap / number of stages', wholeNumber(1))
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (card, options) => (await import('../rehab/rehab.ts')).quoteRehab(card, options));
  rehab
    .command('join')
    .description(
      'Mendaftarkan keluarga ke REHAB dengan tawaran hari ini. / Registers the family on today’s terms.',
    )
    .argument('<card>', 'nomor kartu 13 digit / card number', cardNumber)
    .option('--stages <n>', 'jumlah tahap / number of stages', wholeNumber(1))
    .action(async (card, options) => (await import('../rehab/rehab.ts')).joinRehabCommand(card, options));
  rehab
    .command('stages')
    .description(
      'Tahap semua rencana satu keluarga dan yang sudah dibayar. / Stages of a family’s plans and what is paid.',
    )
    .argument('<card>', 'nomor kartu 13 digit / card number', cardNumber)
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (card, options) => (await import('../rehab/rehab.ts')).showStages(card, options));
}

function cardNumber(text: string): string {
  if (!/^\d{13}$/.test(text))
    throw new InvalidArgumentError('Harus 13 digit nomor kartu / must be the 13 digits of a card.');
  return text;
}
