import { CaseFactInput, type PushAnswer, type PushedEvent } from '@jangkau/contracts';
import type { CaseFact } from '@jangkau/pesiar';
import {
  AuditLog,
  appendCaseFacts,
  type Database,
  type Db,
  isConnectionLost,
  type Scope,
} from '@jangkau/store';
import type { Language } from '../http/problem-document.ts';
import { refusalWords } from '../pesiar/fact-refusals.ts';
import { keptEvent } from './kept-event.ts';

type Result = PushAnswer['results'][number];

const unusable: Record<Language, string> = {
  id: 'Catatan ini rusak atau dibuat versi aplikasi yang lain. Hubungi penyelia.',
  en: 'This record is damaged or was made by another version of the app. Ask your supervisor.',
};

/**
 * Takes events of a device in as facts of cases. What cannot be taken in is answered one by one: a bad event
 * never keeps the good ones behind it from arriving.
 */
export async function takeEvents(
  database: Database,
  scope: Scope,
  device: string,
  events: readonly PushedEvent[],
  language: Language,
): Promise<Result[]> {
  const results = new Map<string, Result>();
  const facts: CaseFact[] = [];
  // In the order they were made in, whatever became of it on the way: a case is opened before it is visited.
  for (const event of events.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const { stream: caseId, ...rest } = event;
    const read = CaseFactInput.safeParse({ ...rest, caseId, by: scope.username, device });
    if (read.success) facts.push(read.data as unknown as CaseFact);
    else results.set(event.id, refused(event.id, 'invalid-request', unusable[language]));
  }
  const keep = async (db: Db, some: readonly CaseFact[]) => {
    const answers = await appendCaseFacts(db, scope, some);
    for (const answer of answers) {
      const { id } = answer;
      if (answer.outcome === 'refused')
        results.set(id, refused(id, answer.code, refusalWords(answer.code, language)));
      else if (answer.outcome === 'conflict')
        results.set(id, { id, outcome: 'conflict', since: answer.since.map(keptEvent) });
      else results.set(id, answer);
    }
    await AuditLog.add(db, scope, {
      action: 'sync.use',
      subject: { kind: 'device', key: device },
      detail: { act: 'push', facts: some.length, accepted: count(answers) },
    });
  };
  if (facts.length > 0) {
    try {
      await database.as(scope, (db) => keep(db, facts));
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      for (const fact of facts)
        await database
          .as(scope, (db) => keep(db, [fact]))
          .catch((one: unknown) => {
            if (isConnectionLost(one)) throw one;
            results.set(fact.id, refused(fact.id, 'invalid-request', unusable[language]));
          });
    }
  }
  return events.map(({ id }) => results.get(id) ?? refused(id, 'invalid-request', unusable[language]));
}

function refused(id: string, code: string, message: string): Result {
  return { id, outcome: 'refused', problem: { code, message } };
}

function count(answers: readonly { outcome: string }[]): number {
  return answers.filter(({ outcome }) => outcome === 'accepted').length;
}
