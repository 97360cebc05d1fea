import { gzipSync } from 'node:zlib';
import { build } from 'vite';

/**
 * Builds an app and tells how many bytes its files are, compressed: all of them, also what is fetched later, because
 * the service worker takes the whole app along at once.
 * @throws Error when there is no service worker, or something of Node or of the office is in it
 */
export async function firstLoadBytes(configFile: string): Promise<number> {
  const built = await build({ configFile, logLevel: 'silent', mode: 'production', build: { write: false } });
  const [bundle] = [built].flat();
  if (!bundle || !('output' in bundle)) throw new Error('no bundle');
  let bytes = 0;
  for (const file of bundle.output) {
    const text = file.type === 'chunk' ? file.code : file.source;
    const [stranger] =
      (file.type === 'chunk' &&
        /node:|require\(|@mantine|zod|react\.(transitional\.)?element/.exec(file.code)) ||
      [];
    if (stranger) throw new Error(`${file.fileName} has ${stranger} in it`);
    bytes += gzipSync(text).length;
  }
  if (!bundle.output.some(({ fileName }) => fileName === 'sw.js')) throw new Error('no service worker');
  return bytes;
}
