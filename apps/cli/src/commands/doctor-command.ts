import type { Command } from 'commander';

/** `jangkau doctor`: what is wrong and what to do. */
export function addDoctorCommand(program: Command): void {
  program
    .command('doctor')
    .summary('memeriksa kesehatan pemasangan / check the installation')
    .description(
      'Memeriksa pemasangan, pengaturan, disk, basis data, cadangan dan audit; tidak mengubah apa pun.\n' +
        'Checks installation, settings, disk, database, backups and audit; changes nothing.\n' +
        'Kode keluar / exit codes: 0 baik / fine, 1 ada peringatan / warnings, 2 ada masalah / problems.',
    )
    .option('--json', 'hasil sebagai JSON / results as JSON')
    .action(async (options) => {
      const { doctor } = await import('../doctor/doctor.ts');
      await doctor(options);
    });
}
