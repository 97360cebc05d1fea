import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useText } from '../text/language-context.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { saveDrawing } from './save-drawing.ts';

/** Saves a drawing as PNG or SVG. */
export function SaveButtons({ svg, what, name }: { svg: SVGSVGElement | null; what: string; name: string }) {
  const text = useText(figuresText);
  return (
    <div className={styles.save}>
      {(['png', 'svg'] as const).map((kind) => (
        <Button
          key={kind}
          variant="subtle"
          size="xs"
          leftSection={<IconDownload size={15} aria-hidden />}
          aria-label={text.save(what, kind.toUpperCase())}
          onClick={() => svg && void saveDrawing(svg, name, kind)}
        >
          {kind.toUpperCase()}
        </Button>
      ))}
    </div>
  );
}
