import { Button, Select, Switch } from '@mantine/core';
import { IconDeviceMobileMessage, IconHourglassHigh, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ideas } from './ideas.ts';
import { PhoneScreen } from './phone-screen.tsx';
import { type Holder, SenderPicker } from './sender-picker.tsx';
import styles from './simulator.module.css';
import { simulatorText } from './simulator-text.ts';
import { type Phone, usePhone } from './use-phone.ts';

// Survives a look at the inbox; a number does not belong in the address.
let heldLast: Holder | null = null;

/** A phone to talk to PANDAWA with, who holds it, and what goes wrong. */
export function SimulatorPage() {
  const text = useText(simulatorText);
  const [holder, setHolder] = useState<Holder | null>(heldLast);
  const hold = (next: Holder) => {
    heldLast = next;
    setHolder(next);
  };
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <div className={styles.layout}>
        <SenderPicker holder={holder} onHold={hold} />
        {holder ? (
          <HeldPhone key={holder.phoneId} holder={holder} />
        ) : (
          <EmptyState
            title={text.choose}
            icon={<IconDeviceMobileMessage size={48} stroke={1.2} aria-hidden />}
          >
            {text.chooseWhy}
          </EmptyState>
        )}
      </div>
    </>
  );
}

function HeldPhone({ holder }: { holder: Holder }) {
  const held = usePhone(holder.phoneId);
  return (
    <>
      <PhoneScreen phoneId={holder.phoneId} held={held} />
      <div className={styles.side}>
        <Identity holder={holder} held={held} />
        <Knobs held={held} />
        <Network held={held} />
      </div>
    </>
  );
}

/** What the member knows, ready to be sent, and sentences to begin with. */
function Identity({ holder, held }: { holder: Holder; held: Phone }) {
  const text = useText(simulatorText);
  const { sender } = holder;
  const say = (words: string) => held.say.mutate({ kind: 'text', text: words });
  const situation = sender?.situation ?? 'unknown';
  const facts = [
    [text.card, sender?.card],
    [text.born, sender?.born?.split('-').reverse().join('-')],
  ] as const;
  return (
    <section>
      <p className={styles.hint}>{situation === 'unknown' ? text.unknownHint : text.senderHint}</p>
      <h2 className={styles.heading}>{text.ideas}</h2>
      <ul className={styles.ideas}>
        {ideas[situation].map((idea) => (
          <li key={idea}>
            <button type="button" onClick={() => say(idea)}>
              {idea}
            </button>
          </li>
        ))}
      </ul>
      {sender?.card ? (
        <>
          <h2 className={styles.heading}>{text.identity}</h2>
          <dl className={styles.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {value}
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={text.sendThis(name.toLowerCase())}
                    onClick={() => say(value ?? '')}
                  >
                    {text.send}
                  </Button>
                </dd>
              </div>
            ))}
          </dl>
        </>
      ) : null}
    </section>
  );
}

/** Time, trouble and starting over. */
function Knobs({ held }: { held: Phone }) {
  const text = useText(simulatorText);
  const format = useFormat();
  const phone = held.phone.data;
  if (!phone) return null;
  const { offline, trouble, windowEndsAt } = phone;
  const troubles = (Object.keys(text.troubles) as (keyof typeof text.troubles)[]).map((value) => ({
    value,
    label: text.troubles[value],
  }));
  return (
    <section className={styles.knobs}>
      <h2 className={styles.heading}>{text.knobs}</h2>
      <p className={styles.hint}>
        {windowEndsAt ? text.windowOpen(format.dateTime(windowEndsAt)) : text.windowOver}
      </p>
      <Button
        variant="default"
        leftSection={<IconHourglassHigh size={17} aria-hidden />}
        title={text.letDayPassWhy}
        disabled={windowEndsAt === null}
        loading={held.letDayPass.isPending}
        onClick={() => held.letDayPass.mutate()}
      >
        {text.letDayPass}
      </Button>
      <Select
        label={text.trouble}
        placeholder={text.noTrouble}
        clearable
        clearButtonProps={{ 'aria-label': text.noTrouble }}
        data={troubles}
        value={trouble}
        onChange={(next) => held.trouble.mutate({ trouble: next as typeof trouble, offline })}
      />
      <Switch
        label={text.offline}
        checked={offline}
        onChange={(event) => held.trouble.mutate({ trouble, offline: event.currentTarget.checked })}
      />
      <Button
        variant="default"
        leftSection={<IconRefresh size={17} aria-hidden />}
        loading={held.startOver.isPending}
        onClick={() => held.startOver.mutate()}
      >
        {text.startOver}
      </Button>
      <p className={styles.hint}>{text.startOverWhy}</p>
    </section>
  );
}

/** The calls that were made, for whoever wants to see that nothing is short-circuited. */
function Network({ held }: { held: Phone }) {
  const text = useText(simulatorText);
  const format = useFormat();
  const calls = held.phone.data?.network ?? [];
  return (
    <details className={styles.network}>
      <summary>{text.network}</summary>
      <p className={styles.hint}>{text.networkWhy}</p>
      {calls.length === 0 ? <p className={styles.hint}>{text.noNetwork}</p> : null}
      <ol>
        {calls.map((one, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: calls have no key and never change places
          <li key={i}>
            <time dateTime={one.at}>{format.time(one.at)}</time> {one.what} <strong>{one.answer}</strong>
          </li>
        ))}
      </ol>
    </details>
  );
}
