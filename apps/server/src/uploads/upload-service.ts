import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Detection, MappingCorrection, RegisterKind, Upload, UploadProfile } from '@jangkau/contracts';
import { type Db, UploadRepository, type UploadRow } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import { receiveFile } from './receive-file.ts';
import {
  applyCorrection,
  correctedMapping,
  correctionOf,
  type RegisterReader,
  signatureOf,
} from './register-file.ts';

export interface UploadServiceOptions {
  reader: RegisterReader;
  /** Directory of the files. */
  directory: string;
  maxBytes: number;
}

/** Register files: taking them in, understanding their columns, letting them go. */
export class UploadService {
  readonly #options: UploadServiceOptions;

  constructor(options: UploadServiceOptions) {
    this.#options = options;
  }

  /**
   * Takes in a file as it streams, and looks at it. A file that breaks off or cannot be read leaves
   * nothing behind.
   * @throws ApiProblem upload-empty, upload-too-large, upload-unreadable
   */
  async receive(db: Db, body: Readable, name: string, kind: RegisterKind, officer: string): Promise<Upload> {
    const id = randomUUID();
    const directory = path.join(this.#options.directory, id);
    // The report of a run names its files, so they keep their names as far as these are harmless.
    const file = path.join(directory, harmlessName(name));
    await mkdir(directory, { recursive: true });
    try {
      await receiveFile(body, file, this.#options.maxBytes);
      return await this.register(db, id, file, name, kind, 'upload', officer);
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw error;
    }
  }

  /** Enters a file that is on disk already. */
  async register(
    db: Db,
    id: string,
    file: string,
    name: string,
    kind: RegisterKind,
    source: 'upload' | 'demo',
    officer: string,
  ): Promise<Upload> {
    const { size } = await stat(file);
    if (size === 0) throw new ApiProblem('upload-empty');
    const found = await this.#options.reader.detect(file, kind);
    const uploads = new UploadRepository(db);
    const remembered = await uploads.findMapping(kind, signatureOf(found));
    const detection = remembered ? applyCorrection(found, remembered, kind, true) : found;
    const row = await uploads.add({
      id,
      name: path.basename(name),
      size,
      kind,
      source,
      path: file,
      detection,
      created_by: officer,
    });
    return uploadView(row);
  }

  async list(db: Db): Promise<Upload[]> {
    return (await new UploadRepository(db).list()).map(uploadView);
  }

  /** @throws ApiProblem upload-not-found */
  async get(db: Db, id: string): Promise<Upload> {
    return uploadView(await this.#row(db, id));
  }

  /** The demo branch's files, if there are any. */
  async demoFiles(db: Db): Promise<{ residents: Upload | null; members: Upload | null }> {
    const rows = await new UploadRepository(db).demoFiles();
    const of = (kind: RegisterKind) => {
      const row = rows.find((one) => one.kind === kind);
      return row ? uploadView(row) : null;
    };
    return { residents: of('residents'), members: of('members') };
  }

  /** Where a file lies. @throws ApiProblem upload-not-found */
  async pathOf(db: Db, id: string): Promise<string> {
    return (await this.#row(db, id)).path;
  }

  /** Takes the user's word for the columns, now and for files with the same headers. */
  async correct(db: Db, id: string, correction: MappingCorrection, officer: string): Promise<Upload> {
    const row = await this.#row(db, id);
    const wanted = Object.fromEntries(correction.columns.map((column) => [column.header, column.canonical]));
    const detection = applyCorrection(row.detection as Detection, wanted, row.kind, false);
    const uploads = new UploadRepository(db);
    await uploads.saveDetection(id, detection);
    await uploads.saveMapping(row.kind, signatureOf(detection), correctionOf(detection), officer);
    return this.get(db, id);
  }

  /**
   * Data quality, worked out the first time it is asked for. Reading a large file takes a while: `pause` ends
   * the transaction meanwhile.
   */
  async profile(db: Db, id: string, pause: () => Promise<void>): Promise<UploadProfile> {
    const row = await this.#row(db, id);
    if (row.profile) return row.profile as UploadProfile;
    const detection = row.detection as Detection;
    if (!detection.usable) throw new ApiProblem('mapping-incomplete');
    await pause();
    const profile = await this.#options.reader.profile(row.path, row.kind, correctedMapping(detection));
    await new UploadRepository(db).saveProfile(id, profile);
    return profile;
  }

  /** @throws ApiProblem upload-in-use, upload-not-found */
  async delete(db: Db, id: string): Promise<void> {
    const row = await this.#row(db, id);
    const uploads = new UploadRepository(db);
    if (await uploads.isInUse(id)) throw new ApiProblem('upload-in-use');
    await uploads.markDeleted(id);
    // Demo files are shared by every start of the demo.
    if (row.source === 'upload') await rm(path.dirname(row.path), { recursive: true, force: true });
  }

  async #row(db: Db, id: string): Promise<UploadRow> {
    const [row] = isUuid(id) ? await new UploadRepository(db).find([id]) : [];
    if (!row) throw new ApiProblem('upload-not-found');
    return row;
  }
}

/** A file as the API shows it. */
function uploadView(row: UploadRow): Upload {
  return {
    id: row.id,
    name: row.name,
    size: row.size,
    kind: row.kind,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    detection: row.detection as Detection,
  };
}

/** True for the text form of a UUID: anything else would be an error of the database. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** A file name without folders or anything a shell or file system could take for more than a letter. */
function harmlessName(name: string): string {
  const plain = path
    .basename(name)
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^\.+/, '')
    .slice(-100);
  return plain === '' ? 'register' : plain;
}
