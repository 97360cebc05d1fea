import { outcomeNames } from '@jangkau/pesiar';
import {
  ageOn,
  go,
  LanguageContext,
  linkTo,
  localDay,
  momentText,
  Notice,
  useBusy,
  useSay,
  useWords,
} from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import type { FieldCase } from '../people/field-desk.ts';
import type { PackPerson } from '../people/field-pack.ts';
import { openCase } from '../people/open-case.ts';
import { CaseChip } from '../ui/case-chip.tsx';

/** Everyone under one roof: who is covered, who is looked for, what happened. */
export function HouseholdPage({ id }: { id: string }) {
  const say = useSay();
  const app = useApp();
  const desk = useDesk();
  const household = desk.household(id);
  const { error, run } = useBusy();
  if (!household)
    return <p class="empty">{say('Rumah ini tidak ada di ponsel.', 'This house is not on the phone.')}</p>;
  const today = localDay(app.now());
  const strangers = household.cases.filter(
    ({ state }) => state.subject.residentNo === null || !desk.people.has(state.subject.residentNo),
  );
  const begin = (person: PackPerson) =>
    run(async () => {
      const event = openCase(app, person);
      await app.save([event], []);
      go('visit', event.stream);
    });
  return (
    <>
      <header class="head">
        <a class="back" href={linkTo('today')}>
          ‹ {say('Daftar', 'List')}
        </a>
        <h1>{household.address ?? say('Alamat tidak tercatat', 'No address')}</h1>
        <p>{household.banjar && `Banjar ${household.banjar}`}</p>
      </header>
      {error && <Notice kind="bad">{error}</Notice>}
      <ul class="cards">
        {household.people.map((person) => {
          const known = desk.caseOf(person.residentNo);
          const age = ageOn(person.born, today);
          return (
            <li key={person.residentNo} class="card person">
              <span class="card-head">
                <strong>{person.name}</strong>
                {known ? <CaseChip state={known.state} /> : <Status person={person} />}
              </span>
              <span>
                {person.sex === 'P'
                  ? say('Perempuan', 'Female')
                  : person.sex === 'L'
                    ? say('Laki-laki', 'Male')
                    : ''}
                {age !== null && say(`, ${age} tahun`, `, ${age} years`)}
                {person.nikMasked && <> · NIK {person.nikMasked}</>}
              </span>
              {known && <History one={known} />}
              {known && known.state.bucket === null && (
                <a class="button primary" href={linkTo('visit', known.state.caseId)}>
                  {say('Catat kunjungan', 'Record a visit')}
                </a>
              )}
              {!known && person.status !== 'active' && (
                <button type="button" onClick={() => begin(person)}>
                  {say('Mulai kasus', 'Begin a case')}
                </button>
              )}
            </li>
          );
        })}
        {strangers.map((one) => (
          <li key={one.state.caseId} class="card person">
            <span class="card-head">
              <strong>{one.state.subject.name}</strong>
              <CaseChip state={one.state} />
            </span>
            <span>{say('Tidak ada di daftar penduduk', 'Not in the register')}</span>
            <History one={one} />
            {one.state.bucket === null && (
              <a class="button primary" href={linkTo('visit', one.state.caseId)}>
                {say('Catat kunjungan', 'Record a visit')}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Status({ person }: { person: PackPerson }) {
  const say = useSay();
  const text = {
    active: say('JKN aktif', 'JKN active'),
    arrears: say('Menunggak', 'In arrears'),
    lapsed: say('Nonaktif', 'Inactive'),
    none: say('Belum ada kartu', 'No card'),
  }[person.status];
  return <span class={person.status === 'active' ? 'chip active' : 'chip open'}>{text}</span>;
}

function History({ one }: { one: FieldCase }) {
  const say = useSay();
  const words = useWords();
  const language = useContext(LanguageContext);
  const visits = one.facts.filter((fact) => fact.kind === 'visited');
  if (visits.length === 0 && one.unsent === 0) return null;
  return (
    <ul class="history">
      {visits.map((fact) => (
        <li key={fact.id}>
          {momentText(fact.at, language)}: {words(outcomeNames[fact.body.result])} ({fact.by})
        </li>
      ))}
      {one.unsent > 0 && <li class="unsent">{say('Belum terkirim', 'Not sent yet')}</li>}
    </ul>
  );
}
