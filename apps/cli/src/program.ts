import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAreasCommand } from './commands/areas-command.ts';
import { addAuditCommand } from './commands/audit-command.ts';
import { addBackupCommands } from './commands/backup-command.ts';
import { addClassifyCommand } from './commands/classify-command.ts';
import { addDemoCommand } from './commands/demo-command.ts';
import { addDoctorCommand } from './commands/doctor-command.ts';
import { addExplainCommand } from './commands/explain-command.ts';
import { addFiguresCommands } from './commands/figures-command.ts';
import { addLedgerCommands } from './commands/ledger-command.ts';
import { addMapCommand } from './commands/map-command.ts';
import { addMembersCommand } from './commands/members-command.ts';
import { addPrepareCommand } from './commands/prepare-command.ts';
import { addQuoteCommand } from './commands/quote-command.ts';
import { addRehabCommand } from './commands/rehab-command.ts';
import { addServeCommand } from './commands/serve-command.ts';
import { addSnapshotCommand } from './commands/snapshot-command.ts';
import { addUserCommand } from './commands/user-command.ts';
import { addVisitsCommand } from './commands/visits-command.ts';

const TITLES: Record<string, string> = {
  'Usage:': 'Pemakaian / usage:',
  'Options:': 'Pilihan / options:',
  'Commands:': 'Perintah / commands:',
  'Arguments:': 'Masukan / arguments:',
};

/** The command line with all its commands. Usage errors are thrown as CommanderError, never exit the process. */
export function buildProgram(): Command {
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  const program = new Command('jangkau')
    .description(
      'Menemukan setiap penduduk tanpa jaminan JKN yang aktif.\nFinds every resident without working JKN cover.',
    )
    .version(version, '-V, --version', 'tampilkan versi / print the version')
    .helpOption('-h, --help', 'tampilkan bantuan / show help')
    .helpCommand('help [command]', 'bantuan untuk satu perintah / help for a command')
    .configureHelp({ styleTitle: (title) => TITLES[title] ?? title, showGlobalOptions: false })
    .exitOverride()
    // Errors are told once, in two languages, where the program ends.
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', EXIT_CODES);
  const add = [
    addMapCommand,
    addPrepareCommand,
    addExplainCommand,
    addDemoCommand,
    addAreasCommand,
    addQuoteCommand,
    addClassifyCommand,
    addBackupCommands,
    addDoctorCommand,
    addAuditCommand,
    addMembersCommand,
    addLedgerCommands,
    addRehabCommand,
    addFiguresCommands,
    addServeCommand,
    addSnapshotCommand,
    addUserCommand,
    addVisitsCommand,
  ];
  for (const addCommand of add) addCommand(program);
  return program;
}

const EXIT_CODES = `
Kode keluar / exit codes:
  0    berhasil / success
  1    kesalahan tak terduga / unexpected error
  2    perintah, pilihan atau kasus salah / wrong command, option or case
  3    berkas masukan tidak dapat dipakai / an input file cannot be used
  4    folder hasil tidak dapat dipakai / the output folder cannot be used
  5    jejak audit atau buku besar tidak utuh / the audit or the ledger is not whole
  130  dibatalkan / cancelled`;
