import type { Intent } from '../intent/intent.ts';
import { administration } from './administration.ts';
import type { Flow } from './flow.ts';
import { information } from './information.ts';
import { money } from './money.ts';
import { reactivation } from './reactivation.ts';

/** Every flow in every version that may still be running. */
export const allFlows: readonly Flow[] = [...administration, reactivation, ...money, ...information];

/** The flow that answers an intent; greeting, thanks and other have none, `human` is a person. */
export const flowOfIntent: Readonly<Partial<Record<Intent, string>>> = {
  opt_out: 'opt-out',
  complaint: 'complaint',
  status_check: 'status',
  bill_check: 'bill',
  arrears_amount: 'arrears',
  payment_how: 'pay-how',
  payment_not_recorded: 'payment-missing',
  va_number: 'virtual-account',
  reactivate: 'reactivate',
  rehab_info: 'rehab-info',
  rehab_join: 'rehab',
  service_fine: 'fine',
  register_new: 'register',
  add_family: 'add-family',
  newborn: 'newborn',
  segment_change: 'segment',
  job_loss: 'reactivate',
  identity_correction: 'identity',
  class_change: 'class',
  facility_change: 'facility',
  report_death: 'death',
  duplicate_data: 'duplicate',
  card_digital: 'card',
  office_info: 'office',
  referral_info: 'referral',
};

/** The flow of that id: the version given, or the newest. */
export function flowOf(flows: readonly Flow[], id: string, version?: number): Flow | undefined {
  const versions = flows.filter((flow) => flow.id === id);
  if (version !== undefined) return versions.find((flow) => flow.version === version);
  return versions.reduce<Flow | undefined>(
    (newest, flow) => (newest && newest.version >= flow.version ? newest : flow),
    undefined,
  );
}
