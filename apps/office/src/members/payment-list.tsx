import type { HouseholdLedger } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './members.module.css';
import { membersText } from './members-text.ts';
import { monthSpans } from './month-name.ts';
import { rupiah } from './rupiah.ts';

const LATEST = 12;

/** The latest payments with the months they went to. */
export function PaymentList({ payments }: { payments: HouseholdLedger['payments'] }) {
  const text = useText(membersText);
  const format = useFormat();
  if (payments.length === 0) return null;
  return (
    <div className={styles.block}>
      <h3>{text.payments}</h3>
      <ul className={styles.payments}>
        {payments.slice(0, LATEST).map((payment) => (
          <li key={payment.id}>
            <span>
              {format.shortDate(payment.paidOn)}
              <small>
                {payment.bank} · {text.channels[payment.channel] ?? payment.channel}
              </small>
            </span>
            <span>
              {rupiah(format, payment.amount)}
              <small>
                {[
                  payment.months.length > 0 ? monthSpans(format, payment.months) : null,
                  payment.deposit > 0 ? `${text.deposit} ${rupiah(format, payment.deposit)}` : null,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
