import type { Command } from 'commander';

/** `jangkau areas import`: village boundaries for the map. */
export function addAreasCommand(program: Command): void {
  program
    .command('areas')
    .summary('wilayah dan batasnya / areas and their boundaries')
    .command('import')
    .description(
      'Memuat batas desa dari GeoJSON, dicocokkan dengan kode wilayah.\n' +
        'Loads village boundaries from GeoJSON, matched by area code.',
    )
    .argument('<file>', 'berkas GeoJSON / GeoJSON file')
    .action(async (file) => {
      const { importAreas } = await import('../areas/import-areas.ts');
      await importAreas(file);
    });
}
