import { createHash } from 'node:crypto';
import { addAttachment, type Db, type Scope } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { sealAttachment } from '../pesiar/attachment-box.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

/**
 * Keeps a photograph or signature of a case, encrypted with the key of the server. False when the case is out of
 * reach. @throws ApiProblem attachment-damaged when its bytes are not those of its hash
 */
export async function keepAttachment(
  db: Db,
  scope: Scope,
  box: SecretBox,
  file: { sha256: string; stream: string; type: string; bytes: Buffer },
): Promise<boolean> {
  const { sha256, stream, type, bytes } = file;
  if (createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ApiProblem('attachment-damaged');
  return addAttachment(db, scope, {
    caseId: stream,
    sha256,
    mime: type,
    size: bytes.length,
    bytes: sealAttachment(box, stream, sha256, bytes),
    sealed: true,
  });
}
