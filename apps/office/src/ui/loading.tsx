import { Skeleton } from '@mantine/core';
import { useText } from '../text/language-context.tsx';
import { uiText } from './ui-text.ts';

/** Grey lines in the place of what is being fetched; announced once to screen readers. */
export function Loading({ lines = 5, height = 18 }: { lines?: number; height?: number }) {
  const text = useText(uiText);
  return (
    <div role="status">
      <span className="hidden-visually">{text.loading}</span>
      {Array.from({ length: lines }, (_, line) => line + 1).map((line) => (
        <Skeleton key={line} height={height} mb={12} width={line === lines ? '60%' : '100%'} aria-hidden />
      ))}
    </div>
  );
}
