import { dayOrder, distance, type Point } from '@jangkau/pesiar';
import { linkTo, localDay, metresText, shortDay, useSay } from '@jangkau/phone';
import { useMemo, useState } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import type { FieldCase, Household } from '../people/field-desk.ts';
import { villageOf } from '../people/field-pack.ts';
import { CaseChip } from '../ui/case-chip.tsx';
import { locate } from '../visit/locate.ts';

type Filter = 'mine' | 'all' | 'done';

/** Households shown at first: a longer list is opened on demand, so that the page stays quick. */
const pageSize = 60;

/** Today's round: households by banjar, in an order that is short to walk. */
export function Today() {
  const say = useSay();
  const desk = useDesk();
  const app = useApp();
  const [filter, setFilter] = useState<Filter>('mine');
  const [from, setFrom] = useState<Point | null>(null);
  const [shown, setShown] = useState(pageSize);
  const today = localDay(app.now());
  const wanted = (one: FieldCase): boolean => {
    const over = one.state.bucket !== null || one.state.phase === 'registered';
    if (filter === 'done') return over && one.state.visits > 0;
    return !over && (filter === 'all' || one.state.agent === desk.username);
  };
  const { households } = desk;
  const placeName = (key: string) => {
    const [area = '', banjar = ''] = key.split('/');
    const name = banjar === '' ? say('Tanpa banjar', 'Without banjar') : `Banjar ${banjar}`;
    return desk.pack.villages.length > 1 ? `${name}, ${villageOf(desk.pack, area).name}` : name;
  };
  const groups = useMemo(() => {
    const open = households.filter((household) => household.cases.some(wanted));
    const byBanjar = Map.groupBy(open, ({ area, banjar }) => `${area}/${banjar ?? ''}`);
    return [...byBanjar]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, list]) => ({ key, name: placeName(key), list: dayOrder(list, from) }));
  }, [households, filter, from]);
  const mine = desk.cases.filter((one) => one.state.agent === desk.username && one.state.bucket === null);
  const late = mine.filter(({ state }) => state.dueOn !== null && state.dueOn < today).length;
  let left = shown;
  const total = groups.reduce((sum, { list }) => sum + list.length, 0);
  return (
    <>
      <header class="head">
        <h1>{say('Hari ini', 'Today')}</h1>
        <p>
          {say(`${mine.length} orang menunggu dikunjungi`, `${mine.length} people to be visited`)}
          {late > 0 && <strong class="late"> · {say(`${late} lewat tenggat`, `${late} overdue`)}</strong>}
        </p>
      </header>
      <fieldset class="filters" aria-label={say('Yang ditampilkan', 'What is shown')}>
        {(
          [
            ['mine', say('Tugas saya', 'Mine')],
            ['all', say('Semua', 'All')],
            ['done', say('Selesai', 'Done')],
          ] as const
        ).map(([value, label]) => (
          <button key={value} type="button" aria-pressed={filter === value} onClick={() => setFilter(value)}>
            {label}
          </button>
        ))}
      </fieldset>
      <div class="row">
        <button type="button" onClick={() => void locate().then(setFrom, () => setFrom(null))}>
          {from
            ? say('Diurutkan dari sini', 'Ordered from here')
            : say('Urutkan dari tempat saya', 'Order from where I am')}
        </button>
        <a class="button" href={linkTo('add')}>
          {say('Tambah orang', 'Add person')}
        </a>
      </div>
      {groups.length === 0 && (
        <p class="empty">
          {filter === 'done'
            ? say('Belum ada yang selesai.', 'Nothing is done yet.')
            : say(
                'Tidak ada tugas. Lihat “Semua”, atau tunggu penugasan dari penyelia.',
                'No tasks. See “All”, or wait for your supervisor to assign some.',
              )}
        </p>
      )}
      {groups.map(({ key, name, list }) => {
        const part = list.slice(0, Math.max(0, left));
        left -= part.length;
        return part.length === 0 ? null : (
          <section key={key}>
            <h2>
              {name}
              <small>{say(`${list.length} rumah`, `${list.length} houses`)}</small>
            </h2>
            <ul class="cards">
              {part.map((household) => (
                <HouseholdCard
                  key={household.key}
                  household={household}
                  wanted={wanted}
                  from={from}
                  today={today}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {total > shown && (
        <button type="button" onClick={() => setShown(shown + pageSize)}>
          {say(`Tampilkan lagi (${total - shown} rumah)`, `Show more (${total - shown} houses)`)}
        </button>
      )}
    </>
  );
}

interface HouseholdCardProps {
  household: Household;
  wanted: (one: FieldCase) => boolean;
  from: Point | null;
  today: string;
}

function HouseholdCard({ household, wanted, from, today }: HouseholdCardProps) {
  const say = useSay();
  const cases = household.cases.filter(wanted);
  const due = cases
    .map(({ state }) => state.dueOn)
    .filter((day) => day !== null)
    .sort()[0];
  return (
    <li>
      <a class="card" href={linkTo('household', household.key)}>
        <span class="card-head">
          <strong>{household.address ?? say('Alamat tidak tercatat', 'No address')}</strong>
          {from && household.point && <span>{metresText(distance(from, household.point))}</span>}
        </span>
        <span class="names">
          {cases.map(({ state }) => (
            <span key={state.caseId} class="name-line">
              {state.subject.name} <CaseChip state={state} />
            </span>
          ))}
        </span>
        {due && (
          <span class={due < today ? 'due late' : 'due'}>
            {due < today ? say('Lewat tenggat', 'Overdue') : say('Sebelum', 'By')} {shortDay(due)}
          </span>
        )}
      </a>
    </li>
  );
}
