import {
  type ButtonAct,
  buttonActs,
  type TemplateField,
  templateFaults,
  templateFields,
  templateFooter,
} from '@jangkau/campaigns';
import { type Audience, routes, type TemplateWords } from '@jangkau/contracts';
import { Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { call } from '../api/call.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { MessagePreview } from './message-preview.tsx';

const firstBody =
  'Salam sehat {nama}, kartu JKN Anda yang berakhir {kartu} dapat digunakan kembali. Balas pesan ini atau tekan tombol di bawah; kami bantu langkah demi langkah.';
// Words of buttons are part of what Meta approves: Indonesian, whatever the screen speaks.
const titles = campaignsText.id.buttonActs;

/** Writes a message, shows it on real people while it is written, and hands it in. */
export function TemplateForm({
  audience,
  onDone,
  onCancel,
}: {
  audience: Audience;
  onDone: () => void;
  onCancel: () => void;
}) {
  const text = useText(campaignsText);
  const { language } = useLanguage();
  const area = useRef<HTMLTextAreaElement>(null);
  const [words, setWords] = useState<TemplateWords>({
    name: '',
    category: 'utility',
    body: firstBody,
    buttons: [{ title: titles['begin.reactivate'], act: 'begin.reactivate' }],
  });
  const change = (part: Partial<TemplateWords>) => setWords((old) => ({ ...old, ...part }));
  const faults = templateFaults(words);
  const named = /^[a-z0-9_]{3,60}$/.test(words.name);
  const submit = useMutation({
    mutationFn: () => call(routes.submitTemplate, { body: words }),
    onSuccess: () => {
      toastDone(text.submitted);
      onDone();
    },
  });
  const insert = (field: TemplateField) => {
    const at = area.current?.selectionStart ?? words.body.length;
    change({ body: `${words.body.slice(0, at)}{${field}}${words.body.slice(at)}` });
    area.current?.focus();
  };
  const toggle = (act: ButtonAct) =>
    change({
      buttons: words.buttons.some((button) => button.act === act)
        ? words.buttons.filter((button) => button.act !== act)
        : [...words.buttons, { title: titles[act], act }],
    });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (named && faults.length === 0) submit.mutate();
  };
  return (
    <form className={styles.split} onSubmit={send}>
      <div className={styles.form}>
        <TextInput
          label={text.templateName}
          description={text.templateNameHint}
          value={words.name}
          maxLength={60}
          onChange={(event) =>
            change({ name: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_]/g, '_') })
          }
        />
        <Select
          label={text.category}
          value={words.category}
          allowDeselect={false}
          data={(['utility', 'marketing'] as const).map((value) => ({
            value,
            label: text.categories[value],
          }))}
          onChange={(category) => category && change({ category: category as TemplateWords['category'] })}
        />
        <div>
          <Textarea
            ref={area}
            label={text.body}
            autosize
            minRows={5}
            maxLength={1200}
            value={words.body}
            onChange={(event) => change({ body: event.currentTarget.value })}
          />
          <p className={styles.insert}>
            {text.insert}
            {(Object.keys(templateFields) as TemplateField[]).map((field) => (
              <Button key={field} size="compact-xs" variant="default" onClick={() => insert(field)}>
                {templateFields[field][language]}
              </Button>
            ))}
          </p>
          <p className={styles.small}>
            {text.footer} “{templateFooter}”
          </p>
        </div>
        <fieldset className={styles.buttons}>
          <legend>{text.buttons}</legend>
          {buttonActs.map((act) => (
            <Checkbox
              key={act}
              label={text.buttonActs[act]}
              checked={words.buttons.some((button) => button.act === act)}
              onChange={() => toggle(act)}
            />
          ))}
        </fieldset>
        {faults.length > 0 ? (
          <ul className={styles.faults} aria-live="polite">
            {faults.map((fault) => (
              <li key={fault}>{text.faults[fault]}</li>
            ))}
          </ul>
        ) : null}
        {submit.error ? <ProblemPanel error={submit.error} /> : null}
        <div className={styles.ways}>
          <Button variant="subtle" onClick={onCancel}>
            {text.cancelWriting}
          </Button>
          <Button type="submit" disabled={!named || faults.length > 0} loading={submit.isPending}>
            {text.submit}
          </Button>
        </div>
      </div>
      <section className={styles.aside} aria-label={text.preview}>
        <MessagePreview audience={audience} body={words.body} buttons={words.buttons} />
      </section>
    </form>
  );
}
