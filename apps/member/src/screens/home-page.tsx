import type { OwnPerson } from '@jangkau/contracts';
import { formatRupiah } from '@jangkau/kernel';
import { dayText, LanguageContext, linkTo, Notice, useSay, useWords } from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { useOwn } from '../app/own-context.ts';
import { className, roleName, segmentName, spoken } from '../ui/names.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { StatusChip } from '../ui/status-chip.tsx';

/** Where one stands, what to do now, and the family. */
export function HomePage() {
  const say = useSay();
  const { home, me } = useOwn();
  const others = home.family.filter(({ memberId }) => memberId !== me.memberId);
  return (
    <>
      <header class="head">
        <p>{say('Selamat datang', 'Welcome')}</p>
        <h1>{spoken(me.name)}</h1>
      </header>
      <State person={me} />
      <DoNow person={me} />
      {home.notices.length > 0 && (
        <section>
          <h2>{say('Kabar', 'News')}</h2>
          <ul class="cards">
            {home.notices.slice(0, 3).map((notice) => (
              <NoticeLine key={notice.key} notice={notice} />
            ))}
          </ul>
          {home.notices.length > 3 && <a href={linkTo('news')}>{say('Semua kabar', 'All news')}</a>}
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{say('Keluarga Anda', 'Your family')}</h2>
          <ul class="cards">
            {others.map((person) => (
              <li key={person.memberId} class="card">
                <Relative person={person} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Covered or not, since when, and why. */
function State({ person }: { person: OwnPerson }) {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  return (
    <section class={person.active ? 'state active' : 'state inactive'}>
      <div class="card-head">
        <StatusChip active={person.active} ended={person.inactivity === 'ended'} />
        <span>
          {segmentName(person.segment, say)} · {className(person.class, say)}
        </span>
      </div>
      <p class="why">{words(person.text)}</p>
      {person.since && (
        <p class="hint">
          {say('Sejak', 'Since')} {dayText(person.since, language)}
          {person.until && ` · ${say('sampai', 'until')} ${dayText(person.until, language)}`}
          {person.payer && ` · ${person.payer}`}
        </p>
      )}
      {person.fktp && (
        <p class="hint">
          {say('Faskes tingkat pertama', 'First-level facility')}: {person.fktp.name ?? person.fktp.code}
        </p>
      )}
      {person.fineUntil && (
        <Notice kind="warn">
          {say(
            `Rawat inap sampai ${dayText(person.fineUntil, language)} dapat dikenai denda pelayanan, karena kartu baru aktif kembali.`,
            `An inpatient stay until ${dayText(person.fineUntil, language)} may be fined, because the card only just became active again.`,
          )}
        </Notice>
      )}
    </section>
  );
}

/** The nearest ways out, with their price. */
function DoNow({ person }: { person: OwnPerson }) {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { home } = useOwn();
  const plan = home.plan;
  const isPaying = plan?.stages.some((stage) => !stage.paid) ?? false;
  const acts = plan ? person.acts.filter(({ kind }) => kind !== 'rehab') : person.acts;
  return (
    <section>
      <h2>{say('Yang perlu dilakukan', 'What to do now')}</h2>
      {plan && <PlanLine />}
      <p>
        {isPaying
          ? say(
              'Bayar tahap berikutnya tepat waktu, atau lunasi sisanya sekaligus supaya kartu aktif lebih cepat.',
              'Pay the next stage in time, or all of the rest at once for the cards to be active sooner.',
            )
          : words(person.nextStep)}
      </p>
      {acts.map((act) => {
        if (act.kind === 'pay')
          return (
            <a key="pay" class={plan ? 'button' : 'button primary'} href={linkTo('bills')}>
              {say('Bayar', 'Pay')}
              {act.amount !== null && ` ${formatRupiah(act.amount)}`}
            </a>
          );
        if (act.kind === 'rehab')
          return (
            <a key="rehab" class="button" href={linkTo('rehab')}>
              {words(act.words)}
            </a>
          );
        return (
          <p key={act.kind} class="way">
            {words(act.words)}
            {act.until && ` (${say('sampai', 'until')} ${dayText(act.until, language)})`}
          </p>
        );
      })}
    </section>
  );
}

function PlanLine() {
  const say = useSay();
  const language = useContext(LanguageContext);
  const { home } = useOwn();
  const stages = home.plan?.stages ?? [];
  const paid = stages.filter((stage) => stage.paid).length;
  const next = stages.find((stage) => !stage.paid);
  return (
    <a class="card" href={linkTo('rehab')}>
      <strong>
        REHAB: {say(`${paid} dari ${stages.length} tahap lunas`, `${paid} of ${stages.length} stages paid`)}
      </strong>
      <progress value={paid} max={stages.length} aria-label={say('Tahap yang lunas', 'Stages paid')} />
      {next && (
        <span>
          {say('Berikutnya', 'Next')}: {formatRupiah(next.amount)}, {say('paling lambat', 'by')}{' '}
          {dayText(next.dueBy, language)}
        </span>
      )}
    </a>
  );
}

function Relative({ person }: { person: OwnPerson }) {
  const say = useSay();
  const words = useWords();
  return (
    <details>
      <summary>
        <span class="relative">
          <strong>{spoken(person.name)}</strong>
          <small>
            {roleName(person.role, say)} · {segmentName(person.segment, say)}
          </small>
        </span>
        <StatusChip active={person.active} ended={person.inactivity === 'ended'} />
      </summary>
      <p>{words(person.text)}</p>
      <p>
        <strong>{say('Langkah berikutnya', 'Next step')}:</strong> {words(person.nextStep)}
      </p>
    </details>
  );
}
