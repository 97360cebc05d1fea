import { campaignTables } from './campaign-tables.ts';
import { caseTables } from './case-tables.ts';
import { chatTables } from './chat-tables.ts';
import type { HeldTable } from './held-table.ts';
import { mappingTables } from './mapping-tables.ts';
import { memberTables } from './member-tables.ts';
import { moneyTables } from './money-tables.ts';
import { requestTables } from './request-tables.ts';
import { visitTables } from './visit-tables.ts';

/** Every table that says something about a person of the registers, in the order in which they read it. */
export const heldTables: readonly HeldTable[] = [
  ...mappingTables,
  ...caseTables,
  ...memberTables,
  ...moneyTables,
  ...visitTables,
  ...requestTables,
  ...chatTables,
  // After the conversations: they are found through the turns.
  ...campaignTables,
];
