import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../text/language-context.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { appText } from './app-text.ts';
import styles from './page-failure.module.css';

/** Shown for an address that leads nowhere. */
export function LostPage() {
  const text = useText(appText);
  return (
    <main className={styles.room}>
      <h1 className="hidden-visually">{text.lost}</h1>
      <EmptyState
        title={text.lost}
        icon={<IconCompass size={40} aria-hidden />}
        actions={<Link to="/">{text.toHome}</Link>}
      >
        {text.lostAdvice}
      </EmptyState>
    </main>
  );
}
