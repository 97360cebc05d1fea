import { randomBytes } from 'node:crypto';
import {
  type ReasonCode,
  reasons,
  SnapshotEntries,
  type SnapshotHead,
  snapshotHead,
  statusByte,
} from '@jangkau/membership';
import { type Database, memberFingerprints } from '@jangkau/store';
import { today } from '../runs/run-service.ts';
import type { SigningKeys } from './signing-key.ts';

/** A file ready to be sent. */
export interface SnapshotFile {
  head: SnapshotHead;
  bytes: Buffer;
}

/** A new whole file is made for whoever asks after this time. */
const wholeSeconds = 7 * 86_400;
/** Changes are read again after this time. */
const changesSeconds = 60;
/** How long a facility may rely on a file. */
const holdsSeconds = 3 * 86_400;
/** A change is committed a while after its moment: changes are read from this much earlier. */
const overlapMs = 15 * 60_000;

/**
 * Files with the status of all members for facilities without a line: a whole one a week, and all changes
 * since then whenever they are asked for.
 */
export class StatusSnapshots {
  readonly #database: Pick<Database, 'ownerPool'>;
  readonly #keys: SigningKeys;
  readonly #timeZone: string;
  readonly #now: () => Date;
  #whole: Promise<SnapshotFile> | undefined;
  #changes: Promise<SnapshotFile> | undefined;

  constructor(parts: {
    database: Pick<Database, 'ownerPool'>;
    keys: SigningKeys;
    timeZone: string;
    now: () => Date;
  }) {
    this.#database = parts.database;
    this.#keys = parts.keys;
    this.#timeZone = parts.timeZone;
    this.#now = parts.now;
  }

  get keys(): Pick<SigningKeys, 'publicKey' | 'fingerprintKey'> {
    return this.#keys;
  }

  /** Everybody, as of this week. */
  async whole(): Promise<SnapshotFile> {
    const known = await this.#whole?.catch(() => undefined);
    if (known && this.#age(known) < wholeSeconds) return known;
    this.#whole = this.#make('whole', randomBytes(8).toString('hex'));
    return this.#whole;
  }

  /** Everybody whose state changed since the whole file was made. */
  async changes(): Promise<SnapshotFile> {
    const { head } = await this.whole();
    const known = await this.#changes?.catch(() => undefined);
    if (known && known.head.baseId === head.baseId && this.#age(known) < changesSeconds) return known;
    this.#changes = this.#make('changes', head.baseId, new Date(head.issuedAt * 1000 - overlapMs));
    return this.#changes;
  }

  #age({ head }: SnapshotFile): number {
    return this.#now().getTime() / 1000 - head.issuedAt;
  }

  async #make(kind: SnapshotHead['kind'], baseId: string, since?: Date): Promise<SnapshotFile> {
    const now = this.#now();
    const issuedAt = Math.floor(now.getTime() / 1000);
    const entries = new SnapshotEntries(1024);
    await memberFingerprints(
      this.#database.ownerPool,
      { key: this.#keys.fingerprintKey, today: today(this.#timeZone, now), ...(since && { since }) },
      ({ fingerprint, reason, roomClass }) =>
        entries.add(
          fingerprint,
          statusByte(reason in reasons ? (reason as ReasonCode) : 'NEVER_ENROLLED', roomClass),
        ),
    );
    const head = { kind, baseId, issuedAt, expiresAt: issuedAt + holdsSeconds, entries: entries.count };
    const signed = Buffer.concat([snapshotHead(head), entries.bytes]);
    return { head, bytes: Buffer.concat([signed, this.#keys.sign(signed)]) };
  }
}
