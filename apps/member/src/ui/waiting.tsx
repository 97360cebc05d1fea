import { Notice, useSay } from '@jangkau/phone';

/** A screen whose data are on their way, or did not come. */
export function Waiting({ problem, again }: { problem: string | undefined; again: () => void }) {
  const say = useSay();
  if (problem === undefined)
    return (
      <p class="wait" role="status">
        {say('Memuat ...', 'Loading ...')}
      </p>
    );
  return (
    <>
      <Notice kind="warn">{problem}</Notice>
      <button type="button" onClick={again}>
        {say('Coba lagi', 'Try again')}
      </button>
    </>
  );
}
