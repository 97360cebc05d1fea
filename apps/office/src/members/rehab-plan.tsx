import type { HouseholdLedger } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { StageTable } from './stage-table.tsx';

/** A REHAB plan the family took, and how far it is. */
export function RehabPlan({ plan }: { plan: HouseholdLedger['rehab'][number] }) {
  const text = useText(membersText);
  const format = useFormat();
  const title = text.plan(format.integer(plan.arrearsMonths));
  return (
    <div className={styles.block}>
      <h3>
        {title} <span className={styles.planState}>{text.planStates[plan.state]}</span>
      </h3>
      <StageTable
        label={title}
        lastName={text.paid}
        stages={plan.stages.map((stage) => ({
          ...stage,
          last: stage.paid ? text.stageStates.paid : text.stageStates.open,
        }))}
      />
    </div>
  );
}
