import type { OwnVisits } from '@jangkau/contracts';
import { dayText, LanguageContext, type Say, useSay } from '@jangkau/phone';
import { useContext, useState } from 'preact/hooks';
import { useAnswer, useOwn } from '../app/own-context.ts';
import { spoken } from '../ui/names.ts';
import { PageHead } from '../ui/page-head.tsx';
import { Waiting } from '../ui/waiting.tsx';

/** Visits shown at first. */
const few = 20;

/** Care that was used: by oneself, and by one's children under 18. */
export function VisitsPage() {
  const say = useSay();
  const { data, problem, again } = useAnswer<OwnVisits>('/visits');
  return (
    <>
      <PageHead title={say('Kunjungan', 'Visits')}>
        <p>
          {say(
            'Hanya Anda yang melihat kunjungan Anda; kunjungan anak di bawah 18 tahun dilihat orang tuanya.',
            'Only you see your visits; those of children under 18 are seen by their parents.',
          )}
        </p>
      </PageHead>
      {data ? <Visits visits={data} /> : <Waiting problem={problem} again={again} />}
    </>
  );
}

function Visits({ visits }: { visits: OwnVisits }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const { home, me } = useOwn();
  const [all, setAll] = useState(false);
  const name = (memberId: number) => spoken(home.family.find((one) => one.memberId === memberId)?.name ?? '');
  if (visits.items.length === 0)
    return <p class="empty">{say('Belum ada kunjungan tercatat.', 'No visits recorded yet.')}</p>;
  return (
    <section>
      <ul class="lines">
        {visits.items.slice(0, all ? undefined : few).map((visit, i) => (
          <li key={`${visit.memberId}/${visit.day}/${i}`}>
            <span>
              {visit.facility}
              <small>
                {kindName(visit, say)}
                {visit.memberId !== me.memberId && ` · ${name(visit.memberId)}`}
                {visit.dischargedOn &&
                  ` · ${say('pulang', 'discharged')} ${dayText(visit.dischargedOn, language)}`}
              </small>
            </span>
            <span>{dayText(visit.day, language)}</span>
          </li>
        ))}
      </ul>
      {visits.items.length > few && !all && (
        <button type="button" onClick={() => setAll(true)}>
          {say('Tampilkan semua', 'Show all')}
        </button>
      )}
      <p class="hint">
        {say(
          'Ada kunjungan yang bukan milik Anda? Laporkan lewat PANDAWA.',
          'Is there a visit that is not yours? Tell PANDAWA.',
        )}
      </p>
    </section>
  );
}

function kindName({ level, kind }: OwnVisits['items'][number], say: Say): string {
  if (level === 'RITL') return say('Rawat inap', 'Inpatient');
  if (level === 'RJTL') return say('Rawat jalan rumah sakit', 'Hospital outpatient');
  return kind === 'healthy' ? say('Kunjungan sehat', 'Healthy visit') : say('Kunjungan sakit', 'Sick visit');
}
