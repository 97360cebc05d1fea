import type { UserCommands } from '@jangkau/server';

/** Lists user names, states and roles; names of people are not printed. */
export async function printUsers(users: UserCommands): Promise<void> {
  const found = await users.list();
  const width = Math.max(16, ...found.map(({ username }) => username.length + 2));
  for (const { username, active, second_factor, assignments } of found) {
    const roles = assignments.map(({ role, code }) => (code ? `${role} ${code}` : role));
    const state = active ? 'aktif' : 'ditutup';
    const words = [state.padEnd(9), second_factor ? 'kode ' : '-    ', roles.join(', ') || '-'];
    process.stdout.write(`${username.padEnd(width)}${words.join(' ')}\n`);
  }
}

/** Tells a first password, this once. */
export function printFirstPassword(username: string, password: string): void {
  process.stdout.write(
    `${username}\n  kata sandi pertama / first password: ${password}\n` +
      '  Hanya ditampilkan sekali; harus diganti saat masuk. / Shown once; to be replaced at sign-in.\n',
  );
}
