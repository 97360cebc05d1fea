import type { OwnRequestOrder, OwnRequests } from '@jangkau/contracts';
import { Choice, dayText, LanguageContext, Notice, type Say, useBusy, useSay } from '@jangkau/phone';
import { useContext, useState } from 'preact/hooks';
import { ask } from '../app/ask.ts';
import { useAnswer, useOwn } from '../app/own-context.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { RequestForm } from './request-form.tsx';

type Kind = OwnRequestOrder['kind'];

/** Changes of one's data: asked for here, looked at by the branch. */
export function RequestsPage() {
  const say = useSay();
  const { home } = useOwn();
  const [kind, setKind] = useState<Kind | null>(null);
  const [sent, setSent] = useState<string>();
  const { data, problem, set, again } = useAnswer<OwnRequests>('/requests');
  const { busy, error, run } = useBusy();
  const send = async (order: OwnRequestOrder) => {
    const answer = await ask<OwnRequests>('/requests', { method: 'POST', body: order });
    set(answer);
    setSent(answer.items[0]?.number);
    setKind(null);
    scrollTo(0, 0);
  };
  return (
    <>
      <PageHead title={say('Ubah data', 'Change data')} />
      {sent && (
        <Notice kind="good">
          {say(
            `Permohonan ${sent} diterima. Petugas memeriksanya lebih dulu.`,
            `Request ${sent} was received. Staff look at it first.`,
          )}
        </Notice>
      )}
      <section class="card">
        <dl class="facts">
          <dt>{say('Nomor HP', 'Phone')}</dt>
          <dd>{home.phone ?? '–'}</dd>
          <dt>{say('Alamat', 'Address')}</dt>
          <dd>{[home.address, home.village].filter(Boolean).join(', ') || '–'}</dd>
        </dl>
      </section>
      <Choice<Kind>
        legend={say('Apa yang berubah?', 'What has changed?')}
        value={kind}
        onChange={(next) => {
          setKind(next);
          setSent(undefined);
        }}
        options={[
          { value: 'phone', label: say('Nomor HP', 'Phone number') },
          { value: 'address', label: say('Alamat', 'Address') },
          { value: 'facility', label: say('Faskes tingkat pertama', 'First-level facility') },
          {
            value: 'identity',
            label: say('Nama, NIK, tanggal lahir', 'Name, NIK, date of birth'),
            hint: say('perlu foto KTP atau KK', 'needs a photo of KTP or KK'),
          },
        ]}
      />
      {kind && (
        <RequestForm
          key={kind}
          kind={kind}
          terms={data?.facility}
          busy={busy}
          onSend={(order) => run(() => send(order))}
        />
      )}
      {error && <Notice kind="bad">{error}</Notice>}
      {data ? data.items.length > 0 && <Made requests={data} /> : <Waiting problem={problem} again={again} />}
    </>
  );
}

function Made({ requests }: { requests: OwnRequests }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  return (
    <section>
      <h2>{say('Permohonan Anda', 'Your requests')}</h2>
      <ul class="lines">
        {requests.items.map(({ number, service, madeAt, dueOn, done }) => (
          <li key={number}>
            <span>
              {serviceName(service, say)}
              <small>
                {number} · {dayText(madeAt, language)}
              </small>
            </span>
            <span>
              {done ? say('Dijawab', 'Answered') : `${say('Sampai', 'By')} ${dayText(dueOn, language)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function serviceName(service: string, say: Say): string {
  if (service === 'G') return say('Ganti faskes', 'Change of facility');
  if (service === 'E') return say('Perubahan data', 'Change of data');
  return say('Permohonan PANDAWA', 'PANDAWA request');
}
