import type { Command } from 'commander';

/** `jangkau quote`: status, arrears, reactivation, REHAB and service fine of a household. */
export function addQuoteCommand(program: Command): void {
  program
    .command('quote')
    .summary('menghitung status, tunggakan, REHAB, denda / quote status, arrears, REHAB, fine')
    .description(
      'Membaca satu kasus JSON (atau larik kasus) dari masukan standar dan mencetak JSON.\n' +
        'Reads one case as JSON (or an array of cases) on standard input and prints JSON.',
    )
    .addHelpText('after', HELP)
    .action(async () => {
      const { quoteStandardInput } = await import('../quote/quote-standard-input.ts');
      await quoteStandardInput();
    });
}

const HELP = `
Isian / fields (docs/quote.md):
  asOf                 tanggal hitung / day of the answer            2026-03-11
  segment              PBI_APBN PBPU_PEMDA PPU_PN PPU_BU PBPU BP
  class                kelas / class (PBPU, BP)                      1 2 3 I II III
  people               orang pada tagihan / people on the bill
  paidThrough          bulan lunas terakhir / last paid month        2026-02
  joined               bulan terutang pertama bila belum pernah membayar /
                       first owed month when nothing was ever paid   2026-01
  formerSegment, formerArrearsMonths   tunggakan di segmen lama / arrears left behind
  wage, regency        upah dan tempat kerja / wage and workplace (PPU)
  reactivatedOn        tanggal aktif kembali / day cover came back
  inpatient            { "date": "2026-03-20", "inaCbg": 8500000 }
  rehabVersion         1 2 (biasanya dari tanggal / by date when absent)
  settings             {} bacaan aturan / readings of the rules

Contoh / example:
  echo '{"asOf":"2026-04-01","segment":"PBPU","class":3,"people":1,"paidThrough":"2026-02"}' | npx jangkau quote

Kasus yang tidak dapat dihitung: dokumen masalah di tempatnya, kode keluar 2.
A case that cannot be quoted: a problem document in its place, exit code 2.`;
