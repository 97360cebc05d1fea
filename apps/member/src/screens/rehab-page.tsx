import type { OwnAccount, OwnRehab } from '@jangkau/contracts';
import { formatRupiah } from '@jangkau/kernel';
import { dayText, LanguageContext, linkTo, Notice, useBusy, useSay, useWords } from '@jangkau/phone';
import { useContext, useState } from 'preact/hooks';
import { AskFailure, ask } from '../app/ask.ts';
import { useAnswer, useOwn } from '../app/own-context.ts';
import { PayTo } from '../ui/pay-to.tsx';
import { RehabPlan } from '../ui/rehab-plan.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { refusalWords } from './refusal-words.ts';

/** REHAB: whether it is open, choosing the stages, agreeing, and how far one is. */
export function RehabPage() {
  const say = useSay();
  const { data, problem, set, again } = useAnswer<OwnRehab>('/rehab');
  const account = useAnswer<OwnAccount>('/account');
  const running = data?.plans.find(({ state }) => state === 'running');
  const earlier = data?.plans.filter(({ state }) => state !== 'running') ?? [];
  return (
    <>
      <header class="head">
        <h1>REHAB</h1>
        <p>{say('Mencicil tunggakan iuran, tanpa bunga', 'Paying arrears by stages, without interest')}</p>
      </header>
      {!data && <Waiting problem={problem} again={again} />}
      {running && (
        <>
          <RehabPlan plan={running} />
          {account.data && <PayTo accounts={account.data.accounts} />}
        </>
      )}
      {data &&
        !running &&
        (data.eligible ? <Choose rehab={data} onJoined={set} /> : <Refused rehab={data} />)}
      {earlier.length > 0 && (
        <section>
          <h2>{say('Rencana terdahulu', 'Earlier plans')}</h2>
          {earlier.map((plan) => (
            <RehabPlan key={plan.id} plan={plan} />
          ))}
        </section>
      )}
    </>
  );
}

function Refused({ rehab }: { rehab: OwnRehab }) {
  const say = useSay();
  return (
    <>
      <Notice kind={rehab.reason === 'NO_ARREARS' ? 'good' : 'info'}>
        {refusalWords(rehab.reason, say)}
      </Notice>
      {rehab.arrears.amount > 0 && (
        <a class="button primary" href={linkTo('bills')}>
          {say('Lihat tagihan', 'See the bills')}
        </a>
      )}
    </>
  );
}

