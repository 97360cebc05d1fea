import { Tick, useSay } from '@jangkau/phone';

/** Covered or not: told by word, sign and colour. */
export function StatusChip({ active, ended }: { active: boolean; ended: boolean }) {
  const say = useSay();
  return (
    <span class={active ? 'status active' : ended ? 'status ended' : 'status inactive'}>
      {active ? <Tick /> : <span aria-hidden="true">{ended ? '–' : '!'}</span>}
      {active ? say('Aktif', 'Active') : ended ? say('Berakhir', 'Ended') : say('Tidak aktif', 'Not active')}
    </span>
  );
}
