import { type Command, InvalidArgumentError } from 'commander';
import { isoDate, isoMonth } from '../terminal/option-values.ts';

/** Commands of the member register and its ledger. */
export function addLedgerCommands(program: Command): void {
  program
    .command('close-month')
    .summary('tutup bulan / close a month')
    .description(
      'Menutup satu bulan: perubahan yang jatuh tempo, masa jaminan yang habis, penonaktifan tanggal 1, REHAB, dan tagihan\n' +
        'bulan berikutnya, dalam satu transaksi. Menutup bulan yang sudah ditutup tidak mengubah apa pun.\n' +
        'Closes a month in one transaction; a closed month closed again changes nothing. --undo membatalkan penutupan\n' +
        'terakhir dengan catatan lawan; --undo takes the last close back by counter-entries.',
    )
    .argument('<month>', 'bulan, mis. 2026-10 / month such as 2026-10', isoMonth)
    .option('--dry-run', 'hanya tunjukkan apa yang akan berubah / only say what would change')
    .option('--undo', 'batalkan penutupan terakhir / take the last close back')
    .action(async (month, options) => {
      const { closeMonthCommand } = await import('../ledger/close-month.ts');
      await closeMonthCommand(month, options);
    });
  program
    .command('payments')
    .summary('pembayaran iuran / contribution payments')
    .command('import')
    .description(
      'Memuat berkas pelunasan bank (CSV: referensi, nomor VA, jumlah, waktu bayar). Berkas yang sama dua kali tidak\n' +
        'mengubah apa pun. Imports a settlement file of a bank; the same file twice changes nothing.',
    )
    .argument('<file>', 'berkas CSV / CSV file')
    .requiredOption('--bank <code>', 'kode bank, mis. BRI / bank code such as BRI', bankCode)
    .action(async (file, options) => {
      const { importPayments } = await import('../ledger/import-payments.ts');
      await importPayments(file, options);
    });
  const ledger = program.command('ledger').summary('buku besar / the ledger');
  ledger
    .command('payers')
    .description(
      'Iuran satu bulan yang ditanggung negara, Pemda, dan pemberi kerja; terbentuk saat bulan sebelumnya ditutup.\n' +
        'What the state, regional governments and employers owe for a month; made by the close of the month before.',
    )
    .argument('<month>', 'bulan, mis. 2026-11 / month such as 2026-11', isoMonth)
    .option('--json', 'sebagai JSON / as JSON')
    .action(async (month, options) => {
      const { printPayers } = await import('../ledger/print-payers.ts');
      await printPayers(month, options);
    });
  const settings = program
    .command('settings')
    .summary('keputusan atas aturan yang belum pasti / readings of disputed rules');
  settings
    .command('list')
    .description(
      'Keputusan cabang dan yang berlaku hari ini. / Decisions of the branch and what holds today.',
    )
    .action(async () => (await import('../ledger/rule-settings.ts')).listRuleSettings());
  settings
    .command('set')
    .description(
      'Mencatat keputusan, berlaku sejak satu tanggal; nama dan nilai seperti di docs/quote.md. Dipakai tutup bulan dan\n' +
        'tawaran REHAB. Enters a decision that holds from a day on; used by the month close and the offers of REHAB.',
    )
    .argument('<name>', 'nama / name, mis. rehabHalf')
    .argument('<value>', 'nilai / value, mis. ceil atau 37800')
    .requiredOption('--from <date>', 'berlaku sejak / holds from', isoDate)
    .requiredOption('--basis <text>', 'dasar: keputusan, surat, peraturan / decision, letter, regulation')
    .action(async (name, value, options) =>
      (await import('../ledger/rule-settings.ts')).setRuleSetting(name, value, options),
    );
  ledger
    .command('prove')
    .description(
      'Menghitung ulang semua saldo dari tagihan dan pembayaran. Kode keluar 5 bila ada yang tidak cocok.\n' +
        'Works all balances out again from bills and payments, and the state of members from what is known of them.\n' +
        'Exit code 5 when something differs.',
    )
    .option('--on <date>', 'sampai tanggal ini / up to this day', isoDate)
    .option(
      '--every-member',
      'keadaan semua peserta, bukan contoh 5.000 / the state of everybody, not of a sample of 5,000',
    )
    .action(async (options) => {
      const { prove } = await import('../ledger/prove.ts');
      await prove(options);
    });
}

function bankCode(text: string): string {
  if (!/^[A-Z0-9]{2,20}$/.test(text))
    throw new InvalidArgumentError(
      'Harus huruf besar dan angka, mis. BRI / capitals and digits such as BRI.',
    );
  return text;
}
