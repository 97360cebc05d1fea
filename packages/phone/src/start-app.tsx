import { type ComponentType, render } from 'preact';
import { keepLanguage, readLanguage } from './say.ts';

/** Shows an app for phones, and keeps it on the phone for times without a connection. */
export function startApp(Root: ComponentType): void {
  keepLanguage(readLanguage());
  const folder = import.meta.env.BASE_URL;
  if ('serviceWorker' in navigator)
    navigator.serviceWorker
      .register(`${folder}sw.js`, { scope: folder })
      .catch((error) => console.error(error));
  const root = document.getElementById('root');
  if (root) render(<Root />, root);
}
