import { type FileHandle, open } from 'node:fs/promises';
import { RegisterFileError, type RegisterFileErrorCode } from '../register-file-error.ts';

/** What a register file is by its content, whatever its name says. */
export type FileKind = 'csv' | 'tsv' | 'xlsx' | 'parquet' | 'unknown';

/** First look at a file: its kind, or why it cannot be used. */
export interface ContentKind {
  kind: 'text' | 'gzip' | 'xlsx' | 'parquet' | 'unusable';
  size: number;
  /** Set when `kind` is 'unusable'. */
  error?: RegisterFileErrorCode;
}

const headBytes = 65_536;

/**
 * Looks at the first and last bytes of a file.
 * @throws RegisterFileError file-not-found, file-not-readable, not-a-file
 */
export async function contentKind(path: string): Promise<ContentKind> {
  const handle = await openFile(path);
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new RegisterFileError('not-a-file', path);
    const size = stat.size;
    const head = await readAt(handle, 0, headBytes);
    const tail = await readAt(handle, Math.max(0, size - headBytes), headBytes);
    return { size, ...judge(head, tail) };
  } finally {
    await handle.close();
  }
}

/** Opens a file for reading. @throws RegisterFileError */
export async function openFile(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (cause) {
    const missing = (cause as NodeJS.ErrnoException).code === 'ENOENT';
    throw new RegisterFileError(missing ? 'file-not-found' : 'file-not-readable', path, { cause });
  }
}

/** Up to `length` bytes from `position`. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

function judge(head: Buffer, tail: Buffer): Pick<ContentKind, 'kind' | 'error'> {
  const unusable = (error: RegisterFileErrorCode) => ({ kind: 'unusable', error }) as const;
  const starts = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (head.length === 0) return unusable('file-empty');
  if (starts(0x1f, 0x8b)) return { kind: 'gzip' };
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) return judgeZip(head, tail);
  const magic = head.toString('latin1', 0, 16);
  if (magic.startsWith('PAR1'))
    return tail.toString('latin1').endsWith('PAR1') ? { kind: 'parquet' } : unusable('damaged-parquet');
  if (magic.startsWith('%PDF')) return unusable('pdf-document');
  if (starts(0xd0, 0xcf, 0x11, 0xe0))
    return unusable(
      head.includes('EncryptedPackage', 0, 'utf16le') || tail.includes('EncryptedPackage', 0, 'utf16le')
        ? 'password-protected'
        : 'old-spreadsheet',
    );
  if (starts(0xff, 0xd8, 0xff) || starts(0x89, 0x50, 0x4e, 0x47) || magic.startsWith('GIF8'))
    return unusable('image');
  const text = head
    .toString('latin1', 0, 4096)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  if (/^(<!doctype html|<html|<head|<body|<script|<\?xml[^>]*>\s*<(!doctype html|html))/.test(text))
    return unusable('html-page');
  if (/^<\?xml/.test(text)) return unusable(text.includes('spreadsheet') ? 'old-spreadsheet' : 'no-table');
  if (isBinary(head)) return unusable('binary-content');
  if (text === '' && head.length < headBytes && !starts(0xff, 0xfe) && !starts(0xfe, 0xff))
    return unusable('file-empty');
  return { kind: 'text' };
}

function judgeZip(head: Buffer, tail: Buffer): Pick<ContentKind, 'kind' | 'error'> {
  const has = (name: string) => head.includes(name) || tail.includes(name);
  if (has('opendocument.spreadsheet') || has('xl/workbook.bin'))
    return { kind: 'unusable', error: 'old-spreadsheet' };
  if (has('xl/') || (has('[Content_Types].xml') && !has('word/') && !has('ppt/'))) return { kind: 'xlsx' };
  return { kind: 'unusable', error: 'zip-archive' };
}

/** True when control characters make up more than a hundredth of bytes that are not UTF-16 text. */
function isBinary(head: Buffer): boolean {
  if (utf16Order(head)) return false;
  let odd = 0;
  for (const byte of head) if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) odd++;
  return odd * 100 > head.length;
}

/** Byte order of UTF-16 text, from its mark or from the zero bytes of Latin letters. */
export function utf16Order(head: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const length = Math.min(head.length, 4096) & ~1;
  for (let i = 0; i < length; i++) if (head[i] === 0) zeros[i & 1] = (zeros[i & 1] as number) + 1;
  const pairs = length / 2;
  const [even = 0, odd = 0] = zeros;
  if (pairs >= 8 && odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (pairs >= 8 && even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}
