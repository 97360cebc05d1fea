import { type ChatItem, routes, routeUrl } from '@jangkau/contracts';
import { Button, Modal } from '@mantine/core';
import { IconDownload, IconPhoto } from '@tabler/icons-react';
import { useState } from 'react';
import { useText } from '../text/language-context.tsx';
import styles from './chats.module.css';
import { chatsText } from './chats-text.ts';

/** A photograph or document: opened when somebody asks for it, because each look is audited. */
export function SentFile({ chat, file }: { chat: string; file: ChatItem['files'][number] }) {
  const text = useText(chatsText);
  const [opened, setOpened] = useState(false);
  const url = routeUrl(routes.getChatFile, { chat, sha256: file.sha256 });
  const name = file.document ?? text.document;
  if (!file.type.startsWith('image/'))
    return (
      <Button
        component="a"
        href={url}
        download={`${name}.pdf`}
        size="compact-sm"
        variant="default"
        leftSection={<IconDownload size={15} aria-hidden />}
        aria-label={`${text.download}: ${name}`}
      >
        {text.download}
      </Button>
    );
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconPhoto size={15} aria-hidden />}
        aria-label={`${text.look}: ${name}`}
        onClick={() => setOpened(true)}
      >
        {text.look}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={name}
        size="xl"
        closeButtonProps={{ 'aria-label': text.closeFile }}
      >
        {opened ? <img src={url} alt={name} className={styles.picture} /> : null}
      </Modal>
    </>
  );
}
