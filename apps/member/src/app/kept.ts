import type { OwnCards, OwnHome } from '@jangkau/contracts';

/** What is on the phone for times without a connection. */
export interface Kept {
  home: OwnHome;
  cards: OwnCards['cards'];
  /** When it was loaded, ISO. */
  at: string;
}

const place = 'jangkau-own';
const choice = 'jangkau-own-keep';

/** What was kept; undefined when nothing was, or on a phone that is not one's own. */
export function readKept(): Kept | undefined {
  if (localStorage.getItem(choice) !== 'true') return undefined;
  try {
    return JSON.parse(localStorage.getItem(place) ?? '') as Kept;
  } catch {
    return undefined;
  }
}

/** Keeps the card and the state of the family; only on one's own phone. */
export function keep(home: OwnHome, cards: OwnCards['cards']): Kept {
  const kept = { home, cards, at: new Date().toISOString() };
  if (localStorage.getItem(choice) === 'true') localStorage.setItem(place, JSON.stringify(kept));
  return kept;
}

/** Whether this is one's own phone, as was said when signing in. */
export function chooseKeeping(own: boolean): void {
  localStorage.setItem(choice, String(own));
}

/** Leaves nothing of people behind. */
export function forget(): void {
  localStorage.removeItem(place);
  localStorage.removeItem(choice);
}
