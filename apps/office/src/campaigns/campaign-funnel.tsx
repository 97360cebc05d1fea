import type { CampaignDetail } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';

const steps = ['turns', 'sent', 'delivered', 'read', 'answered', 'paid', 'rehab', 'active'] as const;

/** From the turn to being active again: bars as long as the families who came so far. */
export function CampaignFunnel({ results }: { results: CampaignDetail['results'] }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const { contact, messages } = results;
  const counts: Record<(typeof steps)[number], number> = {
    turns: contact.families,
    sent: messages.sent,
    delivered: messages.delivered,
    read: messages.read,
    answered: messages.answered,
    paid: contact.paid,
    rehab: contact.rehab,
    active: contact.active,
  };
  return (
    <>
      <ul className={styles.funnel}>
        {steps.map((step) => {
          const share = contact.families > 0 ? counts[step] / contact.families : 0;
          return (
            <li key={step} data-step={step}>
              <span>{text.funnel[step]}</span>
              <span aria-hidden>
                <i style={{ width: `${Math.min(1, share) * 100}%` }} />
              </span>
              <span>
                <strong>{format.integer(counts[step])}</strong>
                {step === 'turns' ? null : <small>{format.percent(share, 1)}</small>}
              </span>
            </li>
          );
        })}
      </ul>
      <Figures>
        <Figure label={text.optedOut} value={format.integer(messages.optedOut)} />
        <Figure label={text.failed} value={format.integer(messages.failed)} />
      </Figures>
    </>
  );
}
