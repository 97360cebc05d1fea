import { Choice, dayText, Field, go, LanguageContext, linkTo, Notice, useBusy, useSay } from '@jangkau/phone';
import { useContext, useState } from 'preact/hooks';
import { useApp, useDesk } from '../app/use-app.ts';
import { villageOf } from '../people/field-pack.ts';
import { type Duplicates, findDuplicates } from '../people/find-duplicates.ts';

/** Somebody the register does not have; first the register of the whole village is asked. */
export function AddPerson() {
  const say = useSay();
  const app = useApp();
  const desk = useDesk();
  const language = useContext(LanguageContext);
  const [name, setName] = useState('');
  const [sex, setSex] = useState<'L' | 'P' | null>(null);
  const [born, setBorn] = useState('');
  const [nik, setNik] = useState('');
  const [address, setAddress] = useState('');
  const { villages, people } = desk.pack;
  const [area, setArea] = useState(villages[0]?.code ?? '');
  const banjarsOf = (code: string) => [
    ...new Set(people.flatMap((person) => (person.area === code ? (person.banjar ?? []) : []))),
  ];
  const banjars = banjarsOf(area);
  const firstOf = (code: string) => villageOf(desk.pack, code).banjars[0] ?? banjarsOf(code)[0] ?? '';
  const [banjar, setBanjar] = useState(() => firstOf(area));
  const [found, setFound] = useState<Duplicates>();
  const { busy, error, run } = useBusy();
  const ready = name.trim().length >= 3 && sex !== null;
  const add = async () => {
    const event = app.event(app.newId(), 'opened', {
      reason: 'by-hand',
      run: null,
      probability: null,
      subject: {
        residentNo: null,
        memberId: null,
        name: name.trim().toUpperCase(),
        sex,
        born: born || null,
        area,
        banjar: banjar || null,
        address: address.trim() || null,
        householdKey: null,
        segment: null,
        class: null,
        arrearsMonths: null,
      },
      ...(found?.elsewhere && { note: 'mungkin sudah tercatat di banjar lain desa ini' }),
    });
    await app.save([event], []);
    go('visit', event.stream);
  };
  const check = async () => {
    const result = await findDuplicates(
      { name, born: born || null, nik: nik.length === 16 ? nik : null },
      desk.pack,
    );
    setFound(result);
    if (result.near.length === 0 && result.elsewhere === null) await add();
  };
  const edited = (set: (text: string) => void) => (text: string) => {
    setFound(undefined);
    set(text);
  };
  return (
    <>
      <header class="head">
        <a class="back" href={linkTo('today')}>
          ‹ {say('Daftar', 'List')}
        </a>
        <h1>{say('Tambah orang', 'Add a person')}</h1>
      </header>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run(check);
        }}
      >
        <Field
          label={say('Nama lengkap', 'Full name')}
          value={name}
          onInput={edited(setName)}
          maxLength={60}
        />
        <Choice
          narrow
          legend={say('Jenis kelamin', 'Sex')}
          value={sex}
          onChange={setSex}
          options={[
            { value: 'P', label: say('Perempuan', 'Female') },
            { value: 'L', label: say('Laki-laki', 'Male') },
          ]}
        />
        <Field
          label={say('Tanggal lahir', 'Date of birth')}
          type="date"
          value={born}
          onInput={edited(setBorn)}
        />
        <Field
          label={say('NIK, bila ada', 'NIK, if there is one')}
          inputMode="numeric"
          maxLength={16}
          value={nik}
          onInput={edited((text) => setNik(text.replace(/\D/g, '')))}
          hint={say(
            'Hanya untuk memeriksa; tidak disimpan di sini.',
            'Only for checking; it is not kept here.',
          )}
        />
        <Field label={say('Alamat', 'Address')} value={address} onInput={setAddress} maxLength={120} />
        {villages.length > 1 && (
          <div class="field">
            <label for="village">{say('Desa', 'Village')}</label>
            <select
              id="village"
              value={area}
              onChange={(event) => {
                setArea(event.currentTarget.value);
                setBanjar(firstOf(event.currentTarget.value));
              }}
            >
              {villages.map(({ code, name: village }) => (
                <option key={code} value={code}>
                  {village}
                </option>
              ))}
            </select>
          </div>
        )}
        {banjars.length > 1 && (
          <div class="field">
            <label for="banjar">Banjar</label>
            <select id="banjar" value={banjar} onChange={(event) => setBanjar(event.currentTarget.value)}>
              {banjars.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </div>
        )}
        {found && found.near.length > 0 && (
          <>
            <Notice kind="warn">
              {say(
                'Mungkin sudah ada di daftar. Pilih bila orangnya sama:',
                'May be in the register already. Choose if it is the same person:',
              )}
            </Notice>
            <ul class="cards">
              {found.near.map((person) => (
                <li key={person.residentNo}>
                  <a class="card" href={linkTo('household', person.householdKey ?? `p-${person.residentNo}`)}>
                    <strong>{person.name}</strong>
                    <span>
                      {person.born && dayText(person.born, language)} · {person.address}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        {found?.elsewhere && (
          <Notice kind="warn">
            {found.elsewhere === 'number'
              ? say(
                  'NIK ini sudah tercatat di banjar lain desa ini. Tanyakan alamat lamanya.',
                  'This NIK is in the register of another banjar of this village. Ask for the former address.',
                )
              : say(
                  'Nama dan tanggal lahir seperti ini tercatat di banjar lain desa ini. Petugas desa dapat memeriksanya.',
                  'A name and birth date like this are in the register of another banjar of this village. The village office can check.',
                )}
          </Notice>
        )}
        {error && <Notice kind="bad">{error}</Notice>}
        {found ? (
          <button type="button" class="primary" disabled={busy} onClick={() => run(add)}>
            {say('Orang lain, tambahkan', 'Somebody else, add')}
          </button>
        ) : (
          <button type="submit" class="primary" disabled={busy || !ready}>
            {say('Periksa dan tambahkan', 'Check and add')}
          </button>
        )}
      </form>
    </>
  );
}
