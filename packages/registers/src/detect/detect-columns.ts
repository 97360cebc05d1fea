import type { ColumnMapping } from '../column-mapping.ts';
import {
  type CanonicalColumn,
  canonicalColumns,
  ownNumberColumn,
  type RegisterKind,
} from '../register-kind.ts';
import { type ColumnContent, columnContent } from './column-content.ts';
import { columnInsideHeader, columnOfHeader, isAboutOthers } from './header-aliases.ts';

/** A column of a file: where it is, what its header says and some of its values. */
export interface FileColumn {
  /** Position from 0. */
  index: number;
  /** The header; 'Kolom 3' and the like when the file has none. */
  name: string;
  /** True when the name was made up. */
  unnamed?: boolean;
  samples: readonly string[];
}

/** What a column was taken for and why. */
export interface ColumnGuess {
  index: number;
  name: string;
  /** null: not used. */
  canonical: CanonicalColumn | null;
  /** 0 to 1. */
  confidence: number;
  /** Why, as an Indonesian and an English sentence. */
  reason: string;
  reasonEn: string;
}

interface Candidate {
  column: FileColumn;
  canonical: CanonicalColumn;
  confidence: number;
  reason: string;
  reasonEn: string;
}

/**
 * Says which column of a file is which, from the headers and, where they are missing or odd, from the
 * values. A canonical column goes to one column of the file, the surest; columns that lose are not used.
 */
export function detectColumns(columns: readonly FileColumn[], kind: RegisterKind): ColumnGuess[] {
  const contents = new Map(columns.map((column) => [column, columnContent(column.samples)]));
  const candidates = columns
    .flatMap((column) => candidatesOf(column, contents.get(column) as ColumnContent, kind))
    .sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index);
  separateNikFromKk(candidates, contents);
  const byColumn = new Map<FileColumn, Candidate>();
  const taken = new Set<CanonicalColumn>();
  for (const candidate of candidates) {
    if (byColumn.has(candidate.column) || taken.has(candidate.canonical)) continue;
    byColumn.set(candidate.column, candidate);
    taken.add(candidate.canonical);
  }
  return columns.map((column) => {
    const found = byColumn.get(column);
    return {
      index: column.index,
      name: column.name,
      canonical: found?.canonical ?? null,
      confidence: found?.confidence ?? 0,
      reason: found?.reason ?? 'Judul dan isinya tidak dikenal; kolom tidak dipakai.',
      reasonEn: found?.reasonEn ?? 'Neither header nor values are known; the column is not used.',
    };
  });
}

/** The mapping that follows from the guesses. */
export function mappingOf(guesses: readonly ColumnGuess[]): ColumnMapping {
  return { columns: guesses.map(({ index, canonical }) => ({ column: index, canonical })) };
}

function candidatesOf(column: FileColumn, content: ColumnContent, kind: RegisterKind): Candidate[] {
  const out: Candidate[] = [];
  const add = (canonical: CanonicalColumn, confidence: number, reason: string, reasonEn: string) =>
    out.push({ column, canonical, confidence: Math.round(confidence * 100) / 100, reason, reasonEn });
  const exact = column.unnamed ? undefined : columnOfHeader(column.name, kind);
  const inside = column.unnamed || exact ? undefined : columnInsideHeader(column.name, kind);
  const named = exact ?? inside;
  if (named) {
    const base = !exact
      ? 0.8
      : column.name.trim().toLowerCase() === exact
        ? 1
        : namesVillage(exact, column)
          ? 0.9
          : 0.97;
    const doubt = contradicts(named, content);
    if (doubt)
      add(named, base * 0.5, `Judul cocok, tetapi ${doubt.id}.`, `The header fits, but ${doubt.en}.`);
    else {
      add(named, base, `Judul "${column.name}" dikenal.`, `The header "${column.name}" is known.`);
      if (exact) return out;
    }
  }
  if (!column.unnamed && isAboutOthers(column.name)) return out;
  for (const [canonical, share, what, whatEn] of byContent(content, kind)) {
    const percent = Math.round(share * 100);
    if (canonical !== named)
      add(
        canonical,
        share * 0.75,
        `${percent} % isinya ${what}.`,
        `${percent} % of the values are ${whatEn}.`,
      );
  }
  return out;
}

