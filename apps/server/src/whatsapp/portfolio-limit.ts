import { type Db, saidLimit } from '@jangkau/store';

/** People that may be written to first in 24 hours now: as WhatsApp last said, or as configured when it never did. */
export async function portfolioLimitOf(system: Db, configured: number): Promise<number> {
  return (await saidLimit(system))?.people ?? configured;
}
