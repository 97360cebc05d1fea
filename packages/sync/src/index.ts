export { partBytes, uploadAttachment } from './attachments/upload-attachment.ts';
export type { DeviceStore } from './device/device-store.ts';
export { type SyncReport, synchronise } from './device/synchronise.ts';
export { EventClock } from './events/event-clock.ts';
export type { KeptEvent, SyncEvent } from './events/sync-event.ts';
export { uuidV7 } from './events/uuid-v7.ts';
export { backOff } from './link/back-off.ts';
export { ClockSkew } from './link/clock-skew.ts';
export { LinkFailure, type LinkFailureKind } from './link/link-failure.ts';
export type {
  AttachmentHead,
  HeldOnDevice,
  PulledPage,
  PushResult,
  Refusal,
  SyncServer,
} from './link/sync-server.ts';
export { downloadPack, type PackStore } from './pack/download-pack.ts';
export { describePack, type PackManifest, sha256 } from './pack/pack-manifest.ts';
export { type SealingKey, seal, unseal } from './seal/sealed.ts';