function Choose({ rehab, onJoined }: { rehab: OwnRehab; onJoined: (rehab: OwnRehab) => void }) {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { reload } = useOwn();
  const { offers, arrears, toPay } = rehab;
  const [at, setAt] = useState(offers.length - 1);
  const [agreed, setAgreed] = useState(false);
  const [whatsapp, setWhatsapp] = useState(true);
  const { busy, error, run } = useBusy();
  const offer = offers[at] ?? offers[0];
  if (!offer) return null;
  const count = offer.stages.length;
  const join = async () => {
    try {
      const body = { stages: count, total: offer.total, agreed: true, whatsapp };
      onJoined(await ask<OwnRehab>('/rehab', { method: 'POST', body }));
      scrollTo(0, 0);
      await reload();
    } catch (failure) {
      // Something changed meanwhile: the numbers on the screen are old.
      if (failure instanceof AskFailure && failure.code === 'rehab-changed')
        onJoined(await ask<OwnRehab>('/rehab'));
      throw failure;
    }
  };
  return (
    <>
      <Notice kind="info">
        {say(
          `Tunggakan keluarga Anda ${arrears.months} bulan, ${formatRupiah(arrears.amount)}. Boleh dicicil sampai ${offers.at(-1)?.stages.length} tahap.`,
          `Your family's arrears are ${arrears.months} months, ${formatRupiah(arrears.amount)}. They may be paid in up to ${offers.at(-1)?.stages.length} stages.`,
        )}
      </Notice>
      <section class="card choose">
        <label for="stages">
          {say('Dicicil', 'Pay in')} <output for="stages">{say(`${count} tahap`, `${count} stages`)}</output>
        </label>
        <input
          id="stages"
          type="range"
          min={1}
          max={offers.length}
          value={at + 1}
          aria-valuetext={say(`${count} tahap`, `${count} stages`)}
          onInput={(event) => {
            setAt(Number(event.currentTarget.value) - 1);
            setAgreed(false);
          }}
        />
        <p class="big">
          {formatRupiah(offer.stages[0]?.amount ?? 0)} <small>{say('setiap tahap', 'each stage')}</small>
        </p>
        <ul class="lines">
          {offer.stages.map(({ dueBy, amount, covers }, i) => (
            <li key={dueBy}>
              <span>
                {say('Tahap', 'Stage')} {i + 1}
                <small>
                  {say('paling lambat', 'by')} {dayText(dueBy, language)}
                  {covers.length > 0 &&
                    ` · ${say(`melunasi ${covers.length} bulan`, `completes ${covers.length} months`)}`}
                </small>
              </span>
              <span class="money">{formatRupiah(amount)}</span>
            </li>
          ))}
          <li class="total">
            <span>{say('Jumlah', 'Total')}</span>
            <span class="money">{formatRupiah(offer.total)}</span>
          </li>
        </ul>
        <p>
          {offer.activeOn &&
            say(
              `Kartu aktif ${dayText(offer.activeOn, language)} bila setiap tahap dibayar tepat waktu.`,
              `The cards are active on ${dayText(offer.activeOn, language)} if every stage is paid in time.`,
            )}
        </p>
        <p class="hint">
          {say(
            'Jumlah sudah memuat iuran bulan-bulan cicilan. Bayar sekaligus',
            'The total includes the contributions of these months. Paid at once',
          )}{' '}
          {formatRupiah(toPay)}
          {say(': kartu aktif hari itu juga.', ': the cards are active that very day.')}
        </p>
      </section>
      <section>
        <h2>{say('Perjanjian', 'Agreement')}</h2>
        <div class="consent">
          {words(offer.agreement)
            .split('\n')
            .map((line) => (
              <p key={line}>{line}</p>
            ))}
          {rehab.legalBasis && <p class="hint">{rehab.legalBasis}</p>}
        </div>
        {rehab.mayAgree ? (
          <>
            <label class={agreed ? 'option chosen' : 'option'}>
              <input
                type="checkbox"
                checked={agreed}
                onChange={(event) => setAgreed(event.currentTarget.checked)}
              />
              <span>
                {say(
                  'Saya sudah membaca dan menyetujui perjanjian ini',
                  'I have read this agreement and agree to it',
                )}
              </span>
            </label>
            <label class="option">
              <input
                type="checkbox"
                checked={whatsapp}
                onChange={(event) => setWhatsapp(event.currentTarget.checked)}
              />
              <span>
                {say('Kabari saya lewat WhatsApp', 'Tell me over WhatsApp')}
                <small>
                  {say(
                    'Sebelum tahap jatuh tempo dan saat kartu aktif. Pesannya tidak menyebut tunggakan.',
                    'Before a stage is due and when the card is active. The messages name no debt.',
                  )}
                </small>
              </span>
            </label>
            {error && <Notice kind="bad">{error}</Notice>}
            <button type="button" class="primary" disabled={!agreed || busy} onClick={() => run(join)}>
              {busy
                ? say('Mendaftar ...', 'Joining ...')
                : say(`Daftar REHAB ${count} tahap`, `Join REHAB, ${count} stages`)}
            </button>
          </>
        ) : (
          <Notice kind="info">
            {say(
              'Perjanjian disetujui oleh anggota keluarga yang sudah 18 tahun.',
              'The agreement is for a member of the family who is 18 or older.',
            )}
          </Notice>
        )}
      </section>
    </>
  );
}
