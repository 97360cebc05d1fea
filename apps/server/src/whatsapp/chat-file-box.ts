import type { SecretBox } from '../secrets/secret-box.ts';

const contextOf = (conversationId: string, sha256: string) => `chat file ${conversationId} ${sha256}`;

/** Encrypts what was sent in a chat for keeping. */
export function sealChatFile(box: SecretBox, conversationId: string, sha256: string, bytes: Buffer): Buffer {
  return box.sealBytes(bytes, contextOf(conversationId, sha256));
}

/** What was sent, as it came. @throws Error when it was changed or its key is missing */
export function openChatFile(box: SecretBox, conversationId: string, sha256: string, sealed: Buffer): Buffer {
  return box.openBytes(sealed, contextOf(conversationId, sha256));
}
