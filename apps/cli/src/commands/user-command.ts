import { type Role, roleNames, roles } from '@jangkau/access';
import { type Command, Option } from 'commander';

interface AddOptions {
  name: string;
  role: Role;
  at?: string;
}

/** `jangkau user add|reset-password|list`: for the first installation, and when nobody can sign in any more. */
export function addUserCommand(program: Command): void {
  const user = program.command('user').summary('pengguna / users');
  user
    .command('add')
    .description(
      'Menambah pengguna dengan kata sandi pertama yang ditampilkan sekali.\n' +
        'Adds a user with a first password that is shown once.',
    )
    .argument('<username>', 'nama pengguna / user name')
    .requiredOption('--name <name>', 'nama yang tampil di layar / name on the screen')
    .addOption(new Option('--role <role>', 'peran / role').choices([...roles]).makeOptionMandatory())
    .option(
      '--at <code>',
      'kode wilayah, badan usaha, atau fasilitas / code of an area, employer or facility',
    )
    .addHelpText('after', roleHelp())
    .action(async (username: string, { name, role, at }: AddOptions) => {
      const { runUserCommand } = await import('../users/run-user-command.ts');
      const { printFirstPassword } = await import('../users/print-users.ts');
      await runUserCommand(async (users) =>
        printFirstPassword(username, await users.add({ username, name, role, code: at ?? null })),
      );
    });
  user
    .command('reset-password')
    .description(
      'Membuat kata sandi pertama yang baru dan mengeluarkan pengguna dari semua peramban.\n' +
        'Makes a new first password and signs the user out everywhere.',
    )
    .argument('<username>', 'nama pengguna / user name')
    .action(async (username: string) => {
      const { runUserCommand } = await import('../users/run-user-command.ts');
      const { printFirstPassword } = await import('../users/print-users.ts');
      await runUserCommand(async (users) =>
        printFirstPassword(username, await users.resetPassword(username)),
      );
    });
  user
    .command('list')
    .description('Daftar pengguna dan perannya.\nUsers and their roles.')
    .action(async () => {
      const { runUserCommand } = await import('../users/run-user-command.ts');
      const { printUsers } = await import('../users/print-users.ts');
      await runUserCommand(printUsers);
    });
}

function roleHelp(): string {
  const lines = Object.entries(roleNames).map(([role, { id, en }]) => `  ${role.padEnd(24)}${id} / ${en}`);
  return `\nPeran / roles:\n${lines.join('\n')}`;
}
