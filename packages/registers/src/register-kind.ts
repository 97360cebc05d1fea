import { memberColumns, residentColumns } from '@jangkau/kernel';

export { memberColumns, residentColumns } from '@jangkau/kernel';

/** What a register file lists: residents of villages, or JKN members. */
export type RegisterKind = 'residents' | 'members';

/** A canonical column of either register. */
export type CanonicalColumn = (typeof residentColumns)[number] | (typeof memberColumns)[number];

/** The canonical columns of a kind of register, in their order. */
export function canonicalColumns(kind: RegisterKind): readonly CanonicalColumn[] {
  return kind === 'residents' ? residentColumns : memberColumns;
}

/** The canonical column that holds the register's own number of a person: `id` in the imported table. */
export function ownNumberColumn(kind: RegisterKind): CanonicalColumn {
  return kind === 'residents' ? 'no_penduduk' : 'no_kartu';
}
