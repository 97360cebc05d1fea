import type { DatedRule } from '@jangkau/membership';

/** What one person in PBPU or BP costs a month: paid by the participant, by class, and the aid in class III. */
export interface HouseholdTariff {
  readonly paid: readonly [classOne: number, classTwo: number, classThree: number];
  /** Aid of state and region together in class III, and the region's part of it (PMK 78/PMK.02/2020). */
  readonly aidClass3: number;
  readonly aidFromRegion: number;
}

const perpres82: DatedRule<HouseholdTariff> = {
  validFrom: '2014-01-01',
  validTo: '2019-12-31',
  legalBasis: 'Perpres 82/2018',
  value: { paid: [80_000, 51_000, 25_500], aidClass3: 0, aidFromRegion: 0 },
};

const since2020: readonly DatedRule<HouseholdTariff>[] = [
  {
    validFrom: '2020-01-01',
    validTo: '2020-03-31',
    legalBasis: 'Perpres 75/2019',
    value: { paid: [160_000, 110_000, 42_000], aidClass3: 0, aidFromRegion: 0 },
  },
  {
    validFrom: '2020-04-01',
    validTo: '2020-06-30',
    legalBasis: 'Perpres 82/2018; Putusan MA 7 P/HUM/2020',
    value: { paid: [80_000, 51_000, 25_500], aidClass3: 0, aidFromRegion: 0 },
  },
  {
    validFrom: '2020-07-01',
    validTo: '2020-12-31',
    legalBasis: 'Perpres 64/2020 Pasal 34',
    value: { paid: [150_000, 100_000, 25_500], aidClass3: 16_500, aidFromRegion: 0 },
  },
  {
    validFrom: '2021-01-01',
    legalBasis: 'Perpres 64/2020 Pasal 34',
    value: { paid: [150_000, 100_000, 35_000], aidClass3: 7_000, aidFromRegion: 2_800 },
  },
];

/** PBPU and BP, per person and month. */
export const householdTariffs: readonly DatedRule<HouseholdTariff>[] = [perpres82, ...since2020];

/** PBPU and BP as issued: before 2018 other decrees with other amounts were in force. */
export const householdTariffsAsIssued: readonly DatedRule<HouseholdTariff>[] = [
  {
    validFrom: '2014-01-01',
    validTo: '2016-03-31',
    legalBasis: 'Perpres 111/2013 Pasal 16F',
    value: { paid: [59_500, 42_500, 25_500], aidClass3: 0, aidFromRegion: 0 },
  },
  {
    validFrom: '2016-04-01',
    validTo: '2018-08-31',
    legalBasis: 'Perpres 19/2016; Perpres 28/2016 (kelas III)',
    value: { paid: [80_000, 51_000, 25_500], aidClass3: 0, aidFromRegion: 0 },
  },
  { ...perpres82, validFrom: '2018-09-01' },
  ...since2020,
];

/** PBI and Pemda-registered residents, per person and month, paid by taxes. */
export const taxPaidTariffs: readonly DatedRule<number>[] = [
  {
    validFrom: '2014-01-01',
    validTo: '2019-07-31',
    legalBasis: 'Perpres 82/2018',
    value: 23_000,
  },
  { validFrom: '2019-08-01', legalBasis: 'Perpres 75/2019; Perpres 64/2020', value: 42_000 },
];

/** PBI and Pemda as issued: 19,225 in the first two years. */
export const taxPaidTariffsAsIssued: readonly DatedRule<number>[] = [
  { validFrom: '2014-01-01', validTo: '2015-12-31', legalBasis: 'Perpres 111/2013 Pasal 16A', value: 19_225 },
  { validFrom: '2016-01-01', validTo: '2019-07-31', legalBasis: 'Perpres 19/2016', value: 23_000 },
  { validFrom: '2019-08-01', legalBasis: 'Perpres 75/2019; Perpres 64/2020', value: 42_000 },
];

/** Contribution of a worker: shares of the wage in tenths of a percent, and the highest wage that counts. */
export interface WageTariff {
  readonly employerPerMille: number;
  readonly workerPerMille: number;
  readonly ceiling: number;
}

/** PPU of businesses. */
export const businessTariffs: readonly DatedRule<WageTariff>[] = [
  {
    validFrom: '2014-01-01',
    validTo: '2019-12-31',
    legalBasis: 'Perpres 82/2018 Pasal 30 dan 32',
    value: { employerPerMille: 40, workerPerMille: 10, ceiling: 8_000_000 },
  },
  {
    validFrom: '2020-01-01',
    legalBasis: 'Perpres 75/2019; Perpres 64/2020',
    value: { employerPerMille: 40, workerPerMille: 10, ceiling: 12_000_000 },
  },
];

/** PPU of businesses as issued: 4 % + 0.5 % to June 2015; ceiling of twice the tax-free income to March 2016. */
export const businessTariffsAsIssued: readonly DatedRule<WageTariff>[] = [
  {
    validFrom: '2014-01-01',
    validTo: '2015-06-30',
    legalBasis: 'Perpres 111/2013 Pasal 16C dan 16D',
    value: { employerPerMille: 40, workerPerMille: 5, ceiling: 4_725_000 },
  },
  {
    validFrom: '2015-07-01',
    validTo: '2016-03-31',
    legalBasis: 'Perpres 111/2013 Pasal 16C dan 16D',
    value: { employerPerMille: 40, workerPerMille: 10, ceiling: 4_725_000 },
  },
  {
    validFrom: '2016-04-01',
    validTo: '2019-12-31',
    legalBasis: 'Perpres 19/2016; Perpres 82/2018 Pasal 32',
    value: { employerPerMille: 40, workerPerMille: 10, ceiling: 8_000_000 },
  },
  {
    validFrom: '2020-01-01',
    legalBasis: 'Perpres 75/2019; Perpres 64/2020',
    value: { employerPerMille: 40, workerPerMille: 10, ceiling: 12_000_000 },
  },
];

/** PPU of the state: 3 % + 2 % of base pay before 2020, 4 % + 1 % since. */
export const stateWorkerTariffs: readonly DatedRule<WageTariff>[] = [
  {
    validFrom: '2014-01-01',
    validTo: '2019-12-31',
    legalBasis: 'Perpres 82/2018 Pasal 30',
    value: { employerPerMille: 30, workerPerMille: 20, ceiling: 8_000_000 },
  },
  {
    validFrom: '2020-01-01',
    legalBasis: 'Perpres 75/2019; Perpres 64/2020',
    value: { employerPerMille: 40, workerPerMille: 10, ceiling: 12_000_000 },
  },
];

/** From this month on the state pays a part of what a Pemda-registered resident costs (setting `pemdaShare`). */
export const pemdaShareFrom = '2021-01-01';
