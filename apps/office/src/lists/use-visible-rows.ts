import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

interface VisibleRowsOptions {
  count: number;
  /** Height of a row before it is measured, in pixels. */
  height: number;
  box: RefObject<HTMLElement | null>;
  hasMore: boolean;
  loadingMore: boolean;
  onMore: () => void;
}

/** Only the rows near the window are drawn; the next page is asked for shortly before the last one shows. */
export function useVisibleRows({ count, height, box, hasMore, loadingMore, onMore }: VisibleRowsOptions) {
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const top = box.current?.getBoundingClientRect().top ?? 0;
    setMargin(top + window.scrollY);
  }, [box]);
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 12,
    scrollMargin: margin,
  });
  const items = virtualizer.getVirtualItems();
  const last = items[items.length - 1]?.index ?? 0;

  useEffect(() => {
    if (hasMore && !loadingMore && last >= count - 15) onMore();
  }, [hasMore, loadingMore, last, count, onMore]);

  const first = items[0];
  const end = items[items.length - 1];
  return {
    items,
    measure: virtualizer.measureElement,
    before: first ? first.start - margin : 0,
    after: end ? virtualizer.getTotalSize() - (end.end - margin) : 0,
  };
}
