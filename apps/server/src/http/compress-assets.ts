import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

const compressible = /\.(js|css|svg|json|html|webmanifest)$/;
/** Below this a compressed file saves no packet. */
const leastBytes = 1400;

/**
 * Puts a .br and a .gz beside every text file of a built app, once: files with a hash in their name never
 * change, and the others are told by their time. A folder that cannot be written to is served as it is.
 */
export async function compressAssets(folder: string): Promise<void> {
  const files = await readdir(folder, { recursive: true });
  for (const name of files.filter((file) => compressible.test(file))) {
    const file = path.join(folder, name);
    const { size, mtimeMs } = await stat(file);
    if (size < leastBytes) continue;
    const done = await stat(`${file}.gz`).catch(() => undefined);
    if (done && done.mtimeMs >= mtimeMs) continue;
    const content = await readFile(file);
    try {
      await writeFile(
        `${file}.br`,
        await brotli(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
      );
      await writeFile(`${file}.gz`, await zip(content, { level: 9 }));
    } catch {
      return;
    }
  }
}
