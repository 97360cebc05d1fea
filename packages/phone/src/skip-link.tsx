import { useSay } from './say.ts';

/** To the content, for those who go by keys. No link: an address of the app's own would leave the page. */
export function SkipLink() {
  const say = useSay();
  return (
    <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
      {say('Langsung ke isi', 'Skip to content')}
    </button>
  );
}
