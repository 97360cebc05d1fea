import type { Command } from 'commander';

/** `jangkau snapshot check`: looks a member up in status files, without a server. */
export function addSnapshotCommand(program: Command): void {
  program
    .command('snapshot')
    .summary('berkas status luring / status files for facilities')
    .command('check')
    .description(
      'Memeriksa status peserta dari berkas yang diunduh, tanpa jaringan. Nomor kartu (13 angka), NIK (16 angka)\n' +
        'atau isi kode QR dibaca dari masukan standar, satu per baris, agar tidak tersimpan di riwayat perintah.\n' +
        'Looks members up in downloaded files without a network; numbers or QR texts come from standard input.',
    )
    .argument('<file>', 'berkas status / status file')
    .requiredOption('--keys <file>', 'jawaban /api/v1/snapshot/keys (JSON)')
    .option('--changes <file>', 'berkas perubahan / file of changes')
    .action(async (file: string, options: { keys: string; changes?: string }) => {
      const { checkSnapshot } = await import('../snapshot/check-snapshot.ts');
      await checkSnapshot(file, options);
    });
}
