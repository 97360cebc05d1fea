import { dayText, LanguageContext, momentText, Notice, useSay, useWords } from '@jangkau/phone';
import { useContext, useEffect, useState } from 'preact/hooks';
import { useOwn } from '../app/own-context.ts';
import { className, segmentName, spoken } from '../ui/names.ts';
import { QrCode } from '../ui/qr-code.tsx';
import { StatusChip } from '../ui/status-chip.tsx';

/** The digital card: what a facility reads from it without a line, and until when. */
export function CardPage() {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  const { home, cards, me } = useOwn();
  const [shown, setShown] = useState(me.memberId);
  const now = useSeconds();
  const person = home.family.find(({ memberId }) => memberId === shown) ?? me;
  const card = cards.find(({ memberId }) => memberId === person.memberId);
  const holds = card !== undefined && now < card.expiresAt;
  return (
    <>
      <header class="head">
        <h1>{say('Kartu digital', 'Digital card')}</h1>
      </header>
      {home.family.length > 1 && (
        <label class="field">
          <span class="label">{say('Kartu siapa', 'Whose card')}</span>
          <select value={person.memberId} onChange={(event) => setShown(Number(event.currentTarget.value))}>
            {home.family.map(({ memberId, name }) => (
              <option key={memberId} value={memberId}>
                {spoken(name)}
              </option>
            ))}
          </select>
        </label>
      )}
      <article class={person.active ? 'jkn active' : 'jkn inactive'}>
        <div class="card-head">
          <strong class="jkn-title">JKN · {say('Kartu Peserta', 'Member card')}</strong>
          <StatusChip active={person.active} ended={person.inactivity === 'ended'} />
        </div>
        <h2>{spoken(person.name)}</h2>
        <p class="digits number">{person.card}</p>
        {card && holds && (
          <QrCode
            text={card.pass}
            label={say('Kode QR kartu, untuk dipindai faskes', 'QR code of the card, for a facility to scan')}
          />
        )}
        {card && holds && (
          <p class="holds">
            {say('Kode berlaku sampai', 'Code holds until')}{' '}
            {momentText(new Date(card.expiresAt * 1000).toISOString(), language)}
          </p>
        )}
        <dl>
          <dt>NIK</dt>
          <dd class="digits">{person.nik ?? '–'}</dd>
          <dt>{say('Lahir', 'Born')}</dt>
          <dd>{person.born ? dayText(person.born, language) : '–'}</dd>
          <dt>{say('Segmen', 'Segment')}</dt>
          <dd>
            {segmentName(person.segment, say)}, {className(person.class, say)}
          </dd>
          <dt>{say('Faskes', 'Facility')}</dt>
          <dd>{person.fktp?.name ?? person.fktp?.code ?? '–'}</dd>
        </dl>
      </article>
      {!holds && (
        <Notice kind="warn">
          {say(
            'Kode QR sudah lewat 24 jam. Sambungkan ke internet untuk kode baru; nomor kartu tetap dapat dipakai.',
            'The QR code is more than 24 hours old. Connect to the internet for a new one; the card number can still be used.',
          )}
        </Notice>
      )}
      {!person.active && <Notice kind="bad">{words(person.text)}</Notice>}
      <p class="hint">
        {say(
          'Tunjukkan bersama KTP. Faskes dapat memeriksa kode ini tanpa internet: isinya nomor kartu dan status, ditandatangani.',
          'Show it with your identity card. A facility can check this code without the internet: it holds card number and state, signed.',
        )}
      </p>
    </>
  );
}

/** Seconds since 1970, told anew every half minute: a code ends while one looks at it. */
function useSeconds(): number {
  const [now, setNow] = useState(() => Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
