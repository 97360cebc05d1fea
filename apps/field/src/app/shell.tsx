import { type Language, lazyScreen, linkTo, SkipLink, TabBar, useRoute, useSay } from '@jangkau/phone';
import { AddPerson } from '../screens/add-person.tsx';
import { Conflicts } from '../screens/conflicts.tsx';
import { FirstPack } from '../screens/first-pack.tsx';
import { HouseholdPage } from '../screens/household-page.tsx';
import { PointMap } from '../screens/point-map.tsx';
import { QueuePage } from '../screens/queue-page.tsx';
import { SearchPage } from '../screens/search-page.tsx';
import { SettingsPage } from '../screens/settings-page.tsx';
import { Today } from '../screens/today.tsx';
import { useApp } from './use-app.ts';

const Visit = lazyScreen(async () => (await import('../screens/visit.tsx')).Visit);

interface ShellProps {
  onLanguage: (language: Language) => void;
  onLock: () => void;
  onSignOut: () => Promise<void>;
  onChangePin: (pin: string, next: string) => Promise<void>;
}

/** Heading, page and the bar below, while the app is unlocked. */
export function Shell(props: ShellProps) {
  const say = useSay();
  const app = useApp();
  const [page = 'today', id = ''] = useRoute();
  if (!app.desk) return <FirstPack />;
  const conflicts = app.desk.conflicts.length;
  const tabs = [
    { page: 'today', label: say('Hari ini', 'Today'), path: 'M4 5h16v14H4zM4 9h16M8 3v4M16 3v4' },
    {
      page: 'search',
      label: say('Cari', 'Search'),
      path: 'M11 4a7 7 0 1 0 0 14a7 7 0 0 0 0-14zM16 16l5 5',
    },
    {
      page: 'map',
      label: say('Peta', 'Map'),
      path: 'M12 21c5-6 7-9 7-12a7 7 0 0 0-14 0c0 3 2 6 7 12zM12 7a2 2 0 1 0 0 4a2 2 0 0 0 0-4z',
    },
    {
      page: 'queue',
      label: say('Antrean', 'Queue'),
      path: 'M12 19V6M6 11l6-6l6 6M5 21h14',
      count: app.desk.queued.length,
    },
    {
      page: 'settings',
      label: say('Setelan', 'Settings'),
      path: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 4v6M6 14v6',
    },
  ];
  return (
    <div class="shell">
      <SkipLink />
      <LinkLine />
      {conflicts > 0 && page !== 'conflicts' && (
        <a class="alarm" href={linkTo('conflicts')}>
          {say(
            `${conflicts} catatan berbeda dengan kantor. Putuskan.`,
            `${conflicts} records differ from the office. Decide.`,
          )}
        </a>
      )}
      <main id="main" tabIndex={-1}>
        {page === 'today' && <Today />}
        {page === 'search' && <SearchPage />}
        {page === 'map' && <PointMap />}
        {page === 'household' && <HouseholdPage key={id} id={id} />}
        {page === 'visit' && <Visit key={id} id={id} />}
        {page === 'add' && <AddPerson />}
        {page === 'queue' && <QueuePage />}
        {page === 'conflicts' && <Conflicts />}
        {page === 'settings' && <SettingsPage {...props} />}
      </main>
      {page !== 'visit' && <TabBar tabs={tabs} current={page} />}
    </div>
  );
}

/** One line about the connection: seen without being in the way. */
function LinkLine() {
  const say = useSay();
  const { link } = useApp();
  const doing = {
    sending: say('Mengirim ...', 'Sending ...'),
    fetching: say('Mengambil kabar ...', 'Fetching news ...'),
    pack: say(
      `Mengunduh data wilayah ${Math.round(link.share * 100)} %`,
      `Downloading the area ${Math.round(link.share * 100)} %`,
    ),
    attachments: say('Mengirim foto ...', 'Sending photos ...'),
  };
  const text = link.running
    ? doing[link.doing ?? 'sending']
    : link.problem?.kind === 'lost' || !navigator.onLine
      ? say('Tanpa sinyal. Semua tersimpan di ponsel.', 'No signal. Everything is safe on the phone.')
      : link.problem
        ? link.problem.message
        : undefined;
  return text ? (
    <p class={link.problem && link.problem.kind !== 'lost' ? 'line bad' : 'line'} role="status">
      {text}
    </p>
  ) : null;
}
