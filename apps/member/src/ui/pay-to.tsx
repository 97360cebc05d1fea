import type { OwnAccount } from '@jangkau/contracts';
import { useSay } from '@jangkau/phone';
import { CopyNumber } from './copy-number.tsx';

/** Virtual accounts to pay to; most families have one number a bank, some have two ways of writing it. */
export function PayTo({ accounts }: { accounts: OwnAccount['accounts'] }) {
  const say = useSay();
  const two = accounts.some(({ recipe }) => recipe === 'last-ten');
  return (
    <section>
      <h2>{say('Bayar ke Virtual Account', 'Pay to the virtual account')}</h2>
      <div class="card">
        {accounts
          .filter(({ recipe }) => recipe === 'last-eleven')
          .map(({ bank, number }) => (
            <CopyNumber
              key={number}
              number={number}
              label={bank === 'mandiri' ? 'Bank Mandiri' : 'BRI, BNI, BTN, BCA'}
            />
          ))}
        <p class="hint">
          {say(
            'Satu nomor membayar seluruh keluarga. Boleh dibayarkan orang lain.',
            'One number pays for the whole family. Somebody else may pay.',
          )}
        </p>
      </div>
      {two && (
        <details class="card">
          <summary>{say('Nomor tidak diterima bank?', 'The bank does not take the number?')}</summary>
          <p class="hint">
            {say(
              'Sebagian loket memakai cara tulis lain. Keduanya sampai ke tagihan Anda.',
              'Some counters write it another way. Both reach your bill.',
            )}
          </p>
          {accounts
            .filter(({ recipe }) => recipe === 'last-ten')
            .map(({ bank, number }) => (
              <CopyNumber
                key={number}
                number={number}
                label={bank === 'mandiri' ? 'Bank Mandiri' : 'BRI, BNI, BTN, BCA'}
              />
            ))}
        </details>
      )}
      <details class="card">
        <summary>{say('Cara membayar', 'How to pay')}</summary>
        <ol>
          <li>{say('Salin nomor di atas.', 'Copy the number above.')}</li>
          <li>
            {say(
              'Buka mobile banking, ATM atau dompet digital, pilih Virtual Account atau BPJS Kesehatan. Bisa juga di minimarket dan kantor pos.',
              'Open mobile banking, an ATM or a wallet and choose Virtual Account or BPJS Kesehatan. Shops and post offices take it too.',
            )}
          </li>
          <li>{say('Periksa nama dan jumlahnya, lalu bayar.', 'Check name and amount, then pay.')}</li>
          <li>
            {say(
              'Pembayaran tampil di sini setelah bank mengabarkannya, biasanya dalam beberapa menit.',
              'The payment shows here once the bank tells us, usually within minutes.',
            )}
          </li>
        </ol>
      </details>
    </section>
  );
}
