import type { PesiarSetting } from '@jangkau/contracts';
import type { z } from 'zod';

export type Setting = z.output<typeof PesiarSetting>;

/** What holds in an area: its own word, or that of the nearest larger area; `from` says whose. */
export function standingIn(
  settings: readonly Setting[],
  name: Setting['name'],
  area: string,
): { value: boolean | number; from: string } | undefined {
  const holding = settings.filter(
    (one) => one.name === name && (one.area === '' || one.area === area || area.startsWith(`${one.area}.`)),
  );
  const [nearest] = holding.toSorted((a, b) => b.area.length - a.area.length);
  return nearest && { value: nearest.value, from: nearest.area };
}
