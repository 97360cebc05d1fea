import { LinkFailure } from '../link/link-failure.ts';
import type { AttachmentHead, SyncServer } from '../link/sync-server.ts';

/** Bytes sent at once: a part that is lost costs no more than this. */
export const partBytes = 131_072;

/**
 * Sends an attachment from where the server is. `read` gives its bytes.
 * @throws LinkFailure; what the server has it keeps
 */
export async function uploadAttachment(
  head: AttachmentHead,
  read: (from: number, to: number) => Promise<Uint8Array>,
  server: SyncServer,
): Promise<void> {
  let received = await server.attachmentReceived(head);
  while (received < head.size) {
    const from = received;
    const bytes = await read(from, Math.min(from + partBytes, head.size));
    received = await server.attachmentPart(head, from, bytes);
    if (received <= from) throw new LinkFailure('refused', 'the attachment does not get on');
  }
}
