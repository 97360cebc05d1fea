import { type RuleSettingView, routes } from '@jangkau/contracts';
import { NumberInput, Radio, Stack, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './rules.module.css';
import { rulesText } from './rules-text.ts';

interface RuleDialogProps {
  rule: RuleSettingView;
  /** 'YYYY-MM-DD' at the branch. */
  today: string;
  onClose: () => void;
}

type Value = string | number | boolean | Record<string, Record<string, number>>;

/** Decides on a reading from a day on. */
export function RuleDialog({ rule, today, onClose }: RuleDialogProps) {
  const text = useText(rulesText);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [value, setValue] = useState<Value | undefined>(rule.value as Value);
  const [validFrom, setValidFrom] = useState(today);
  const [legalBasis, setLegalBasis] = useState('');
  const save = useMutation({
    mutationFn: (chosen: Value) =>
      call(routes.setRuleSetting, {
        body: { name: rule.name, value: chosen, validFrom, legalBasis: legalBasis.trim() },
      }),
    onSuccess: async (list) => {
      client.setQueryData(apiQuery('listRuleSettings').queryKey, list);
      toastDone(text.saved);
      onClose();
    },
  });
  const ready =
    value !== undefined &&
    /^\d{4}-\d{2}-\d{2}$/.test(validFrom) &&
    validFrom >= today &&
    legalBasis.trim().length >= 5;
  return (
    <FormDialog
      title={text.decideFor(rule.what[language])}
      action={text.save}
      ready={ready}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => value !== undefined && save.mutate(value)}
      onClose={onClose}
    >
      <p className={styles.why}>{text.why}</p>
      <ValueInput rule={rule} value={value} onValue={setValue} />
      <TextInput
        type="date"
        label={text.validFrom}
        description={text.validFromHint}
        min={today}
        value={validFrom}
        onChange={(event) => setValidFrom(event.currentTarget.value)}
      />
      <TextInput
        label={text.legalBasis}
        description={text.legalBasisHint}
        required
        maxLength={200}
        value={legalBasis}
        onChange={(event) => setLegalBasis(event.currentTarget.value)}
      />
    </FormDialog>
  );
}

interface ValueInputProps {
  rule: RuleSettingView;
  value: Value | undefined;
  /** Undefined: what was entered cannot be a value. */
  onValue: (value: Value | undefined) => void;
}

function ValueInput({ rule: { form }, value, onValue }: ValueInputProps) {
  const text = useText(rulesText);
  const format = useFormat();
  const { language } = useLanguage();
  const [json, setJson] = useState(() => JSON.stringify(value));
  if (form.kind === 'number') {
    const right = Number.isInteger(value) && Number(value) >= form.least && Number(value) <= form.most;
    const range = text.valueWrong(format.integer(form.least), format.integer(form.most));
    return (
      <NumberInput
        label={text.value}
        description={range}
        error={right ? undefined : range}
        min={form.least}
        max={form.most}
        allowDecimal={false}
        value={typeof value === 'number' ? value : ''}
        onChange={(next) => onValue(typeof next === 'number' ? next : undefined)}
        data-autofocus
      />
    );
  }
  if (form.kind === 'choice')
    return (
      <Radio.Group
        label={text.value}
        value={String(value)}
        onChange={(chosen) => onValue(form.values.find((known) => String(known.value) === chosen)?.value)}
      >
        <Stack gap={8} mt={6}>
          {form.values.map((known) => (
            <Radio key={String(known.value)} value={String(known.value)} label={known[language]} />
          ))}
        </Stack>
      </Radio.Group>
    );
  if (form.kind === 'date')
    return (
      <TextInput
        type="date"
        label={text.value}
        min={form.least}
        max={form.most}
        value={String(value)}
        onChange={(event) => onValue(event.currentTarget.value)}
        data-autofocus
      />
    );
  return (
    <Textarea
      label={text.value}
      description={text.jsonHint}
      error={value === undefined ? text.jsonWrong : undefined}
      autosize
      minRows={3}
      value={json}
      onChange={(event) => {
        const typed = event.currentTarget.value;
        setJson(typed);
        onValue(readWages(typed));
      }}
      data-autofocus
    />
  );
}

function readWages(text: string): Value | undefined {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Value) : undefined;
  } catch {
    return undefined;
  }
}
