import type { Command } from 'commander';
import { isoDate } from '../terminal/option-values.ts';

/** Commands of the member register. */
export function addMembersCommand(program: Command): void {
  program
    .command('members')
    .summary('register peserta / the member register')
    .command('import')
    .description(
      'Memuat register peserta (CSV: no_kartu, nama, segmen, status, dan bila ada nik, no_kk, jenis_kelamin, tanggal_lahir,\n' +
        'kode_desa, alamat, kelas, no_hp, tmt, tmt_nonaktif, bulan_tunggakan). Kartu baru menjadi peserta; kartu yang sudah\n' +
        'dikenal diperbarui identitasnya. Baris dibaca = dipakai + karantina; berkas yang sama dua kali tidak mengubah apa pun.\n' +
        'Takes a member register in; rows read = used + quarantined, and the same file twice changes nothing.',
    )
    .argument('<file>', 'berkas CSV / CSV file')
    .option('--as-of <date>', 'tanggal isi berkas, bawaan hari ini / day of the file, default today', isoDate)
    .option('--quarantine <file>', 'tulis baris karantina ke CSV / write quarantined rows to a CSV file')
    .action(async (file, options) => {
      const { importMembersCommand } = await import('../members/import-members.ts');
      await importMembersCommand(file, options);
    });
}
