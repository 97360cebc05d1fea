import { routes } from '@jangkau/contracts';
import { NumberInput, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import styles from './rollout.module.css';
import { rolloutText } from './rollout-text.ts';
import type { Setting } from './standing-in.ts';

interface AreaSettingDialogProps {
  area: string;
  name: string;
  settings: readonly Setting[];
  onClose: () => void;
}

const switches = ['live', 'prioritas', 'newborn-pemda'] as const;
const numbers = ['target', 'unable-per-head'] as const;
type Chosen = Record<Setting['name'], boolean | number | null>;

/** Sets what an area says itself; what it leaves open follows the larger area. */
export function AreaSettingDialog({ area, name, settings, onClose }: AreaSettingDialogProps) {
  const text = useText(rolloutText);
  const format = useFormat();
  const client = useQueryClient();
  const own = (of: Setting['name']) => settings.find((one) => one.area === area && one.name === of);
  const before = Object.fromEntries(
    [...switches, ...numbers].map((of) => [of, own(of)?.value ?? null]),
  ) as Chosen;
  const [chosen, setChosen] = useState<Chosen>(before);
  const last = settings.filter((one) => one.area === area).toSorted((a, b) => b.at.localeCompare(a.at))[0];
  const save = useMutation({
    mutationFn: async () => {
      for (const of of [...switches, ...numbers])
        if (chosen[of] !== before[of])
          await call(routes.setPesiarSetting, { body: { area, name: of, value: chosen[of] } });
    },
    onSuccess: async () => {
      toastDone(text.saved(name));
      await Promise.all(
        ['listPesiarSettings', 'getFunnel'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      );
      onClose();
    },
  });
  const choices = {
    live: [text.live, text.liveOn, text.liveOff],
    prioritas: [text.prioritas, text.prioritasOn, text.prioritasOff],
    'newborn-pemda': [text.newborn, text.newbornOn, text.newbornOff],
  } as const;
  const follow = area === '' ? text.none : text.follow;
  return (
    <FormDialog
      title={text.changeOf(name)}
      action={text.save}
      busy={save.isPending}
      error={save.error}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      {switches.map((of) => {
        const [label, on, off] = choices[of];
        return (
          <Select
            key={of}
            label={label}
            description={of === 'live' ? text.liveWhy : undefined}
            allowDeselect={false}
            value={chosen[of] === null ? 'follow' : String(chosen[of])}
            data={[
              { value: 'follow', label: follow },
              { value: 'true', label: on },
              { value: 'false', label: off },
            ]}
            onChange={(value) => setChosen({ ...chosen, [of]: value === 'follow' ? null : value === 'true' })}
          />
        );
      })}
      {numbers.map((of) => (
        <NumberInput
          key={of}
          label={of === 'target' ? text.target : text.perHead}
          description={of === 'target' ? text.targetHint : text.perHeadHint}
          min={0}
          max={100_000_000}
          allowDecimal={false}
          thousandSeparator="."
          decimalSeparator=","
          value={typeof chosen[of] === 'number' ? chosen[of] : ''}
          onChange={(value) => setChosen({ ...chosen, [of]: value === '' ? null : Number(value) })}
        />
      ))}
      {last ? <p className={styles.small}>{text.setBy(last.by, format.dateTime(last.at))}</p> : null}
    </FormDialog>
  );
}
