import type { ComponentChildren } from 'preact';
import { Tick } from './tick.tsx';

interface NoticeProps {
  kind: 'info' | 'good' | 'warn' | 'bad';
  children: ComponentChildren;
}

/** Something to know, told apart by more than its colour. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div class={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
      <span class="mark" aria-hidden="true">
        {kind === 'good' ? <Tick /> : { info: 'i', warn: '!', bad: '×' }[kind]}
      </span>
      <div>{children}</div>
    </div>
  );
}
