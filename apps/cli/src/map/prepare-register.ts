import { formatNumber } from '@jangkau/kernel';
import { prepareMembers } from '@jangkau/petakan';
import { CommandFailure, exitCodes } from '../terminal/exit-code.ts';
import { today } from '../terminal/today.ts';

/** Reads member files into one database file and says how many rows it holds. */
export async function prepareRegister(options: {
  members: string[];
  out: string;
  asOf?: string;
  timeZone: string;
}): Promise<void> {
  if (!options.out.endsWith('.duckdb')) {
    throw new CommandFailure(
      exitCodes.usage,
      'Nama berkas hasil harus berakhiran .duckdb.',
      'The name of the file to write must end in .duckdb.',
    );
  }
  const asOf = options.asOf ?? today(options.timeZone);
  const result = await prepareMembers({ members: options.members, out: options.out, asOf });
  process.stdout.write(
    `Peserta / members      ${formatNumber(result.rowsUsed)}\n` +
      `Disisihkan / set aside ${formatNumber(result.rowsQuarantined)}\n` +
      `Berkas / file: ${options.out}\n`,
  );
}
