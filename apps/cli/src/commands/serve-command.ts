import type { Command } from 'commander';

/** `jangkau serve`: the server with everything it needs; what `npm start` runs. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .summary('menjalankan Jangkau / run Jangkau')
    .description(
      'Menjalankan basis data, server dan aplikasi kantor. Pengaturan lewat variabel lingkungan, lihat README.\n' +
        'Runs the database, the server and the office app. Settings come from the environment, see README.',
    )
    .action(async () => {
      const { serve } = await import('../serve/serve.ts');
      await serve();
    });
}
