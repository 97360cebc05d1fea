import type { OwnPerson } from '@jangkau/contracts';
import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import { AskFailure, ask } from './ask.ts';
import type { Kept } from './kept.ts';

/** What every screen knows. */
interface Own extends Kept {
  me: OwnPerson;
  /** It comes from the phone: there was no connection. */
  offline: boolean;
  reload: () => Promise<void>;
  /** The session is over. */
  end: () => void;
}

export const OwnContext = createContext<Own | undefined>(undefined);

/** Whoever is signed in, and their family. */
export function useOwn(): Own {
  const own = useContext(OwnContext);
  if (!own) throw new Error('nobody is signed in');
  return own;
}

/** What one more question to the server answers: asked when the screen opens. */
export function useAnswer<T>(path: string): {
  data: T | undefined;
  problem: string | undefined;
  set: (data: T) => void;
  again: () => void;
} {
  const { end } = useOwn();
  const [data, setData] = useState<T>();
  const [problem, setProblem] = useState<string>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let gone = false;
    setProblem(undefined);
    ask<T>(path).then(
      (answer) => {
        if (!gone) setData(answer);
      },
      (error) => {
        if (gone) return;
        if (error instanceof AskFailure && error.kind === 'signed-out') end();
        else setProblem(error instanceof Error ? error.message : String(error));
      },
    );
    return () => {
      gone = true;
    };
  }, [path, turn]);
  return { data, problem, set: setData, again: () => setTurn((n) => n + 1) };
}
