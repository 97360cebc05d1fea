import { Random } from '../chance/random.ts';
import { CsvFile } from '../output/csv-file.ts';
import { CardNumbers } from '../register/card-numbers.ts';
import { assignHistories } from './assign-histories.ts';
import { departedRow, historyColumns, historyRow } from './history-row.ts';
import { memberRows, readMemberTable } from './member-table.ts';
import { monthNumber } from './month-number.ts';
import { type ScaledTotals, scaledTotals } from './published-totals.ts';

/** What to write histories for. */
export interface HistoryOptions {
  /** members.csv of a generated branch. */
  membersFile: string;
  /** Written: one row a member, see historyColumns. */
  outFile: string;
  /** Residents of the branch: the published totals are scaled by them. */
  residents: number;
  seed: number;
  /** Date of the member file, 'YYYY-MM-DD'. */
  asOf: string;
}

/** What was written. */
export interface HistorySummary {
  members: number;
  /** Members of 2023 who have died since and are in no present file. */
  departed: number;
  totals: ScaledTotals;
}

/**
 * Writes what the office's member register and ledger start from: the members of a generated branch with a
 * past that comes to the published totals of June 2023 and June 2024 to the person. Same input, same bytes.
 */
export async function writeHistories(options: HistoryOptions): Promise<HistorySummary> {
  const { membersFile, seed } = options;
  const asOf = monthNumber(options.asOf);
  const random = new Random(seed, 7);
  const members = await readMemberTable(membersFile);
  const totals = scaledTotals(options.residents);
  const { table, departed } = assignHistories(members, totals, asOf, random);
  const cards = new CardNumbers(seed);
  for (let i = 0; i < members.count; i++) cards.next();
  const leaving = new Map<number, typeof departed>();
  for (const person of departed) {
    const list = leaving.get(person.line);
    if (list) list.push(person);
    else leaving.set(person.line, [person]);
  }
  const file = await CsvFile.create(options.outFile, historyColumns);
  try {
    let line = 0;
    let neighbour = 'NI WAYAN CONTOH';
    for await (const fields of memberRows(membersFile)) {
      historyRow(file.rows, fields, line, members, table, asOf, random);
      for (const person of leaving.get(line) ?? [])
        departedRow(
          file.rows,
          fields,
          person,
          cards.next(),
          table.household[line] as number,
          neighbour,
          random,
        );
      neighbour = fields[3] as string;
      line++;
      if (file.isFull) await file.drain();
    }
  } finally {
    await file.close();
  }
  return { members: members.count, departed: departed.length, totals };
}
