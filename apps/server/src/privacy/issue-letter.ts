import { randomUUID } from 'node:crypto';
import { type Issue, type Letter, type Letterhead, letterNumber, letterYear } from '@jangkau/privacy';
import { type Db, type LetterOwner, type LetterRow, Letters } from '@jangkau/store';
import { typesetLetter } from '../letters/typeset-letter.ts';

/** What issuing a letter needs of the office. */
export interface LetterOffice {
  head: Letterhead;
  timeZone: string;
}

/**
 * Numbers a letter, sets it, and keeps its bytes, all in the transaction given: a letter that could not be set
 * uses up no number.
 */
export async function issueLetter(
  db: Db,
  office: LetterOffice,
  username: string,
  owner: LetterOwner,
  kind: string,
  write: (issue: Issue) => Letter,
): Promise<LetterRow> {
  const at = new Date().toISOString();
  const year = letterYear(at, office.timeZone);
  const seq = await Letters.nextSeq(db, year);
  const number = letterNumber(seq, at, office.timeZone, 'topic' in owner ? 'PSR' : 'PDP');
  const content = write({ head: office.head, number, at, timeZone: office.timeZone });
  const pdf = await typesetLetter(content);
  const id = randomUUID();
  await Letters.add(db, { id, number, year, seq, username, kind, content, pdf, owner });
  return { id, number, at, title: content.subject, kind };
}
