const kept: (string | Promise<string>)[] = [];

/** Keeps an address a browser was at, or what it was refused with, until the server of the suite stops. */
export function keepAsked(text: string | Promise<string>): void {
  kept.push(text);
}

/** Everything kept since the suite began. */
export async function askedByBrowsers(): Promise<string> {
  return (await Promise.all(kept)).join('\n');
}
