import type { Command } from 'commander';

/** `jangkau audit verify`: proves that the audit is as it was written. */
export function addAuditCommand(program: Command): void {
  program
    .command('audit')
    .summary('jejak audit / the audit trail')
    .command('verify')
    .description(
      'Membaca ulang seluruh jejak audit dan membuktikan bahwa tidak ada yang diubah, dihapus, disisipkan, atau\n' +
        'dipindahkan. Kode keluar 5 bila ada, dengan catatan pertama yang rusak.\n' +
        'Reads the whole audit again and proves that nothing was changed, deleted, put in or moved. Exit code 5\n' +
        'when something was, with the first broken entry.',
    )
    .action(async () => {
      const { verifyAudit } = await import('../audit/verify-audit.ts');
      await verifyAudit();
    });
}
