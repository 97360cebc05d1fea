import {
  type Language,
  LanguageContext,
  momentText,
  SkipLink,
  TabBar,
  useRoute,
  useSay,
} from '@jangkau/phone';
import { useContext } from 'preact/hooks';
import { BillsPage } from '../screens/bills-page.tsx';
import { CardPage } from '../screens/card-page.tsx';
import { HomePage } from '../screens/home-page.tsx';
import { MorePage } from '../screens/more-page.tsx';
import { NewsPage } from '../screens/news-page.tsx';
import { RehabPage } from '../screens/rehab-page.tsx';
import { RequestsPage } from '../screens/requests-page.tsx';
import { SettingsPage } from '../screens/settings-page.tsx';
import { VisitsPage } from '../screens/visits-page.tsx';
import { useOwn } from './own-context.ts';

/** The page and the bar below it. */
export function Shell({ onLanguage }: { onLanguage: (language: Language) => void }) {
  const say = useSay();
  const language = useContext(LanguageContext);
  const { offline, at, home } = useOwn();
  const [page = 'home'] = useRoute();
  const tabs = [
    { page: 'home', label: say('Beranda', 'Home'), path: 'M4 11l8-7l8 7M6 10v10h12V10' },
    { page: 'card', label: say('Kartu', 'Card'), path: 'M3 6h18v12H3zM3 10h18M7 15h4' },
    {
      page: 'bills',
      label: say('Tagihan', 'Bills'),
      path: 'M6 3h12v18l-3-2l-3 2l-3-2l-3 2zM9 8h6M9 12h6',
    },
    { page: 'rehab', label: 'REHAB', path: 'M4 20V10M10 20V6M16 20v-8M22 20H2' },
    { page: 'more', label: say('Lainnya', 'More'), path: 'M4 6h16M4 12h16M4 18h16' },
  ];
  const under = ['visits', 'requests', 'news', 'settings'].includes(page) ? 'more' : page;
  return (
    <div class="shell">
      <SkipLink />
      {offline && (
        <p class="line" role="status">
          {say(
            `Tanpa sambungan. Data dari ${momentText(at, language)}.`,
            `No connection. Data of ${momentText(at, language)}.`,
          )}
        </p>
      )}
      {home.demo && !offline && (
        <p class="line demo">
          {say('Cabang tiruan: semua orang rekaan.', 'Demo branch: everyone is made up.')}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {page === 'home' && <HomePage />}
        {page === 'card' && <CardPage />}
        {page === 'bills' && <BillsPage />}
        {page === 'rehab' && <RehabPage />}
        {page === 'more' && <MorePage />}
        {page === 'visits' && <VisitsPage />}
        {page === 'requests' && <RequestsPage />}
        {page === 'news' && <NewsPage />}
        {page === 'settings' && <SettingsPage onLanguage={onLanguage} />}
      </main>
      <TabBar tabs={tabs} current={under} />
    </div>
  );
}
