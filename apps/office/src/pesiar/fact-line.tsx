import type { CaseFactKept } from '@jangkau/contracts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { factWords } from './fact-words.ts';
import { pesiarText } from './pesiar-text.ts';

/** What a fact of a case says: its kind and its words, in a line. */
export function FactLine({ fact }: { fact: CaseFactKept }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const words = factWords(fact, text, language, format.date);
  return (
    <>
      <strong>{text.kinds[fact.kind as keyof typeof text.kinds] ?? fact.kind}</strong>
      {words ? `: ${words}` : ''}
    </>
  );
}
