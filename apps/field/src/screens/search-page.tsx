import { Field, linkTo, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { useDesk } from '../app/use-app.ts';
import { CaseChip } from '../ui/case-chip.tsx';

/** Everyone of the pack, found while typing. */
export function SearchPage() {
  const say = useSay();
  const desk = useDesk();
  const [question, setQuestion] = useState('');
  const found = question.trim().length < 2 ? [] : desk.search.find(question, 40);
  return (
    <>
      <header class="head">
        <h1>{say('Cari penduduk', 'Search residents')}</h1>
      </header>
      <Field
        label={say('Nama atau alamat', 'Name or address')}
        type="search"
        value={question}
        onInput={setQuestion}
        hint={say('Salah ketik tidak apa-apa.', 'Typing errors are forgiven.')}
      />
      <p class="hint" role="status">
        {question.trim().length < 2
          ? say(
              `${desk.pack.people.length} penduduk di ponsel ini`,
              `${desk.pack.people.length} residents on this phone`,
            )
          : say(`${found.length} ditemukan`, `${found.length} found`)}
      </p>
      <ul class="cards">
        {found.map((person) => {
          const known = desk.caseOf(person.residentNo);
          return (
            <li key={person.residentNo}>
              <a class="card" href={linkTo('household', person.householdKey ?? `p-${person.residentNo}`)}>
                <strong>{person.name}</strong>
                <span>
                  {person.address} · {person.banjar}
                </span>
                {known && <CaseChip state={known.state} />}
              </a>
            </li>
          );
        })}
      </ul>
      {question.trim().length >= 3 && found.length === 0 && (
        <p class="empty">
          {say('Tidak ada. ', 'Nobody. ')}
          <a href={linkTo('add')}>{say('Tambah orang baru', 'Add a new person')}</a>
        </p>
      )}
    </>
  );
}
