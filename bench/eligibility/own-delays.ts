import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks';

/** What a process kept waiting by itself, milliseconds. */
export interface OwnDelays {
  /** Beyond the millisecond between two looks: 99 in 100 turns of the event loop were later by less. */
  loopP99: number;
  loopMax: number;
  /** The longest collection of garbage, and all of them together. */
  collectionMax: number;
  collections: number;
}

const resolution = 1;

/** Watches this process until asked what it saw. */
export function watchDelays(): () => OwnDelays {
  const loop = monitorEventLoopDelay({ resolution });
  const collected: number[] = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) collected.push(duration);
  });
  observer.observe({ entryTypes: ['gc'] });
  loop.enable();
  return () => {
    loop.disable();
    observer.disconnect();
    const beyond = (nanoseconds: number) => round(Math.max(0, nanoseconds / 1e6 - resolution));
    return {
      loopP99: beyond(loop.percentile(99)),
      loopMax: beyond(loop.max),
      collectionMax: round(Math.max(0, ...collected)),
      collections: round(collected.reduce((sum, one) => sum + one, 0)),
    };
  };
}

/** Answers the parent process: `watch` begins, `report` ends and tells. */
export function watchForParent(): void {
  let report = watchDelays();
  process.on('message', (order) => {
    if (order === 'watch') {
      report();
      report = watchDelays();
    } else process.send?.(report());
  });
}

const round = (milliseconds: number) => Math.round(milliseconds * 10) / 10;
