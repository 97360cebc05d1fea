import type { Engine } from '@jangkau/linkage';
import { inputFacts } from '../input-facts.ts';
import type { MappingSummary } from '../summary.ts';
import { readSourceRows, type SourceRow } from './source-rows.ts';

/** The rows of the registers, when the files are still there; `gone` says which are not. */
export interface BothRows {
  resident?: SourceRow;
  card?: SourceRow;
  gone: string[];
}

/** Reads a resident and a card from the files a run had read. */
export async function readBothRows(
  engine: Engine,
  summary: MappingSummary,
  resident: string,
  card: string | undefined,
): Promise<BothRows> {
  const read = (kind: 'residents' | 'members', id: string) =>
    readSourceRows(engine, kind, inputFacts(summary.inputs[kind]), [id]);
  const residents = await read('residents', resident);
  const members = card === undefined ? new Map<string, SourceRow>() : await read('members', card);
  const gone = (['residents', 'members'] as const)
    .filter((kind) => (kind === 'residents' ? residents : members) === undefined)
    .flatMap((kind) => {
      const files = inputFacts(summary.inputs[kind]).files.join(', ');
      return [
        `  Berkas ${files} sudah tidak ada; isinya tidak dapat ditampilkan.`,
        `  File ${files} is gone.`,
      ];
    });
  return {
    resident: residents?.get(resident),
    card: card === undefined ? undefined : members?.get(card),
    gone,
  };
}
