import { notifications } from '@mantine/notifications';
import { describeFailure } from '../api/describe-failure.ts';
import { type Language, storedLanguage } from '../text/language.ts';
import { uiText } from './ui-text.ts';

/** Says that something worked. */
export function toastDone(message: string): void {
  notifications.show({
    message,
    color: 'jangkau',
    withBorder: true,
    autoClose: 5000,
    closeButtonProps: closeButton(),
  });
}

/** Says that something failed, in the words of the problem document. */
export function toastFailure(error: unknown, language: Language): void {
  const failure = describeFailure(error, language);
  notifications.show({
    title: failure.title,
    message: `${failure.detail} ${failure.advice}`,
    color: 'red',
    withBorder: true,
    autoClose: 9000,
    closeButtonProps: closeButton(),
  });
}

function closeButton() {
  return { 'aria-label': uiText[storedLanguage()].close };
}
