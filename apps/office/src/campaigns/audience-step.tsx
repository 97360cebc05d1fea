import type { Audience } from '@jangkau/contracts';
import { type ReasonCode, reasons } from '@jangkau/membership';
import { Button, NumberInput, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import type { StepProps } from './campaign-draft.ts';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';
import { LeftOutList } from './left-out-list.tsx';
import { useAudienceCount } from './use-audience-count.ts';

/** Whom the campaign is for, with live counts of whom it reaches and why others are left out. */
export function AudienceStep({ draft, change, onGo }: StepProps) {
  const text = useText(campaignsText);
  const format = useFormat();
  const counts = useAudienceCount(draft);
  const n = format.integer;
  return (
    <div className={styles.split}>
      <div className={styles.form}>
        <p className={styles.why}>{text.audienceWhy}</p>
        <AudienceFields
          audience={draft.audience}
          onChange={(part) => change({ audience: { ...draft.audience, ...part } })}
        />
        <NumberInput
          label={text.frequency}
          description={text.frequencyWhy}
          value={draft.frequencyDays}
          min={1}
          max={365}
          hideControls
          clampBehavior="strict"
          onChange={(value) => change({ frequencyDays: Number(value) || 1 })}
        />
        <div className={styles.ways}>
          <Button disabled={!counts.data || counts.data.reachable === 0} onClick={() => onGo('message')}>
            {text.next}
          </Button>
        </div>
      </div>
      <section className={styles.aside} aria-live="polite" aria-label={text.audience}>
        {counts.isPending ? <Loading lines={5} height={28} /> : null}
        {counts.error ? <ProblemPanel error={counts.error} onRetry={() => counts.refetch()} /> : null}
        {counts.data ? (
          <>
            <Figures>
              <Figure
                label={text.reachable}
                value={n(counts.data.reachable)}
                note={text.families.toLowerCase()}
                tone="covered"
              />
              <Figure label={text.families} value={n(counts.data.families)} />
              <Figure label={text.people} value={n(counts.data.people)} />
            </Figures>
            {counts.data.reachable === 0 ? <p className={styles.fault}>{text.nobody}</p> : null}
            {counts.data.leftOut.length > 0 ? (
              <>
                <h2 className={styles.h}>{text.cannotWhy}</h2>
                <LeftOutList items={counts.data.leftOut} />
              </>
            ) : null}
            <p className={styles.small}>{text.counted}</p>
          </>
        ) : null}
      </section>
    </div>
  );
}

function AudienceFields({
  audience,
  onChange,
}: {
  audience: Audience;
  onChange: (part: Partial<Audience>) => void;
}) {
  const text = useText(campaignsText);
  const people = useText(peopleText);
  const { language } = useLanguage();
  const drive = useQuery(apiQuery('getDrive', { query: { area: audience.area } }));
  const groups = (drive.data?.groups ?? []).filter(({ kind }) => !audience.kind || kind === audience.kind);
  const present = (of: 'reason' | 'segment') => [...new Set(groups.map((group) => group[of]))].sort();
  const chosen = (of: 'reason' | 'segment') =>
    audience[of] ? [...new Set([...present(of), audience[of]])] : present(of);
  return (
    <>
      <AreaPicker
        label={text.area}
        value={audience.area ?? null}
        placeholder={text.wholeBranch}
        levels={['regency', 'district', 'village']}
        onChange={(area) => onChange({ area: area ?? undefined })}
      />
      <div className={styles.field}>
        <span className={styles.label}>{text.kind}</span>
        <Segments
          label={text.kind}
          value={audience.kind ?? 'any'}
          options={[
            { value: 'any', label: text.anyKind },
            { value: 'arrears', label: text.kinds.arrears },
            { value: 'lapsed', label: text.kinds.lapsed },
          ]}
          onChange={(kind) => onChange({ kind: kind === 'any' ? undefined : kind, reason: undefined })}
        />
      </div>
      <Select
        label={text.reason}
        placeholder={text.anyReason}
        clearable
        value={audience.reason ?? null}
        data={chosen('reason').map((value) => ({
          value,
          label: reasons[value as ReasonCode]?.[language] ?? value,
        }))}
        onChange={(reason) => onChange({ reason: reason ?? undefined })}
      />
      <Select
        label={text.segment}
        placeholder={text.anySegment}
        clearable
        value={audience.segment ?? null}
        data={chosen('segment').map((value) => ({ value, label: people.segments[value] ?? value }))}
        onChange={(segment) => onChange({ segment: segment ?? undefined })}
      />
      {audience.kind === 'lapsed' ? null : (
        <>
          <Range
            label={text.months}
            least={audience.leastMonths}
            most={audience.mostMonths}
            onChange={(leastMonths, mostMonths) => onChange({ leastMonths, mostMonths })}
          />
          <Range
            label={text.amount}
            least={audience.leastAmount}
            most={audience.mostAmount}
            step={35_000}
            onChange={(leastAmount, mostAmount) => onChange({ leastAmount, mostAmount })}
          />
        </>
      )}
    </>
  );
}

interface RangeProps {
  label: string;
  least: number | undefined;
  most: number | undefined;
  step?: number;
  onChange: (least: number | undefined, most: number | undefined) => void;
}

/** Two ends, either of which may be open. */
function Range({ label, least, most, step = 1, onChange }: RangeProps) {
  const text = useText(campaignsText);
  const read = (value: string | number) =>
    value === '' ? undefined : Math.max(0, Math.round(Number(value)));
  return (
    <fieldset className={styles.range}>
      <legend>{label}</legend>
      {(['from', 'to'] as const).map((end) => (
        <NumberInput
          key={end}
          aria-label={`${label}, ${text[end]}`}
          placeholder={text[end]}
          value={(end === 'from' ? least : most) ?? ''}
          min={0}
          step={step}
          hideControls
          thousandSeparator="."
          decimalSeparator=","
          allowDecimal={false}
          onChange={(value) => (end === 'from' ? onChange(read(value), most) : onChange(least, read(value)))}
        />
      ))}
    </fieldset>
  );
}
