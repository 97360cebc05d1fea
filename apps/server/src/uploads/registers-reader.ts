import { open } from 'node:fs/promises';
import { columnsOf, type Detection } from '@jangkau/contracts';
import { ApiProblem } from '../http/api-problem.ts';
import { isUsable, type RegisterReader } from './register-file.ts';

/** Reads register files with @jangkau/registers. */
export const registersReader: RegisterReader = {
  async detect(file, name, kind): Promise<Detection> {
    const handle = await open(file);
    const { buffer, bytesRead } = await handle
      .read(Buffer.alloc(65_536), 0, 65_536, 0)
      .finally(() => handle.close());
    const lines = buffer
      .toString('utf8', 0, bytesRead)
      .replace(/^\uFEFF/, '')
      .split(/\r?\n/);
    const delimiter =
      [',', ';', '\t', '|'].sort(
        (a, b) => (lines[0] ?? '').split(b).length - (lines[0] ?? '').split(a).length,
      )[0] ?? ',';
    const headers = (lines[0] ?? '').split(delimiter).map((header) => header.trim().replace(/^"|"$/g, ''));
    if (headers.length < 2) throw new ApiProblem('upload-unreadable', { detail: name });
    const known = columnsOf(kind);
    const columns = headers.map((header, i) => {
      const canonical = known.find((column) => column === header.toLowerCase()) ?? null;
      const samples = lines
        .slice(1, 4)
        .map((line) => line.split(delimiter)[i] ?? '')
        .filter(Boolean);
      return { header, canonical, confidence: canonical ? 1 : 0, samples, remembered: false };
    });
    return {
      format: 'csv',
      delimiter,
      encoding: 'utf-8',
      headerRow: 1,
      columns,
      problems: [],
      usable: isUsable(columns),
    };
  },
  async profile() {
    throw new ApiProblem('upload-unreadable');
  },
};
