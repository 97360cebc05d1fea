import { useEffect, useState } from 'react';
import { ApiProblem } from '../api/failures.ts';

/** Seconds until trying again may help, counting down from what the server said; 0 when it may be tried. */
export function useCountdown(error: unknown): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const wait = error instanceof ApiProblem ? (error.problem?.retryAfter ?? 0) : 0;
    setLeft(wait);
    if (wait === 0) return undefined;
    const until = Date.now() + wait * 1000;
    const timer = setInterval(() => {
      const rest = Math.max(0, Math.ceil((until - Date.now()) / 1000));
      setLeft(rest);
      if (rest === 0) clearInterval(timer);
    }, 500);
    return () => clearInterval(timer);
  }, [error]);
  return left;
}
