import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem } from '@jangkau/kernel';
import { type Engine, type Row, sqlString } from '@jangkau/linkage';
import type { MappingSummary } from '../summary.ts';

/** A card that could be a resident's, as the run weighed it. */
export interface Candidate {
  card: string;
  /** Bits of evidence for the same person, without the prior. */
  weight: number;
  /** Probability of being the same person, all candidates weighed together. */
  posterior: number;
  linked: boolean;
  pattern: number;
  /** Bit i is set when search key i proposed the pair. */
  rules: number;
}

/** Everything the files of a run say about one resident. */
export interface RunCase {
  resident: string;
  link?: { card: string; probability: number; tier: string };
  uncovered?: { p: number; reason: string; bestCard: string | null };
  inactive?: { kind: string; segment: string | null };
  /** The other row of the same person, when the register lists them twice and that row holds the card. */
  listedAs?: string;
  /** Other cards that seem to be this person's. */
  furtherCards: string[];
  /** Most probable first. Pairs that hardly matter are not kept by a run. */
  candidates: Candidate[];
  /** Who holds a candidate card instead: card to resident. */
  holders: Map<string, string>;
}

/**
 * Reads summary.json of a run.
 * @throws Problem 'run-not-found'
 */
export async function readSummary(folder: string): Promise<MappingSummary> {
  try {
    return JSON.parse(await readFile(join(folder, 'summary.json'), 'utf8')) as MappingSummary;
  } catch (cause) {
    throw new Problem('run-not-found', { run: folder }, { cause });
  }
}

/**
 * Reads what a run says of a resident.
 * @throws Problem 'resident-not-found'; 'file-not-found' when a list of the run is gone
 */
export async function readRunCase(engine: Engine, folder: string, resident: string): Promise<RunCase> {
  const file = (name: string) => {
    const path = join(folder, name);
    if (!existsSync(path)) throw new Problem('file-not-found', { file: name });
    return path;
  };
  const list = (name: string) => `read_csv(${sqlString(file(name))}, all_varchar = true, header = true)`;
  const first = async (name: string) =>
    (
      await engine.rows<TextRow>(`SELECT * FROM ${list(name)} WHERE no_penduduk IN (${asWritten(resident)})`)
    )[0];

  const [link, uncovered, inactive] = [
    await first('links.csv'),
    await first('uncovered.csv'),
    await first('inactive.csv'),
  ];
  const evidence = sqlString(file('evidence.parquet'));
  const candidates = await engine.rows<Candidate & Row>(
    `SELECT no_kartu AS card, weight, posterior, linked, pattern, rules FROM ${evidence}
     WHERE no_penduduk = ${sqlString(resident)} ORDER BY posterior DESC, weight DESC, no_kartu`,
  );
  const twice = await first('duplicate_residents.csv');
  if (!link && !uncovered && !twice && candidates.length === 0)
    throw new Problem('resident-not-found', { resident });

  const further = await engine.rows<TextRow>(
    `SELECT no_kartu FROM ${list('duplicates.csv')} WHERE no_penduduk IN (${asWritten(resident)}) ORDER BY 1`,
  );
  const best = readText(uncovered?.best_no_kartu);
  const cards = new Set([...candidates.map(({ card }) => card), ...(best === null ? [] : [best])]);
  return {
    resident,
    link: link && {
      card: readText(link.no_kartu) ?? '',
      probability: Number(link.probability),
      tier: link.tier ?? '',
    },
    uncovered: uncovered && {
      p: Number(uncovered.p_uncovered),
      reason: uncovered.reason ?? '',
      bestCard: best,
    },
    inactive: inactive && { kind: inactive.kind ?? 'unknown', segment: inactive.segmen ?? null },
    listedAs: readText(twice?.same_person_as) ?? undefined,
    furtherCards: further.map(({ no_kartu }) => readText(no_kartu) ?? ''),
    candidates,
    holders: await readHolders(engine, list('links.csv'), [...cards], resident),
  };
}

type TextRow = Record<string, string | null>;

async function readHolders(
  engine: Engine,
  links: string,
  cards: string[],
  resident: string,
): Promise<Map<string, string>> {
  if (cards.length === 0) return new Map();
  const rows = await engine.rows<TextRow>(
    `SELECT no_kartu, no_penduduk FROM ${links} WHERE no_kartu IN (${cards.map(asWritten).join(', ')})`,
  );
  return new Map(
    rows
      .map(({ no_kartu, no_penduduk }) => [readText(no_kartu) ?? '', readText(no_penduduk) ?? ''] as const)
      .filter(([, holder]) => holder !== resident),
  );
}

/** SQL: an identifier as it stands in the lists, where text that looks like a formula has an apostrophe in front. */
function asWritten(id: string): string {
  return /^[=+\-@]/.test(id) ? sqlString(`'${id}`) : sqlString(id);
}

function readText(text: string | null | undefined): string | null {
  return text?.replace(/^'(?=[=+\-@])/, '') ?? null;
}
