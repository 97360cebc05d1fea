import type { BreachDetail } from '@jangkau/contracts';
import { type DataKind, dataKindNames, dataKinds } from '@jangkau/privacy';
import { ActionIcon, Button, Checkbox, NumberInput, Textarea } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { AreaPicker } from '../areas/area-picker.tsx';
import { useLanguage, useText } from '../text/language-context.tsx';
import { breachText } from './breach-text.ts';
import styles from './privacy.module.css';
import type { useBreachStep } from './use-breach-step.ts';

type Acts = ReturnType<typeof useBreachStep>;

/** What was exposed, of how many people where, why, and what may come of it. */
export function AssessForm({ breach, acts }: { breach: BreachDetail; acts: Acts }) {
  const text = useText(breachText);
  const { language } = useLanguage();
  const [kinds, setKinds] = useState<string[]>(breach.dataKinds);
  const [people, setPeople] = useState<{ area: string | null; people: number }[]>(
    breach.peopleByArea.length > 0 ? breach.peopleByArea : [{ area: null, people: 1 }],
  );
  const [cause, setCause] = useState(breach.cause ?? '');
  const [consequences, setConsequences] = useState(breach.consequences ?? '');
  const [disturbsPublic, setDisturbs] = useState(breach.required.includes('public'));
  const put = (at: number, part: Partial<(typeof people)[number]>) =>
    setPeople((old) => old.map((one, i) => (i === at ? { ...one, ...part } : one)));
  const counted = people.flatMap(({ area, people: count }) =>
    area === null ? [] : [{ area, people: count }],
  );
  const ready = kinds.length > 0 && cause.trim().length >= 3 && consequences.trim().length >= 3;
  return (
    <div className={styles.form}>
      <Checkbox.Group label={text.data} value={kinds} onChange={setKinds}>
        {dataKindNames.map((kind) => (
          <Checkbox
            key={kind}
            value={kind}
            mt={6}
            label={`${dataKinds[kind][language]}${dataKinds[kind].specific ? ` (${text.specificMark})` : ''}`}
          />
        ))}
      </Checkbox.Group>
      {people.map((one, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name until an area is chosen
        <div key={i} className={styles.people}>
          <AreaPicker
            label={text.area}
            levels={['regency', 'district', 'village']}
            value={one.area}
            onChange={(area) => put(i, { area })}
          />
          <NumberInput
            label={text.people}
            min={1}
            allowDecimal={false}
            value={one.people}
            onChange={(value) => put(i, { people: Math.max(1, Number(value) || 1) })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={text.removeArea(one.area ?? '')}
            onClick={() => setPeople((old) => old.filter((_, at) => at !== i))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          size="xs"
          variant="default"
          onClick={() => setPeople((old) => [...old, { area: null, people: 1 }])}
        >
          {text.addArea}
        </Button>
      </div>
      <Textarea
        label={text.cause}
        rows={2}
        maxLength={2000}
        value={cause}
        onChange={(event) => setCause(event.currentTarget.value)}
      />
      <Textarea
        label={text.consequences}
        rows={2}
        maxLength={2000}
        value={consequences}
        onChange={(event) => setConsequences(event.currentTarget.value)}
      />
      <Checkbox
        label={text.disturbsPublic}
        checked={disturbsPublic}
        onChange={(event) => setDisturbs(event.currentTarget.checked)}
      />
      <div className={styles.buttons}>
        <Button
          disabled={!ready}
          loading={acts.step.isPending}
          onClick={() =>
            acts.step.mutate({
              type: 'assessed',
              dataKinds: kinds as DataKind[],
              people: counted,
              cause,
              consequences,
              disturbsPublic,
            })
          }
        >
          {breach.stage === 'open' ? text.assess : text.reassess}
        </Button>
      </div>
    </div>
  );
}
