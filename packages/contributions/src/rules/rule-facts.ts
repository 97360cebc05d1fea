/** What a setting may be. */
export type RuleForm =
  | {
      readonly kind: 'number';
      readonly least: number;
      readonly most: number;
      readonly unit: 'days' | 'months' | 'day-of-month' | 'rupiah';
    }
  | {
      readonly kind: 'choice';
      readonly values: readonly {
        readonly value: string | number | boolean;
        readonly id: string;
        readonly en: string;
      }[];
    }
  | { readonly kind: 'date'; readonly least: string; readonly most: string }
  /** Minimum wages by area and year, as JSON. */
  | { readonly kind: 'wages' };

/** A reading a branch may decide on, in words. */
export interface RuleFacts {
  readonly name: string;
  readonly group: 'membership' | 'contributions' | 'rehab';
  readonly id: string;
  readonly en: string;
  readonly basis: string;
  readonly default: unknown;
  readonly form: RuleForm;
}
