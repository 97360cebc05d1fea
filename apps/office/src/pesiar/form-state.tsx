import type { DeskForm } from '@jangkau/contracts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';

/** How a form stands at its desk: reasons of a refusal, days to pay, first day of cover. */
export function FormState({ form }: { form: DeskForm }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const reasons = form.reasons.map((reason) => text.refusals[reason as keyof typeof text.refusals] ?? reason);
  const toPay =
    form.amount !== null && form.startsOn && form.payUntil
      ? text.payBy(
          format.shortDate(form.startsOn),
          format.shortDate(form.payUntil),
          rupiah(format, form.amount),
        )
      : form.startsOn
        ? text.from(format.shortDate(form.startsOn))
        : null;
  return (
    <span>
      {text.statuses[form.status]}
      {[...reasons, ...(toPay ? [toPay] : [])].map((line) => (
        <small key={line} className={styles.small}>
          {line}
        </small>
      ))}
    </span>
  );
}
