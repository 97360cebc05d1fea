/** SQL that takes the allocations of undone adjustments back; `undoing` names rows with `id` and `undoes` of the new ones. */
export const takenBack = (undoing: string) => `
    INSERT INTO allocation (month, member_id, step, household_id, due, paid_before, amount, paid_after, adjustment_id)
    SELECT a.month, a.member_id, a.step + 1, a.household_id, a.due, a.paid_after, -a.amount, a.paid_before, t.id
    FROM allocation a JOIN ${undoing} t ON t.undoes = a.adjustment_id`;
