import { Kbd, Modal } from '@mantine/core';
import { useText } from '../text/language-context.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './review.module.css';
import { reviewText } from './review-text.ts';

/** The keys of the review. */
export function ReviewHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText(reviewText);
  const ui = useText(uiText);
  return (
    <Modal opened={opened} onClose={onClose} title={text.help} closeButtonProps={{ 'aria-label': ui.close }}>
      <dl className={styles.help}>
        {text.helpRows.map(([key, words]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
