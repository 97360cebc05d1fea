import type { RegisterKind, Upload } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { EarlierFiles } from './earlier-files.tsx';
import { FileSlot } from './file-slot.tsx';
import own from './files.module.css';
import { useUploads } from './use-uploads.ts';
import styles from './wizard.module.css';
import type { ChosenFiles, StepProps } from './wizard-step.ts';
import { wizardText } from './wizard-text.ts';

/** Step 1: the two kinds of files. */
export function FilesStep({ files, onGo }: StepProps) {
  const text = useText(wizardText);
  const demo = useQuery(apiQuery('getDemoFiles'));
  const chosen = useRef(files);
  useEffect(() => {
    chosen.current = files;
  }, [files]);

  const choose = (next: ChosenFiles) => {
    chosen.current = next;
    onGo('berkas', next);
  };
  const add = (upload: Pick<Upload, 'id' | 'kind'>) => {
    const ids = chosen.current[upload.kind];
    if (!ids.includes(upload.id)) choose({ ...chosen.current, [upload.kind]: [...ids, upload.id] });
  };
  const remove = (kind: RegisterKind, id: string) =>
    choose({ ...chosen.current, [kind]: chosen.current[kind].filter((other) => other !== id) });
  const uploads = useUploads(add);
  const ready = files.residents.length > 0 && files.members.length > 0;

  return (
    <section>
      <div className={own.slots}>
        {(['residents', 'members'] as const).map((kind) => (
          <FileSlot
            key={kind}
            kind={kind}
            ids={files[kind]}
            sending={uploads.sending.filter((item) => item.kind === kind)}
            onFiles={(list) => uploads.send(list, kind)}
            onCancel={uploads.cancel}
            onRemove={(id) => remove(kind, id)}
          />
        ))}
      </div>
      {demo.data?.residents && demo.data.members && !ready ? (
        <p className={own.demo}>
          <Button
            variant="default"
            onClick={() =>
              demo.data.residents &&
              demo.data.members &&
              choose({ residents: [demo.data.residents.id], members: [demo.data.members.id] })
            }
          >
            {text.demo}
          </Button>{' '}
          <span>{text.demoWhy}</span>
        </p>
      ) : null}
      <EarlierFiles files={files} onUse={add} />
      <div className={styles.foot}>
        {ready ? <span /> : <span className={styles.quiet}>{text.need}</span>}
        <Button disabled={!ready || uploads.sending.length > 0} onClick={() => onGo('kolom')}>
          {text.nextColumns}
        </Button>
      </div>
    </section>
  );
}
