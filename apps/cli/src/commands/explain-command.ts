import type { Command } from 'commander';

/** `jangkau explain`: why a resident is or is not on the list. */
export function addExplainCommand(program: Command): void {
  program
    .command('explain')
    .summary('menjelaskan satu penduduk / explain one resident')
    .description(
      'Menjelaskan, dengan kata dan bobot, mengapa seorang penduduk dianggap terjamin atau belum.\n' +
        'Says in words and weights why a resident counts as covered or not.',
    )
    .requiredOption('--run <folder>', 'folder hasil "jangkau map" / folder written by "jangkau map"')
    .requiredOption('--resident <no>', 'no_penduduk')
    .action(async (options) => {
      const { explain } = await import('../map/explain.ts');
      await explain(options);
    });
}
