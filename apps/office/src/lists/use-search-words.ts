import { useState } from 'react';

const kept = new Map<string, string>();

/**
 * What was searched for in a list. It may be somebody's name or number, so it stands in no address and in no
 * storage: it is remembered while the app is open, to be there when the reader comes back from a person.
 */
export function useSearchWords(runId: string, list: string): [string, (words: string) => void] {
  const place = `${runId} ${list}`;
  const [words, setWords] = useState(() => kept.get(place) ?? '');
  return [
    words,
    (next) => {
      kept.set(place, next);
      setWords(next);
    },
  ];
}
