import { createInterface } from 'node:readline';
import { classify } from '@jangkau/pandawa';

/** Prints the intent and its confidence for each line of standard input, in the same order, blank lines too. */
export async function classifyStandardInput(): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    const { intent, confidence } = classify(line);
    process.stdout.write(`${intent}\t${confidence.toFixed(3)}\n`);
  }
}
