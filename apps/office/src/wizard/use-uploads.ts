import type { RegisterKind, Upload } from '@jangkau/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { uploadFile } from './upload-file.ts';

/** A file on its way to the server. */
export interface Sending {
  id: number;
  name: string;
  size: number;
  kind: RegisterKind;
  share: number;
  error: unknown;
}

/** Sends files side by side, tells how far each is, and hands over what arrived. */
export function useUploads(onArrived: (upload: Upload) => void) {
  const client = useQueryClient();
  const [sending, setSending] = useState<Sending[]>([]);
  const controls = useRef(new Map<number, AbortController>());
  const counter = useRef(0);
  const arrived = useRef(onArrived);
  arrived.current = onArrived;

  const change = (id: number, part: Partial<Sending>) =>
    setSending((all) => all.map((item) => (item.id === id ? { ...item, ...part } : item)));
  const drop = (id: number) => setSending((all) => all.filter((item) => item.id !== id));

  async function sendOne(file: File, kind: RegisterKind) {
    counter.current += 1;
    const id = counter.current;
    const control = new AbortController();
    controls.current.set(id, control);
    setSending((all) => [...all, { id, name: file.name, size: file.size, kind, share: 0, error: null }]);
    try {
      const upload = await uploadFile(file, {
        kind,
        signal: control.signal,
        onProgress: (share) => change(id, { share }),
      });
      client.setQueryData(apiQuery('getUpload', { params: { id: upload.id } }).queryKey, upload);
      drop(id);
      arrived.current(upload);
    } catch (error) {
      if (control.signal.aborted) drop(id);
      else change(id, { error });
    } finally {
      controls.current.delete(id);
    }
  }

  return {
    sending,
    send: (files: Iterable<File>, kind: RegisterKind) => {
      for (const file of files) void sendOne(file, kind);
    },
    cancel: (id: number) => {
      controls.current.get(id)?.abort();
      drop(id);
    },
  };
}
