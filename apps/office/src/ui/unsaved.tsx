import { useBlocker } from '@tanstack/react-router';
import { useText } from '../text/language-context.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { uiText } from './ui-text.ts';

/** Asks before a page is left whose entries would be lost. */
export function Unsaved({ when }: { when: boolean }) {
  const text = useText(uiText);
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: () => when,
    enableBeforeUnload: () => when,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      opened={status === 'blocked'}
      title={text.unsavedTitle}
      action={text.leaveAnyway}
      dangerous
      busy={false}
      onConfirm={() => proceed?.()}
      onClose={() => reset?.()}
    >
      {text.unsaved}
    </ConfirmDialog>
  );
}
