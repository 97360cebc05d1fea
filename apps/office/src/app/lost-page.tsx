import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../text/language-context.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { appText } from './app-text.ts';

/** Shown for an address that leads nowhere. */
export function LostPage() {
  const text = useText(appText);
  return (
    <EmptyState
      title={text.lost}
      icon={<IconCompass size={40} aria-hidden />}
      actions={<Link to="/">{text.toHome}</Link>}
    >
      {text.lostAdvice}
    </EmptyState>
  );
}
