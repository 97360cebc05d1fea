import { useMutation } from '@tanstack/react-query';
import { useText } from '../text/language-context.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { personText } from './person-text.ts';

interface UnmaskDialogProps<Numbers> {
  /** Asks the server, which records the reason first. */
  unmask: (reason: string) => Promise<Numbers>;
  opened: boolean;
  onClose: () => void;
  onOpen: (numbers: Numbers) => void;
}

/** Asks why the full numbers are needed; the answer is recorded by the server before they show. */
export function UnmaskDialog<Numbers>({ unmask: ask, opened, onClose, onOpen }: UnmaskDialogProps<Numbers>) {
  const text = useText(personText);
  const unmask = useMutation({
    mutationFn: ask,
    onSuccess: (numbers) => {
      onOpen(numbers);
      onClose();
    },
  });
  if (!opened) return null;
  return (
    <ReasonDialog
      title={text.unmaskTitle}
      action={text.unmaskNow}
      question={{ label: text.unmaskReason, hint: text.unmaskHint }}
      busy={unmask.isPending}
      error={unmask.error}
      onSave={(reason) => unmask.mutate(reason)}
      onClose={onClose}
    >
      {text.unmaskWhy}
    </ReasonDialog>
  );
}
