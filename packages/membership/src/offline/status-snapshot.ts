import { Problem } from '@jangkau/kernel';
import { type OfflineStatus, readStatusByte } from './status-byte.ts';

/**
 * A file with the status of every member that a facility checks without a line. Members are fingerprints:
 * the first six bytes of SHA-256(key, kind, number), sorted, as differences of 7 bits a byte, each followed by
 * one byte of status; about ten bytes a member for card and NIK. At the end an Ed25519 signature of all of it.
 *
 *   'JSNP' | version 1 | kind (1 whole, 2 changes) | base id 8 | issued 4 | expires 4 | entries 4 | entries ... | signature 64
 *
 * Moments are seconds since 1970; numbers big-endian.
 */
const magic = [0x4a, 0x53, 0x4e, 0x50, 1] as const;
const headBytes = 26;
const signatureBytes = 64;

/** Head of a file. */
export interface SnapshotHead {
  readonly kind: 'whole' | 'changes';
  /** Which whole file this is, or was made after; 16 hexadecimal digits. */
  readonly baseId: string;
  /** Moments, seconds since 1970. */
  readonly issuedAt: number;
  readonly expiresAt: number;
  readonly entries: number;
}

/** Checks that bytes were signed by whom one trusts. */
export type Verify = (message: Uint8Array, signature: Uint8Array) => boolean;

/** What is hashed for the fingerprint of a number. */
export function fingerprintText(kind: 'card' | 'nik', number: string): string {
  return `${kind === 'card' ? 'c' : 'n'}${number}`;
}

/** Bytes of a head. */
export function snapshotHead(head: SnapshotHead): Uint8Array {
  const bytes = new Uint8Array(headBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint8(5, head.kind === 'whole' ? 1 : 2);
  view.setBigUint64(6, BigInt(`0x${head.baseId}`));
  view.setUint32(14, head.issuedAt);
  view.setUint32(18, head.expiresAt);
  view.setUint32(22, head.entries);
  return bytes;
}

/** Writes entries one after the other; fingerprints must come in their order. */
export class SnapshotEntries {
  #bytes: Uint8Array;
  #length = 0;
  #last = 0;
  #count = 0;

  constructor(expected: number) {
    this.#bytes = new Uint8Array(Math.max(64, expected * 6));
  }

  /** `fingerprint`: 48 bits as a number. */
  add(fingerprint: number, status: number): void {
    if (this.#count > 0 && fingerprint <= this.#last) {
      // Two numbers with one fingerprint: the one that is covered counts, so that nobody is turned away for it.
      if (fingerprint < this.#last) throw new Error('fingerprints out of order');
      const before = this.#bytes[this.#length - 1] as number;
      if (readStatusByte(status).covered && !readStatusByte(before).covered)
        this.#bytes[this.#length - 1] = status;
      return;
    }
    if (this.#length + 8 > this.#bytes.length) {
      const larger = new Uint8Array(this.#bytes.length * 2);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    let rest = fingerprint - this.#last;
    while (rest > 127) {
      this.#bytes[this.#length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
    this.#bytes[this.#length++] = status;
    this.#last = fingerprint;
    this.#count++;
  }

  get count(): number {
    return this.#count;
  }

  get bytes(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}

/**
 * Reads the head of a file whose signature holds.
 * @throws Problem 'snapshot-unusable' for any other file
 */
export function readSnapshot(file: Uint8Array, verify: Verify): SnapshotHead {
  const end = file.length - signatureBytes;
  if (end < headBytes || magic.some((byte, i) => file[i] !== byte))
    throw new Problem('snapshot-unusable', { reason: 'format' });
  if (!verify(file.subarray(0, end), file.subarray(end)))
    throw new Problem('snapshot-unusable', { reason: 'signature' });
  const view = new DataView(file.buffer, file.byteOffset, file.length);
  return {
    kind: view.getUint8(5) === 1 ? 'whole' : 'changes',
    baseId: view.getBigUint64(6).toString(16).padStart(16, '0'),
    issuedAt: view.getUint32(14),
    expiresAt: view.getUint32(18),
    entries: view.getUint32(22),
  };
}

/** The status of a fingerprint in a file that was read before; undefined when it is not there. */
export function findInSnapshot(file: Uint8Array, fingerprint: number): OfflineStatus | undefined {
  const end = file.length - signatureBytes;
  let at = headBytes;
  let reached = 0;
  while (at < end) {
    let step = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = file[at++] as number;
      step += (byte & 127) * factor;
      if (byte < 128) break;
    }
    reached += step;
    if (reached === fingerprint) return readStatusByte(file[at] as number);
    if (reached > fingerprint) return undefined;
    at++;
  }
  return undefined;
}
