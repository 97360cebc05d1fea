/** What a pack is: enough to fetch it in pieces and to know that it is whole. */
export interface PackManifest {
  /** Changes with its content. */
  id: string;
  /** See PulledPage.edition. */
  edition: string;
  /** What is pulled after this pack begins here. */
  cursor: string;
  bytes: number;
  sha256: string;
  /** Length of a chunk; the last may be shorter. */
  chunkBytes: number;
  /** SHA-256 of each chunk, so that a damaged one is fetched again and not all of it. */
  chunks: string[];
}

/** Describes a pack. */
export async function describePack(
  content: Uint8Array<ArrayBuffer>,
  parts: { edition: string; cursor: string; chunkBytes?: number },
): Promise<PackManifest> {
  const { chunkBytes = 65_536, edition, cursor } = parts;
  const chunks: string[] = [];
  for (let at = 0; at < content.length; at += chunkBytes)
    chunks.push(await sha256(content.subarray(at, at + chunkBytes)));
  const whole = await sha256(content);
  return {
    id: whole.slice(0, 32),
    edition,
    cursor,
    bytes: content.length,
    sha256: whole,
    chunkBytes,
    chunks,
  };
}

/** SHA-256 in hexadecimal digits. */
export async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
