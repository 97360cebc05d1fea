import { useSay } from './say.ts';
import { linkTo } from './use-route.ts';

interface TabBarProps {
  tabs: readonly {
    page: string;
    label: string;
    /** Its sign, as the path of an SVG of 24 by 24. */
    path: string;
    /** How many things wait there. */
    count?: number;
  }[];
  /** The page of the tab that is open. */
  current: string;
}

/** The bar below the page. */
export function TabBar({ tabs, current }: TabBarProps) {
  const say = useSay();
  return (
    <nav class="tabs" aria-label={say('Halaman', 'Pages')}>
      {tabs.map(({ page, label, path, count = 0 }) => (
        <a key={page} href={linkTo(page)} aria-current={current === page ? 'page' : undefined}>
          <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
            <path d={path} />
          </svg>
          {label}
          {count > 0 && <span class="count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
