import type { Command } from 'commander';

/** `jangkau classify`: the intent of chat messages. */
export function addClassifyCommand(program: Command): void {
  program
    .command('classify')
    .summary('mengenali maksud pesan chat / find the intent of chat messages')
    .description(
      'Membaca satu pesan per baris dari masukan standar dan mencetak maksud<TAB>keyakinan.\n' +
        'Reads one message a line on standard input and prints intent<TAB>confidence.',
    )
    .addHelpText('after', HELP)
    .action(async () => {
      const { classifyStandardInput } = await import('../classify/classify-standard-input.ts');
      await classifyStandardInput();
    });
}

const HELP = `
Keyakinan 0 sampai 1; di bawah 0,5 percakapan menampilkan menu.
Confidence is 0 to 1; below 0.5 a conversation shows the menu.

Contoh / example:
  echo 'tnggakan sy brp min' | npx jangkau classify`;
