import { coveredFamilySize, firstDay, type Month, ruleOn } from '@jangkau/membership';
import type { ContributionSettings } from '../contribution-settings.ts';
import { halfUp, type Rupiah } from '../rupiah.ts';
import { type WageFloor, wageFloor } from './minimum-wage.ts';
import {
  businessTariffs,
  businessTariffsAsIssued,
  stateWorkerTariffs,
  type WageTariff,
} from './tariff-tables.ts';

/** Contribution of a worker and family for one month. */
export interface WageContribution {
  /** Wage that counts: whole rupiah, between floor and ceiling. */
  readonly base: Rupiah;
  readonly employer: Rupiah;
  /** Worker's share without extra family. */
  readonly worker: Rupiah;
  /** 1 % of the base for each person beyond five, paid by the worker. */
  readonly extraFamily: Rupiah;
  readonly total: Rupiah;
  readonly floor: WageFloor | undefined;
  readonly legalBasis: string;
}

/**
 * Contribution of a PPU for a month: 5 % of the wage (4 % employer, 1 % worker since 2020), the wage rounded down to
 * whole rupiah, raised to the workplace UMK for businesses and cut at the ceiling. Shares add up to the total.
 */
export function wageContribution(
  worker: { segment: 'PPU_PN' | 'PPU_BU'; wage: number; regency?: string | undefined; people?: number },
  month: Month,
  settings: ContributionSettings,
): WageContribution {
  const { legalBasis, value } = wageTariff(worker.segment, month, settings);
  const business = worker.segment === 'PPU_BU';
  const floor =
    business && worker.regency !== undefined ? wageFloor(worker.regency, month.year, settings) : undefined;
  const base = Math.min(Math.max(Math.floor(worker.wage), floor?.floor ?? 0), value.ceiling);
  const shares = splitShares(base, value, settings);
  const extraPeople = Math.max(0, (worker.people ?? 1) - coveredFamilySize);
  const extraFamily = extraPeople * halfUp(base, 100);
  return {
    base,
    ...shares,
    extraFamily,
    total: shares.employer + shares.worker + extraFamily,
    floor,
    legalBasis,
  };
}

/** The rates and ceiling of a month. */
function wageTariff(
  segment: 'PPU_PN' | 'PPU_BU',
  month: Month,
  { earlyTariffs }: ContributionSettings,
): { legalBasis: string; value: WageTariff } {
  const business = earlyTariffs === 'as-issued' ? businessTariffsAsIssued : businessTariffs;
  const tariff = ruleOn(segment === 'PPU_BU' ? business : stateWorkerTariffs, firstDay(month));
  if (!tariff) throw new RangeError(`no tariff for ${month}`);
  return tariff;
}

function splitShares(
  base: Rupiah,
  { employerPerMille, workerPerMille }: WageTariff,
  { ppuRounding }: ContributionSettings,
): { employer: Rupiah; worker: Rupiah } {
  const employer = halfUp(base * employerPerMille, 1000);
  const worker = halfUp(base * workerPerMille, 1000);
  if (ppuRounding === 'parts') return { employer, worker };
  const total = halfUp(base * (employerPerMille + workerPerMille), 1000);
  const off = total - employer - worker;
  if (off === 0) return { employer, worker };
  // One rupiah is missing or too many: it goes to the share that rounding moved furthest the other way.
  const moved = (share: Rupiah, perMille: number): number => share * 1000 - base * perMille;
  const employerFirst =
    off > 0
      ? moved(employer, employerPerMille) <= moved(worker, workerPerMille)
      : moved(employer, employerPerMille) >= moved(worker, workerPerMille);
  return employerFirst ? { employer: employer + off, worker } : { employer, worker: worker + off };
}
