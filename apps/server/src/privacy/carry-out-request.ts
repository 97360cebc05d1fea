import { erasureResult, type RequestResult, retentionDays } from '@jangkau/privacy';
import {
  countErasable,
  type Database,
  type Db,
  erasePerson,
  heldDataOf,
  type PersonKeys,
  PrivacySettings,
  type RequestRecord,
  runFoldersOf,
  SubjectRequests,
} from '@jangkau/store';
import { eraseFromRunFiles } from './erase-run-files.ts';

export interface CarryOutTools {
  database: Database;
}

const restricted: RequestResult = {
  done: [
    {
      what: 'Pemrosesan dihentikan: tidak lagi muncul pada daftar kerja, cetakan, unduhan, dan tinjauan',
      count: 1,
    },
  ],
  kept: [
    {
      what: 'Data tetap tersimpan, ditandai, dan hanya dibuka untuk memenuhi hak atau kewajiban hukum',
      legalBasis: 'UU 27/2022 Pasal 41',
    },
    {
      what: 'Kepesertaan JKN berjalan terus',
      legalBasis: 'UU 24/2011 dan Perpres 82/2018 (kewajiban hukum penyelenggara)',
    },
  ],
};

const nobody: RequestResult = {
  done: [{ what: 'Tidak ada data yang ditemukan tentang pemohon', count: 0 }],
  kept: [],
};

/** What carrying out a request would do, without doing it. */
export async function effectOf(tools: CarryOutTools, db: Db, request: RequestRecord): Promise<RequestResult> {
  const person = personOf(request);
  if (!person) return nobody;
  if (request.kind === 'erasure') {
    const rows = await countErasable(tools.database.system, person);
    return erasureResult(rows, 0, await uploadDays(db));
  }
  return request.kind === 'access' ? accessResult(tools.database.system, person) : resultOf(request, '');
}

/**
 * Does what a request asked for and says what was done. An erasure is done at once and cannot be undone; it may
 * be repeated when the server stopped in the middle of it.
 */
export async function carryOut(
  tools: CarryOutTools,
  db: Db,
  username: string,
  request: RequestRecord,
  note: string,
): Promise<RequestResult> {
  const person = personOf(request);
  if (!person) return nobody;
  if (request.kind === 'erasure') {
    const files = await eraseFromRunFiles(await runFoldersOf(tools.database.system, person));
    const rows = await tools.database.owner
      .transaction()
      .execute((owner) => erasePerson(owner, person, request.number));
    return erasureResult(rows, files, await uploadDays(db));
  }
  if (request.kind === 'access') return accessResult(tools.database.system, person);
  if (request.kind !== 'correction') await SubjectRequests.restrict(db, username, request, true);
  return resultOf(request, note);
}

function resultOf(request: RequestRecord, note: string): RequestResult {
  if (request.kind !== 'correction') return restricted;
  const what = 'Perbaikan dicatat dan diteruskan kepada pemilik register';
  return {
    done: [{ what: note ? `${what}: ${note}` : what, count: 1 }],
    kept: [
      {
        what: 'Hasil pemetaan lama tidak diubah; pemetaan berikutnya memakai register yang sudah diperbaiki',
        legalBasis: 'UU 27/2022 Pasal 30 dan Pasal 31',
      },
    ],
  };
}

async function accessResult(system: Db, person: PersonKeys): Promise<RequestResult> {
  const held = await heldDataOf(system, person);
  return { done: held.map(({ section, rows }) => ({ what: section, count: rows.length })), kept: [] };
}

async function uploadDays(db: Db): Promise<number> {
  return retentionDays('uploads', (await PrivacySettings.standing(db)).get('retention.uploads'));
}

/** Numbers of the registers a request is about; undefined when nobody was found. */
export function personOf(request: RequestRecord): PersonKeys | undefined {
  const { noPenduduk, registerName, nik, born, memberId } = request;
  return registerName === null ? undefined : { noPenduduk, nik, name: registerName, born, memberId };
}
