import type { routes } from '@jangkau/contracts';
import { Menu } from '@mantine/core';
import {
  IconCamera,
  IconFileUpload,
  IconMapPin,
  IconMicrophone,
  IconPaperclip,
  IconSend2,
} from '@tabler/icons-react';
import { type FormEvent, useRef, useState } from 'react';
import type { CallInput } from '../api/call.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { toastFailure } from '../ui/toast.ts';
import styles from './phone.module.css';
import { samplePhoto } from './sample-photo.ts';
import { simulatorText } from './simulator-text.ts';

type Said = NonNullable<CallInput<typeof routes.sayOnPhone>['body']>;

const MOST_BYTES = 10 * 1024 * 1024;
const ICON = { size: 17, stroke: 1.6, 'aria-hidden': true } as const;

/** What one writes or attaches. */
export function PhoneComposer({ busy, onSay }: { busy: boolean; onSay: (said: Said) => void }) {
  const text = useText(simulatorText);
  const { language } = useLanguage();
  const [words, setWords] = useState('');
  const file = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (busy || words.trim() === '') return;
    onSay({ kind: 'text', text: words.trim() });
    setWords('');
  };
  const attach = async (blob: Blob, name: string) => {
    if (blob.size > MOST_BYTES) {
      toastFailure(new Error(text.tooLarge), language);
      return;
    }
    const type = blob.type || 'application/octet-stream';
    onSay({ kind: 'file', name, type, content: await base64(blob) });
  };
  return (
    <form className={styles.composer} onSubmit={submit}>
      <Menu position="top-start" shadow="md">
        <Menu.Target>
          <button type="button" className={styles.icon} aria-label={text.attach}>
            <IconPaperclip size={21} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconCamera {...ICON} />}
            onClick={async () =>
              attach(await samplePhoto(text.samplePhoto, text.samplePhotoWhy), `${text.samplePhoto}.jpg`)
            }
          >
            {text.attachPhoto}
          </Menu.Item>
          <Menu.Item leftSection={<IconFileUpload {...ICON} />} onClick={() => file.current?.click()}>
            {text.attachFile}
          </Menu.Item>
          <Menu.Item leftSection={<IconMapPin {...ICON} />} onClick={() => onSay({ kind: 'location' })}>
            {text.attachPlace}
          </Menu.Item>
          <Menu.Item leftSection={<IconMicrophone {...ICON} />} onClick={() => onSay({ kind: 'voice' })}>
            {text.attachVoice}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        hidden
        accept="image/*,application/pdf"
        aria-label={text.attachFile}
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (chosen) void attach(chosen, chosen.name);
        }}
      />
      <input
        className={styles.words}
        aria-label={text.type}
        placeholder={text.type}
        autoComplete="off"
        maxLength={4096}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <button type="submit" className={styles.send} aria-label={text.sendMessage} disabled={busy}>
        <IconSend2 size={20} aria-hidden />
      </button>
    </form>
  );
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  const part = 32_768;
  for (let at = 0; at < bytes.length; at += part)
    text += String.fromCharCode(...bytes.subarray(at, at + part));
  return btoa(text);
}
