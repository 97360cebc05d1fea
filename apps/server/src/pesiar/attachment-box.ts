import type { KeptAttachment } from '@jangkau/store';
import type { SecretBox } from '../secrets/secret-box.ts';

const contextOf = (caseId: string, sha256: string) => `attachment ${caseId} ${sha256}`;

/** Encrypts a photograph or signature of a case for keeping. */
export function sealAttachment(box: SecretBox, caseId: string, sha256: string, bytes: Buffer): Buffer {
  return Buffer.from(box.seal(bytes.toString('base64'), contextOf(caseId, sha256)));
}

/** What was photographed, as it came in. @throws Error when it was changed or its key is missing */
export function openAttachment(
  box: SecretBox,
  caseId: string,
  sha256: string,
  { bytes, sealed }: KeptAttachment,
): Buffer {
  if (!sealed) return bytes;
  return Buffer.from(box.open(bytes.toString(), contextOf(caseId, sha256)), 'base64');
}
