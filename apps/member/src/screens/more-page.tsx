import { linkTo, useSay } from '@jangkau/phone';

/** Everything that is needed less often. */
export function MorePage() {
  const say = useSay();
  const places = [
    [
      'news',
      say('Kabar', 'News'),
      say('Tagihan, tahap REHAB, kartu aktif', 'Bills, REHAB stages, active cards'),
    ],
    ['visits', say('Kunjungan', 'Visits'), say('Pelayanan yang dipakai', 'Care that was used')],
    [
      'requests',
      say('Ubah data', 'Change data'),
      say('Nomor HP, alamat, faskes, identitas', 'Phone, address, facility, identity'),
    ],
    [
      'settings',
      say('Setelan dan keluar', 'Settings and signing out'),
      say('Bahasa, WhatsApp, perangkat yang masuk', 'Language, WhatsApp, signed-in devices'),
    ],
  ] as const;
  return (
    <>
      <header class="head">
        <h1>{say('Lainnya', 'More')}</h1>
      </header>
      <ul class="cards">
        {places.map(([page, title, what]) => (
          <li key={page}>
            <a class="card" href={linkTo(page)}>
              <strong>{title}</strong>
              <small>{what}</small>
            </a>
          </li>
        ))}
      </ul>
      <section class="card">
        <strong>{say('Butuh bantuan?', 'Need help?')}</strong>
        <p>
          PANDAWA (WhatsApp){' '}
          <a href="https://wa.me/628118165165" rel="noreferrer">
            0811 8165 165
          </a>
          , Care Center <a href="tel:165">165</a>.
        </p>
      </section>
    </>
  );
}
