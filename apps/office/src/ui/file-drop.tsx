import { IconFileUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import styles from '../wizard/files.module.css';
import { uiText } from './ui-text.ts';

interface FileDropProps {
  /** The file chosen so far. */
  file: File | null;
  accept: string;
  hint: string;
  onFile: (file: File | null) => void;
}

/** A place to drop one file or choose it. */
export function FileDrop({ file, accept, hint, onFile }: FileDropProps) {
  const text = useText(uiText);
  const id = useId();
  const [over, setOver] = useState(false);
  return (
    <label
      htmlFor={id}
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onFile(event.dataTransfer.files[0] ?? null);
      }}
    >
      <IconFileUpload size={28} stroke={1.4} aria-hidden />
      <span>{file ? file.name : text.dropFile}</span>
      <small>{hint}</small>
      <input
        id={id}
        type="file"
        accept={accept}
        className="hidden-visually"
        onChange={(event) => onFile(event.currentTarget.files?.[0] ?? null)}
      />
    </label>
  );
}
