import type { Command } from 'commander';

/** `jangkau visits import`: enters a file of visits. */
export function addVisitsCommand(program: Command): void {
  program
    .command('visits')
    .summary('pemanfaatan / uses of care')
    .command('import')
    .description(
      'Memuat berkas kunjungan (CSV, XLSX, atau Parquet). Nomor kunjungan dihitung satu kali; berkas yang sama dua kali tidak\n' +
        'mengubah apa pun. Imports a file of visits; numbers count once, the same file twice changes nothing.',
    )
    .argument('<file>', 'berkas CSV, XLSX, atau Parquet / CSV, XLSX or Parquet file')
    .action(async (file: string) => {
      const { importVisitFile } = await import('../visits/import-visit-file.ts');
      await importVisitFile(file);
    });
}
