import { smallPhoto } from '@jangkau/phone';
import { sha256 } from '@jangkau/sync';
import { toBase64 } from '../store/bytes.ts';
import type { DraftPhoto } from './visit-draft.ts';

const mostBytes = 300_000;

/**
 * A photograph made small for the queue; WebP where the phone can write it, otherwise JPEG.
 * @throws when the file is no picture
 */
export async function compressPhoto(file: Blob): Promise<Omit<DraftPhoto, 'kind'>> {
  const blob = await smallPhoto(file, { mostBytes, types: ['image/webp', 'image/jpeg'] });
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return { sha256: await sha256(bytes), type: blob.type, size: bytes.length, base64: toBase64(bytes) };
}
