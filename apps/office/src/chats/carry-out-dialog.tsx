import {
  type ActKind,
  type ChatItem,
  type FacilityException,
  type MembershipAct,
  routes,
} from '@jangkau/contracts';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import { actText } from './act-text.ts';
import styles from './chats.module.css';
import { FacilitySelect } from './facility-select.tsx';
import { useChatAct } from './use-chat.ts';

interface CarryOutDialogProps {
  chat: string;
  item: ChatItem;
  act: MembershipAct;
  kind: ActKind;
  onClose: () => void;
}

/** One look at what changes and for whom, and one button that does it. */
export function CarryOutDialog({ chat, item, act, kind, onClose }: CarryOutDialogProps) {
  const text = useText(actText);
  const format = useFormat();
  const one = kind === 'death' || kind === 'duplicate';
  const [members, setMembers] = useState<readonly number[]>(
    one ? [] : act.people.filter(({ allowedFrom }) => allowedFrom === null).map(({ memberId }) => memberId),
  );
  const asksCode = kind === 'facility' && !/^[0-9A-Z]{8}$/.test(act.value ?? '');
  const [value, setValue] = useState(asksCode ? '' : (act.value ?? (kind === 'duplicate' ? '-' : '')));
  const [exception, setException] = useState<FacilityException | null>(act.exception);
  const [checked, setChecked] = useState(false);
  const carryOut = useChatAct<object>(
    { ...routes.carryOutRequest, path: routes.carryOutRequest.path.replace(':item', item.id) },
    chat,
    () => {
      toastDone(text.done);
      onClose();
    },
  );
  const ready = checked && members.length > 0 && value.trim() !== '';
  const toggle = (memberId: number, on: boolean) =>
    setMembers(
      one ? (on ? [memberId] : []) : on ? [...members, memberId] : members.filter((id) => id !== memberId),
    );
  return (
    <FormDialog
      size="lg"
      title={`${text.titles[kind]}, ${item.number}`}
      action={text.do}
      ready={ready}
      busy={carryOut.isPending}
      error={carryOut.error}
      onSubmit={() => carryOut.mutate({ members, value: value.trim(), ...(exception && { exception }) })}
      onClose={onClose}
    >
      <p className={styles.why}>
        {text.what[kind]} {act.effectiveOn ? `${text.from(format.date(act.effectiveOn))}.` : ''}
      </p>
      {kind === 'class' ? (
        <Select
          label={text.class}
          data={(['1', '2', '3'] as const).map((id) => ({ value: id, label: text.classes[id] }))}
          value={value || null}
          allowDeselect={false}
          onChange={(next) => setValue(next ?? '')}
        />
      ) : null}
      {kind === 'facility' ? <FacilitySelect asked={act.value} value={value} onChange={setValue} /> : null}
      {kind === 'death' ? (
        <TextInput
          type="date"
          label={text.died}
          value={value}
          onChange={(e) => setValue(e.currentTarget.value)}
        />
      ) : null}
      {kind === 'identity' ? (
        <TextInput
          label={text.fields[act.field ?? ''] ?? ''}
          value={value}
          maxLength={200}
          onChange={(e) => setValue(e.currentTarget.value)}
        />
      ) : null}
      <fieldset className={styles.people}>
        <legend>{text.whom[kind]}</legend>
        {act.people.map((person) => {
          const waits = person.allowedFrom !== null && exception === null;
          return (
            <Checkbox
              key={person.memberId}
              checked={members.includes(person.memberId)}
              disabled={waits || kind === 'class'}
              label={`${person.name}, ${person.card}`}
              description={person.allowedFrom ? text.waits(format.date(person.allowedFrom)) : undefined}
              onChange={(e) => toggle(person.memberId, e.currentTarget.checked)}
            />
          );
        })}
      </fieldset>
      {act.rule && act.people.some(({ allowedFrom }) => allowedFrom !== null) ? (
        <Select
          label={text.exception}
          description={text.basis(act.rule.basis)}
          clearable
          data={act.rule.exceptions.map((id) => ({ value: id, label: text.exceptions[id] }))}
          value={exception}
          onChange={(next) => setException(next as FacilityException | null)}
        />
      ) : null}
      <Checkbox
        label={text.checked}
        checked={checked}
        onChange={(e) => setChecked(e.currentTarget.checked)}
      />
      <p className={styles.hint}>{text.tells}</p>
    </FormDialog>
  );
}
