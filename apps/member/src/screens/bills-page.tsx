import type { OwnAccount } from '@jangkau/contracts';
import { formatRupiah } from '@jangkau/kernel';
import { dayText, LanguageContext, linkTo, Notice, useSay } from '@jangkau/phone';
import { useContext, useState } from 'preact/hooks';
import { useAnswer, useOwn } from '../app/own-context.ts';
import { monthName } from '../ui/names.ts';
import { PayTo } from '../ui/pay-to.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** Months shown at first. */
const few = 6;

/** What is to be paid, where, and what was paid. */
export function BillsPage() {
  const say = useSay();
  const { data, problem, again } = useAnswer<OwnAccount>('/account');
  return (
    <>
      <header class="head">
        <h1>{say('Tagihan', 'Bills')}</h1>
      </header>
      {data ? <Account account={data} /> : <Waiting problem={problem} again={again} />}
    </>
  );
}

function Account({ account }: { account: OwnAccount }) {
  const say = useSay();
  const { home } = useOwn();
  const { arrears, toPay, accounts, deposit } = account;
  if (home.money === null)
    return (
      <Notice kind="good">
        {say(
          'Iuran keluarga Anda dibayar pihak lain. Tidak ada tagihan.',
          'Others pay for your family. There is no bill.',
        )}
      </Notice>
    );
  return (
    <>
      <section class="state">
        <p class="hint">
          {toPay > 0
            ? arrears.months > 0
              ? say('Untuk aktif kembali, bayar', 'To be covered again, pay')
              : say('Yang perlu dibayar', 'To be paid')
            : say('Sudah lunas', 'Nothing to pay')}
        </p>
        <p class="big">{formatRupiah(toPay)}</p>
        {arrears.months > 0 && (
          <ul class="sum">
            <li>
              <span>
                {say(`Tunggakan ${arrears.months} bulan`, `${arrears.months} months of arrears`)}
                {arrears.people > 1 && `, ${say(`${arrears.people} orang`, `${arrears.people} people`)}`}
              </span>
              <span class="money">{formatRupiah(arrears.amount)}</span>
            </li>
            {toPay > 0 && (
              <li>
                <span>
                  {say('Iuran bulan ini', 'This month')}
                  {deposit > 0 && say(', dikurangi titipan', ', less your deposit')}
                </span>
                <span class="money">{formatRupiah(toPay - arrears.amount)}</span>
              </li>
            )}
          </ul>
        )}
        {arrears.months === 0 && home.money.monthly !== null && (
          <p class="hint">
            {say('Iuran keluarga', 'Family contribution')} {formatRupiah(home.money.monthly)}{' '}
            {say('per bulan, paling lambat tanggal 10.', 'a month, by the 10th.')}
          </p>
        )}
        {deposit > 0 && (
          <p class="hint">
            {say('Titipan untuk bulan berikutnya', 'Deposit for coming months')}: {formatRupiah(deposit)}
          </p>
        )}
        {arrears.months > 0 && (
          <a href={linkTo('rehab')}>
            {say('Terlalu berat sekaligus? Cicil dengan REHAB', 'Too much at once? Pay by stages with REHAB')}
          </a>
        )}
      </section>
      {accounts.length > 0 && <PayTo accounts={accounts} />}
      <Months account={account} />
      <Payments account={account} />
    </>
  );
}

function Months({ account }: { account: OwnAccount }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const [all, setAll] = useState(false);
  const months = all ? account.months : account.months.slice(0, few);
  return (
    <section>
      <h2>{say('Bulan demi bulan', 'Month by month')}</h2>
      {account.months.length === 0 && <p class="empty">{say('Belum ada tagihan.', 'No bills yet.')}</p>}
      <ul class="lines">
        {months.map(({ month, amount, paid, relieved, paidOn }) => {
          const open = amount - paid - relieved;
          return (
            <li key={month}>
              <span>
                {monthName(month, language)}
                <small class={open > 0 ? 'late' : ''}>
                  {open > 0
                    ? open < amount
                      ? say(`Kurang ${formatRupiah(open)}`, `${formatRupiah(open)} missing`)
                      : say('Belum dibayar', 'Not paid')
                    : `${say('Lunas', 'Paid')}${paidOn ? ` ${dayText(paidOn, language)}` : ''}`}
                </small>
              </span>
              <span class="money">{formatRupiah(amount)}</span>
            </li>
          );
        })}
      </ul>
      {account.months.length > few && !all && (
        <button type="button" onClick={() => setAll(true)}>
          {say(`Semua ${account.months.length} bulan`, `All ${account.months.length} months`)}
        </button>
      )}
    </section>
  );
}

function Payments({ account: { payments } }: { account: OwnAccount }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  return (
    <section>
      <h2>{say('Pembayaran', 'Payments')}</h2>
      {payments.length === 0 ? (
        <p class="empty">{say('Belum ada pembayaran tercatat.', 'No payments recorded yet.')}</p>
      ) : (
        <ul class="lines">
          {payments.slice(0, 24).map(({ id, bank, amount, paidOn, months }) => (
            <li key={id}>
              <span>
                {dayText(paidOn, language)}
                <small>
                  {bank}
                  {months.length > 0 &&
                    ` · ${say('untuk', 'for')} ${months.length > 2 ? say(`${months.length} bulan`, `${months.length} months`) : months.map((month) => monthName(month, language)).join(', ')}`}
                </small>
              </span>
              <span class="money">{formatRupiah(amount)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
