import type { RegisterKind } from '@jangkau/contracts';
import { CloseButton, Progress } from '@mantine/core';
import { IconFileCheck, IconFileUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type DragEvent, useId, useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import own from './files.module.css';
import type { Sending } from './use-uploads.ts';
import styles from './wizard.module.css';
import { wizardText } from './wizard-text.ts';

interface FileSlotProps {
  kind: RegisterKind;
  ids: string[];
  sending: Sending[];
  onFiles: (files: File[]) => void;
  onCancel: (id: number) => void;
  onRemove: (id: string) => void;
}

/** One kind of file: a place to drop them, those on their way, those that arrived. */
export function FileSlot({ kind, ids, sending, onFiles, onCancel, onRemove }: FileSlotProps) {
  const text = useText(wizardText);
  const inputId = useId();
  const [over, setOver] = useState(false);

  function drop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  }

  return (
    <div>
      <h2>{kind === 'residents' ? text.residents : text.members}</h2>
      <p className={styles.hint}>{kind === 'residents' ? text.residentsHint : text.membersHint}</p>
      <label
        htmlFor={inputId}
        className={own.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size={28} stroke={1.4} aria-hidden />
        <span>
          {text.drop} {text.or} <u>{text.choose}</u>
        </span>
        <small>{text.kinds}</small>
        <input
          id={inputId}
          type="file"
          multiple
          accept=".csv,.tsv,.txt,.xlsx,.parquet"
          className="hidden-visually"
          onChange={(event) => {
            onFiles([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      <ul className={own.files}>
        {ids.map((id) => (
          <ArrivedFile key={id} id={id} onRemove={() => onRemove(id)} />
        ))}
        {sending.map((item) => (
          <SendingFile key={item.id} item={item} onCancel={() => onCancel(item.id)} />
        ))}
      </ul>
    </div>
  );
}

function ArrivedFile({ id, onRemove }: { id: string; onRemove: () => void }) {
  const text = useText(wizardText);
  const format = useFormat();
  const upload = useQuery(apiQuery('getUpload', { params: { id } }));
  if (upload.error)
    return (
      <li>
        <ProblemPanel error={upload.error} />
        <CloseButton aria-label={text.removeFile(id)} onClick={onRemove} />
      </li>
    );
  const name = upload.data?.name ?? '…';
  return (
    <li className={own.file}>
      <IconFileCheck size={22} stroke={1.5} aria-hidden className={own.good} />
      <span className={own.fileName}>
        {name}
        <small>{upload.data ? format.bytes(upload.data.size) : ''}</small>
      </span>
      <CloseButton aria-label={text.removeFile(name)} onClick={onRemove} />
    </li>
  );
}

function SendingFile({ item, onCancel }: { item: Sending; onCancel: () => void }) {
  const text = useText(wizardText);
  const format = useFormat();
  if (item.error)
    return (
      <li>
        <ProblemPanel error={item.error} title={text.failedUpload(item.name)} />
        <CloseButton aria-label={text.removeFile(item.name)} onClick={onCancel} />
      </li>
    );
  const percent = format.percent(item.share, 0);
  return (
    <li className={own.file}>
      <span className={own.fileName}>
        {item.name}
        <small>
          {item.share < 1
            ? `${format.bytes(item.share * item.size)} / ${format.bytes(item.size)}`
            : text.reading}
        </small>
        <Progress.Root size="sm" mt={6}>
          <Progress.Section
            value={item.share * 100}
            animated={item.share >= 1}
            aria-label={text.uploading(item.name, percent)}
          />
        </Progress.Root>
      </span>
      <CloseButton aria-label={text.cancelUpload(item.name)} onClick={onCancel} />
    </li>
  );
}
