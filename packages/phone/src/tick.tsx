/** A tick, drawn: not every phone's letters have one. */
export function Tick() {
  return (
    <svg class="tick" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d="M3 8.5l3.5 3.5L13 4.5" fill="none" stroke="currentcolor" stroke-width="2.5" />
    </svg>
  );
}
