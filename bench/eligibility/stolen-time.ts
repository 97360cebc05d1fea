import { readFileSync } from 'node:fs';

/** Watches how much of the processor time this machine wanted its host gave to others; the share when asked. */
export function watchStolen(): () => number {
  const before = times();
  return () => {
    const now = times();
    const wanted = now.wanted - before.wanted;
    return wanted > 0 ? Math.round(((now.stolen - before.stolen) / wanted) * 1000) / 1000 : 0;
  };
}

function times(): { stolen: number; wanted: number } {
  // user nice system idle iowait irq softirq steal
  const [user = 0, nice = 0, system = 0, , , irq = 0, softirq = 0, stolen = 0] = (
    readFileSync('/proc/stat', 'utf8').split('\n')[0] ?? ''
  )
    .split(/\s+/)
    .slice(1)
    .map(Number);
  return { stolen, wanted: user + nice + system + irq + softirq + stolen };
}
