import type { CaseFactKept } from '@jangkau/contracts';
import { classNames, exitNames, outcomeNames } from '@jangkau/pesiar';
import type { Language } from '../text/language.ts';
import type { pesiarText } from './pesiar-text.ts';

type Text = (typeof pesiarText)['id'];

/** What a fact of a case says, in a line; its kind and time stand beside it. Empty when the kind says it all. */
export function factWords(
  { kind, body }: Pick<CaseFactKept, 'kind' | 'body'>,
  text: Text,
  language: Language,
  date: (iso: string) => string,
): string {
  const named = (names: Readonly<Record<string, { id: string; en: string }>>, key: unknown) =>
    names[String(key)]?.[language] ?? (key == null ? '' : String(key));
  const plain = (key: string) => (typeof body[key] === 'string' ? (body[key] as string) : '');
  const day = (key: string) => (plain(key) ? date(plain(key).slice(0, 10)) : '');
  const parts: Record<string, () => string[]> = {
    opened: () => [text.reasons[plain('reason') as keyof Text['reasons']] ?? ''],
    assigned: () => [plain('agent'), day('dueOn') && text.until(day('dueOn'))],
    recalled: () => [plain('agent'), plain('reason')],
    reopened: () => [plain('reason')],
    corrected: () => [plain('reason')],
    visited: () => [named(outcomeNames, body.result)],
    classified: () => [named(classNames, body.class), plain('because')],
    advocated: () => [text.answers[plain('answer') as keyof Text['answers']] ?? ''],
    consented: () => [body.given ? text.consentGiven : text.consentRefused],
    registered: () => [named(exitNames, body.exit)],
    'desk-decided': () => [
      text.desks[plain('desk') as keyof Text['desks']] ?? '',
      text.decisions[plain('verdict') as keyof Text['decisions']] ?? plain('verdict'),
      ...(Array.isArray(body.reasons)
        ? body.reasons.map(
            (reason) => text.refusals[String(reason) as keyof Text['refusals']] ?? String(reason),
          )
        : []),
      day('from') && text.from(day('from')),
      day('until') && text.until(day('until')),
    ],
    activated: () => [day('from') && text.from(day('from'))],
    closed: () => [named(outcomeNames, body.bucket)],
  };
  return [...(parts[kind]?.() ?? []), plain('note')].filter(Boolean).join(', ');
}
