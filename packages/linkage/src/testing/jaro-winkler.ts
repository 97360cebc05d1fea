/** Jaro-Winkler similarity by its definition, for tests: prefix of at most four letters, a tenth each, above 0.7. */
export function jaroWinkler(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Set<number>();
  const matchedA: string[] = [];
  [...a].forEach((letter, i) => {
    for (let j = Math.max(0, i - window); j <= Math.min(b.length - 1, i + window); j++) {
      if (taken.has(j) || b[j] !== letter) continue;
      taken.add(j);
      matchedA.push(letter);
      return;
    }
  });
  const m = matchedA.length;
  if (m === 0) return 0;
  const matchedB = [...taken].sort((x, y) => x - y).map((j) => b[j]);
  const exchanged = matchedA.filter((letter, i) => letter !== matchedB[i]).length / 2;
  const jaro = (m / a.length + m / b.length + (m - Math.floor(exchanged)) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && a[prefix] !== undefined && a[prefix] === b[prefix]) prefix++;
  return jaro > 0.7 ? jaro + prefix * 0.1 * (1 - jaro) : jaro;
}
