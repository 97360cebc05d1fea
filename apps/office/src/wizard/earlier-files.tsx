import type { Upload } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './wizard.module.css';
import type { ChosenFiles } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** Files already on the server that are not chosen yet. */
export function EarlierFiles({ files, onUse }: { files: ChosenFiles; onUse: (upload: Upload) => void }) {
  const text = useText(wizardText);
  const format = useFormat();
  const uploads = useQuery(apiQuery('listUploads'));
  const rest = (uploads.data?.items ?? [])
    .filter((upload) => upload.source === 'upload' && !files[upload.kind].includes(upload.id))
    .slice(0, 20);
  if (rest.length === 0) return null;
  return (
    <details className={styles.earlier}>
      <summary>{text.earlier}</summary>
      <ul>
        {rest.map((upload) => (
          <li key={upload.id}>
            <span>
              <b>{upload.name}</b>{' '}
              <small>
                {upload.kind === 'residents' ? text.residents : text.members}, {format.bytes(upload.size)},{' '}
                {format.dateTime(upload.createdAt)}
              </small>
            </span>
            <Button size="compact-sm" variant="default" onClick={() => onUse(upload)}>
              {text.useFile}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}
