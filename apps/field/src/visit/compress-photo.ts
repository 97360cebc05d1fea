import { sha256 } from '@jangkau/sync';
import { toBase64 } from '../store/bytes.ts';
import type { DraftPhoto } from './visit-draft.ts';

/** Long side in pixels: enough to read a KTP. */
const longSide = 1280;
const mostBytes = 300_000;

/**
 * Makes a photograph small. Drawing it anew also takes out what cameras write into their files: place, time
 * and model. WebP where the phone can write it, otherwise JPEG.
 * @throws when the file is no picture
 */
export async function compressPhoto(file: Blob): Promise<Omit<DraftPhoto, 'kind'>> {
  const picture = await createImageBitmap(file);
  let side = longSide;
  let quality = 0.75;
  for (;;) {
    const blob = await drawn(picture, side, quality);
    if (blob.size <= mostBytes || side < 500) {
      picture.close();
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return { sha256: await sha256(bytes), type: blob.type, size: bytes.length, base64: toBase64(bytes) };
    }
    quality -= 0.15;
    if (quality < 0.5) {
      side = Math.round(side * 0.75);
      quality = 0.7;
    }
  }
}

async function drawn(picture: ImageBitmap, side: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the phone cannot draw');
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const write = (type: string) =>
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
  const blob = await write('image/webp');
  if (blob?.type === 'image/webp') return blob;
  const jpeg = await write('image/jpeg');
  if (!jpeg) throw new Error('the phone cannot write the picture');
  return jpeg;
}
