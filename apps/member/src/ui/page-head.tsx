import { linkTo, useSay } from '@jangkau/phone';
import type { ComponentChildren } from 'preact';

/** Heading of a page below "more", with the way back. */
export function PageHead({ title, children }: { title: string; children?: ComponentChildren }) {
  const say = useSay();
  return (
    <header class="head">
      <a class="back" href={linkTo('more')}>
        ‹ {say('Lainnya', 'More')}
      </a>
      <h1>{title}</h1>
      {children}
    </header>
  );
}
