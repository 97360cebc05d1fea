import { createCipheriv, hash } from 'node:crypto';
import { compressToUri } from './lz-uri.ts';

/** What an answer is sealed for: the client, its secret, and the X-timestamp of its request. */
export interface SealedFor {
  consId: string;
  secret: string;
  timestamp: string;
}

/**
 * The `response` of VClaim and PCare: JSON, compressed by LZ-string to URI characters, then AES-256-CBC with
 * the key SHA-256(consId + secret + timestamp) and its first 16 bytes as the initial vector, in base64.
 */
export function sealedResponse(response: unknown, { consId, secret, timestamp }: SealedFor): string {
  const key = hash('sha256', `${consId}${secret}${timestamp}`, 'buffer');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  const packed = compressToUri(JSON.stringify(response));
  return Buffer.concat([cipher.update(packed), cipher.final()]).toString('base64');
}