/** True for a column that gives villages by name: one with codes is better. */
function namesVillage(canonical: CanonicalColumn, column: FileColumn): boolean {
  return canonical === 'kode_desa' && !/KODE|KD|CODE/i.test(column.name);
}

type ContentGuess = readonly [canonical: CanonicalColumn, share: number, what: string, whatEn: string];

/** Canonical columns the values alone speak for. */
function byContent(content: ColumnContent, kind: RegisterKind): ContentGuess[] {
  const out: ContentGuess[] = [];
  const guess = (canonical: CanonicalColumn, share: number, least: number, what: string, whatEn: string) => {
    if (content.filled > 0 && share >= least && canonicalColumns(kind).includes(canonical))
      out.push([canonical, share, what, whatEn]);
  };
  const nik = content.digits16 * content.nikDates;
  guess('nik', nik * (content.distinct > 0.9 ? 1 : 0.85), 0.6, 'NIK 16 angka', '16-digit NIKs');
  guess('no_kk', nik * 0.9, 0.6, '16 angka seperti nomor KK', '16 digits like family card numbers');
  guess('no_kartu', content.digits13, 0.6, '13 angka seperti nomor kartu', '13 digits like card numbers');
  guess('tanggal_lahir', content.dates, 0.6, 'tanggal', 'dates');
  guess('jenis_kelamin', content.sexes, 0.8, 'jenis kelamin', 'sexes');
  guess('kode_desa', content.villageCodes, 0.7, 'kode desa', 'village codes');
  guess('no_hp', content.phones, 0.7, 'nomor HP', 'mobile numbers');
  const wordy = content.distinct > 0.5 && content.sexes < 0.5 && content.dates < 0.2;
  guess('nama', wordy ? content.names * 0.9 : 0, 0.7, 'seperti nama orang', 'like names of people');
  return out;
}

/** Why the values speak against what the header says. */
function contradicts(
  canonical: CanonicalColumn,
  content: ColumnContent,
): { id: string; en: string } | undefined {
  if (content.filled < 5) return undefined;
  if ((canonical === 'nik' || canonical === 'no_kk') && content.digits16 < 0.2)
    return { id: 'isinya bukan 16 angka', en: 'the values are not 16 digits' };
  if (canonical === 'nama' && content.names < 0.2 && content.digits16 + content.dates > 0.5)
    return { id: 'isinya bukan nama', en: 'the values are not names' };
  if (canonical === 'jenis_kelamin' && content.digits16 + content.dates + content.phones > 0.5)
    return { id: 'isinya bukan jenis kelamin', en: 'the values are not sexes' };
  if (canonical === 'tanggal_lahir' && content.digits16 > 0.5)
    return { id: 'isinya bukan tanggal', en: 'the values are not dates' };
  if (canonical === ownNumberColumn('residents') && content.running)
    return { id: 'isinya hanya nomor urut', en: 'the values are just row numbers' };
  return undefined;
}

/**
 * Two columns of 16 digits without known headers: women's days (41 to 71) occur only in NIKs, because a
 * family card carries its date of issue, and family cards repeat.
 */
function separateNikFromKk(candidates: Candidate[], contents: Map<FileColumn, ColumnContent>): void {
  for (const candidate of candidates) {
    if (candidate.confidence > 0.75 || (candidate.canonical !== 'nik' && candidate.canonical !== 'no_kk'))
      continue;
    const content = contents.get(candidate.column) as ColumnContent;
    const looksNik = content.femaleDays > 0.15 || (content.femaleDays > 0 && content.distinct > 0.98);
    const fits = (candidate.canonical === 'nik') === looksNik;
    candidate.confidence = Math.round(candidate.confidence * (fits ? 1 : 0.6) * 100) / 100;
  }
  candidates.sort((a, b) => b.confidence - a.confidence || a.column.index - b.column.index);
}
