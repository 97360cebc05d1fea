import type { OwnRehab } from '@jangkau/contracts';
import { formatRupiah } from '@jangkau/kernel';
import { dayText, LanguageContext, Notice, useSay } from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { useOwn } from '../app/own-context.ts';

/** A plan with what was paid of it. */
export function RehabPlan({ plan }: { plan: OwnRehab['plans'][number] }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const { home } = useOwn();
  const paid = plan.stages.filter((stage) => stage.paid).length;
  const next = plan.stages.find((stage) => !stage.paid);
  const all = paid === plan.stages.length;
  return (
    <section class="card">
      <div class="card-head">
        <strong>
          {say(
            `${paid} dari ${plan.stages.length} tahap lunas`,
            `${paid} of ${plan.stages.length} stages paid`,
          )}
        </strong>
        <span>{formatRupiah(plan.amount)}</span>
      </div>
      <progress value={paid} max={plan.stages.length} aria-label={say('Tahap yang lunas', 'Stages paid')} />
      {plan.state === 'running' && all && (
        <Notice kind="good">
          {say('Semua tahap sudah lunas. Terima kasih.', 'All stages are paid. Thank you.')}
        </Notice>
      )}
      {plan.state === 'running' && next && (
        <p>
          {next.dueBy < home.today ? (
            <strong class="late">
              {say('Lewat tanggal', 'Overdue since')} {dayText(next.dueBy, language)}:{' '}
              {formatRupiah(next.amount)}
            </strong>
          ) : (
            <>
              {say('Berikutnya', 'Next')} <strong>{formatRupiah(next.amount)}</strong>,{' '}
              {say('paling lambat', 'by')} {dayText(next.dueBy, language)}
            </>
          )}
        </p>
      )}
      {plan.state !== 'running' && <p>{stateWords(plan.state, say)}</p>}
      <ul class="lines">
        {plan.stages.map(({ stage, dueBy, amount, paid: isPaid }) => (
          <li key={stage}>
            <span>
              {say('Tahap', 'Stage')} {stage}
              <small>{dayText(dueBy, language)}</small>
            </span>
            <span class="money">
              {formatRupiah(amount)} {isPaid ? <span class="paid">{say('lunas', 'paid')}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <p class="hint">
        {say('Terdaftar', 'Registered')} {dayText(plan.registeredOn, language)}
        {plan.agreedAt && `, ${say('disetujui di aplikasi ini', 'agreed to in this app')}`}
      </p>
    </section>
  );
}

function stateWords(state: string, say: ReturnType<typeof useSay>): string {
  if (state === 'completed') return say('Selesai.', 'Completed.');
  if (state === 'lapsed')
    return say(
      'Gugur karena ada tahap yang tidak dibayar; uang yang masuk tetap mengurangi tunggakan.',
      'Lapsed because a stage was not paid; what was paid still reduced the arrears.',
    );
  return say('Dibatalkan.', 'Cancelled.');
}
