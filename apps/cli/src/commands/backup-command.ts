import type { Command } from 'commander';

const KEYS = [
  ['--passphrase-file <file>', 'berkas berisi kata sandi / file that holds the passphrase'],
  ['--identity-file <file>', 'kunci rahasia age / age secret key'],
] as const;

/** `jangkau backup`, `jangkau backup verify` and `jangkau restore`. */
export function addBackupCommands(program: Command): void {
  const backup = program
    .command('backup')
    .summary('mencadangkan seluruh data / back up all data')
    .description(
      'Menulis cadangan seluruh data pada satu saat, juga selagi server berjalan. Berkas muncul bila sudah utuh.\n' +
        'Writes a backup of all data as of one moment, also while the server runs. The file appears when it is whole.',
    )
    .option('--out <folder>', 'folder cadangan, bawaan JANGKAU_BACKUP_DIR / folder for the backup')
    .option('--encrypt-to <recipient...>', 'kunci publik age (age1...) / age public key')
    .option(...KEYS[0])
    .option('--no-files', 'tanpa berkas register dan berkas hasil / without register and result files')
    .action(async (options) => {
      const { backUp } = await import('../backup/back-up.ts');
      await backUp(options);
    });
  backup
    .command('verify')
    .summary('memeriksa cadangan / check a backup')
    .description(
      'Membaca seluruh cadangan dan membandingkan setiap bagian dengan daftarnya. Tidak ada yang diubah.\n' +
        'Reads a whole backup and compares every part with its manifest. Nothing is changed.',
    )
    .argument('<file>', 'berkas cadangan / backup file')
    .option(...KEYS[1])
    // The same option of the parent command would swallow it.
    .action(async (file, options, command) => {
      const { verify } = await import('../backup/verify.ts');
      await verify(file, { ...command.parent?.opts(), ...options });
    });
  program
    .command('restore')
    .summary('memulihkan cadangan / restore a backup')
    .description(
      'Memulihkan cadangan ke tempat kosong (JANGKAU_DATA_DIR atau DATABASE_URL), setelah seluruh isinya diperiksa.\n' +
        'Restores a backup into an empty place (JANGKAU_DATA_DIR or DATABASE_URL), after checking all of it.',
    )
    .argument('<file>', 'berkas cadangan / backup file')
    .option(...KEYS[0])
    .option(...KEYS[1])
    .action(async (file, options) => {
      const { restore } = await import('../backup/restore.ts');
      await restore(file, options);
    });
}
