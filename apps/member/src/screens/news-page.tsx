import { useSay } from '@jangkau/phone';
import { useOwn } from '../app/own-context.ts';
import { NoticeLine } from '../ui/notice-line.tsx';
import { PageHead } from '../ui/page-head.tsx';

/** What a member should know, newest first. */
export function NewsPage() {
  const say = useSay();
  const { home } = useOwn();
  return (
    <>
      <PageHead title={say('Kabar', 'News')} />
      {home.notices.length === 0 ? (
        <p class="empty">{say('Tidak ada kabar baru.', 'Nothing new.')}</p>
      ) : (
        <ul class="cards">
          {home.notices.map((notice) => (
            <NoticeLine key={notice.key} notice={notice} />
          ))}
        </ul>
      )}
    </>
  );
}
