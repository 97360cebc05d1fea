/** Long side in pixels: enough to read a KTP. */
const longSide = 1280;

/** How small a photograph has to become, and as what it may be written, the best first. */
interface PhotoLimits {
  mostBytes: number;
  types: readonly ['image/jpeg'] | readonly ['image/webp', 'image/jpeg'];
}

/**
 * Makes a photograph small. Drawing it anew also takes out what cameras write into their files: place, time
 * and model.
 * @throws when the file is no picture
 */
export async function smallPhoto(file: Blob, limits: PhotoLimits): Promise<Blob> {
  const picture = await createImageBitmap(file);
  let side = longSide;
  let quality = 0.75;
  for (;;) {
    const blob = await drawn(picture, side, quality, limits.types);
    if (blob.size <= limits.mostBytes || side < 500) {
      picture.close();
      return blob;
    }
    quality -= 0.15;
    if (quality < 0.5) {
      side = Math.round(side * 0.75);
      quality = 0.7;
    }
  }
}

async function drawn(
  picture: ImageBitmap,
  side: number,
  quality: number,
  types: PhotoLimits['types'],
): Promise<Blob> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('the phone cannot draw');
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  for (const type of types) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, type, quality));
    // A phone that cannot write a type writes PNG instead.
    if (blob?.type === type) return blob;
  }
  throw new Error('the phone cannot write the picture');
}
