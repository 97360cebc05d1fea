import { routes } from '@jangkau/contracts';
import { type OpenReason, openReasons } from '@jangkau/pesiar';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { pesiarText } from '../pesiar/pesiar-text.ts';
import { useBanjars } from '../pesiar/use-banjars.ts';
import { fromField, toField } from '../privacy/local-time.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { toastDone } from '../ui/toast.ts';
import { gatheringsText } from './gatherings-text.ts';

/** In a week at five in the afternoon: when people are home. */
function aWeekFromNow(): string {
  const day = new Date();
  day.setDate(day.getDate() + 7);
  day.setHours(17, 0, 0, 0);
  return toField(day);
}

/** Plans a meeting at a banjar and invites whose case is not over. */
export function PlanDialog({ onClose }: { onClose: () => void }) {
  const text = useText(gatheringsText);
  const words = useText(pesiarText);
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [area, setArea] = useState<string | null>(null);
  const [banjar, setBanjar] = useState<string | null>(null);
  const [title, setTitle] = useState(text.whatFirst);
  const [place, setPlace] = useState('');
  const [when, setWhen] = useState(aWeekFromNow);
  const [withDinasSosial, setWith] = useState(true);
  const [reason, setReason] = useState<OpenReason | null>(null);
  const [note, setNote] = useState('');
  const banjars = useBanjars(area);
  const startsAt = fromField(when);
  const ready = area !== null && startsAt !== null && title.trim().length > 2 && place.trim().length > 2;
  const plan = useMutation({
    mutationFn: (order: { area: string; startsAt: string }) =>
      call(routes.planGathering, {
        body: {
          ...order,
          banjar,
          title: title.trim(),
          place: place.trim(),
          withDinasSosial,
          note: note.trim() || null,
          invite: reason ? { reason } : {},
        },
      }),
    onSuccess: async ({ id, invited }) => {
      toastDone(text.planned(format.integer(invited)));
      await client.invalidateQueries({ queryKey: ['listGatherings'] });
      await navigate({ to: '/pesiar/sosialisasi/$id', params: { id } });
    },
  });
  return (
    <FormDialog
      title={text.planTitle}
      action={text.save}
      ready={ready}
      busy={plan.isPending}
      error={plan.error}
      onSubmit={() => area !== null && startsAt !== null && plan.mutate({ area, startsAt })}
      onClose={onClose}
    >
      <AreaPicker
        label={text.village}
        levels={['village']}
        value={area}
        onChange={(code) => {
          setArea(code);
          setBanjar(null);
        }}
      />
      <Select
        label={text.banjar}
        placeholder={text.wholeVillage}
        clearable
        searchable
        disabled={area === null}
        value={banjar}
        data={banjars}
        onChange={(value) => {
          setBanjar(value);
          if (value && place === '') setPlace(`Balai ${value}`);
        }}
      />
      <TextInput
        label={text.what}
        required
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <TextInput
        label={text.where}
        required
        maxLength={200}
        value={place}
        onChange={(event) => setPlace(event.currentTarget.value)}
      />
      <TextInput
        type="datetime-local"
        label={text.when}
        required
        value={when}
        onChange={(event) => setWhen(event.currentTarget.value)}
      />
      <Checkbox
        label={text.withDinasSosial}
        checked={withDinasSosial}
        onChange={(event) => setWith(event.currentTarget.checked)}
      />
      <Select
        label={text.invite}
        placeholder={text.inviteAll}
        clearable
        value={reason}
        data={openReasons.map((value) => ({ value, label: words.reasons[value] }))}
        onChange={(value) => setReason(value as OpenReason | null)}
      />
      <TextInput
        label={text.note}
        maxLength={1000}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
    </FormDialog>
  );
}
