export type Bytes = Uint8Array<ArrayBuffer>;

/** Fills with random bytes. */
export const fillRandom = (bytes: Bytes): void => {
  crypto.getRandomValues(bytes);
};

export function randomBytes(length: number): Bytes {
  const bytes = new Uint8Array(length);
  fillRandom(bytes);
  return bytes;
}

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

export function fromBase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}

export function toJsonBytes(value: unknown): Bytes {
  return new TextEncoder().encode(JSON.stringify(value));
}

export function fromJsonBytes<T>(bytes: Uint8Array): T {
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
