import type { Rupiah } from '../rupiah.ts';

/** Something still owed: a month of a bill, or one member's part of it. Keys sort in the order of paying. */
export interface OpenItem {
  readonly key: string;
  readonly amount: Rupiah;
}

/** Money put against an open item. */
export interface Allocation {
  readonly key: string;
  readonly amount: Rupiah;
}

/** Where a payment went. */
export interface AllocatedPayment {
  readonly allocations: readonly Allocation[];
  /** Money left when everything was paid. */
  readonly remainder: Rupiah;
}

/** Puts a payment against open items, oldest key first. Allocations and remainder add up to the payment. */
export function allocatePayment(open: readonly OpenItem[], payment: Rupiah): AllocatedPayment {
  const allocations: Allocation[] = [];
  let remainder = payment;
  for (const { key, amount } of [...open].sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))) {
    const part = Math.min(remainder, amount);
    if (part <= 0) continue;
    allocations.push({ key, amount: part });
    remainder -= part;
  }
  return { allocations, remainder };
}
