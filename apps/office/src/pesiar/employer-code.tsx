import { type DeskForm, routes } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { call } from '../api/call.ts';
import { useText } from '../text/language-context.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { formText } from './form-text.ts';
import styles from './pesiar.module.css';
import { useSettled } from './use-settled.ts';

const shape = /^[A-Z0-9.-]{2,20}$/;

/** Says which employer a referral is about, when the agent did not know its code. */
export function EmployerCode({ form }: { form: DeskForm }) {
  const text = useText(formText);
  const [code, setCode] = useState(form.employerCode ?? '');
  const settled = useSettled(() => undefined);
  const save = useMutation({
    mutationFn: () => call(routes.setFormEmployer, { params: { form: form.form }, body: { code } }),
    onSuccess: () => settled(text.saved),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (shape.test(code)) save.mutate();
  };
  return (
    <form className={styles.inline} onSubmit={submit}>
      <TextInput
        label={text.setEmployer}
        description={form.employerCode ? text.setEmployerNow(form.employerCode) : text.setEmployerNone}
        placeholder="BU-…"
        maxLength={20}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value.toUpperCase().trim())}
      />
      <Button
        type="submit"
        variant="default"
        disabled={!shape.test(code) || code === form.employerCode}
        loading={save.isPending}
      >
        {text.save}
      </Button>
      {save.error ? <ProblemPanel error={save.error} /> : null}
    </form>
  );
}
