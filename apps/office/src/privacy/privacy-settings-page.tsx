import { type PrivacySettingView, privacySettingRoutes as routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { privacySettingsText } from './privacy-settings-text.ts';
import { privacyText } from './privacy-text.ts';

/** What is asked for: a new value, or the default again. */
interface Asking {
  setting: PrivacySettingView;
  back: boolean;
}

/** Hours of the clocks and the hiding of small counts: what is in force, who chose it, and changing it. */
export function PrivacySettingsPage() {
  const settings = useQuery(apiQuery('listPrivacySettings'));
  const words = useText(privacyText);
  const text = useText(privacySettingsText);
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <>
      <PageHeader kicker={words.group} title={text.title} lede={text.lede} />
      {settings.error ? <ProblemPanel error={settings.error} onRetry={() => settings.refetch()} /> : null}
      {settings.isPending ? <Loading lines={9} /> : null}
      {settings.data ? <Settings items={settings.data.items} onAsk={setAsking} /> : null}
      {asking ? <Change {...asking} onClose={() => setAsking(null)} /> : null}
    </>
  );
}

function Settings({ items, onAsk }: { items: PrivacySettingView[]; onAsk: (asking: Asking) => void }) {
  const text = useText(privacySettingsText);
  const words = useText(privacyText);
  const format = useFormat();
  const { language } = useLanguage();
  return (
    <DataTable
      label={text.title}
      rows={items}
      keyOf={({ name }) => name}
      columns={[
        { header: text.what, role: 'title', cell: ({ what }) => <b>{what[language]}</b> },
        { header: text.value, cell: ({ unit, value }) => text.units[unit](format.integer(value)) },
        {
          header: text.chosen,
          cell: ({ set }) =>
            set ? (
              <span>
                {set.reason}
                <br />
                <small>{words.by(set.by, format.dateTime(set.at))}</small>
              </span>
            ) : (
              text.usual
            ),
        },
        { header: words.basis, muted: true, cell: ({ basis }) => basis },
        {
          header: text.change,
          role: 'acts',
          cell: (setting) => (
            <>
              <Button size="xs" variant="default" onClick={() => onAsk({ setting, back: false })}>
                {text.change}
              </Button>{' '}
              {setting.set ? (
                <Button size="xs" variant="default" onClick={() => onAsk({ setting, back: true })}>
                  {text.back}
                </Button>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

function Change({ setting, back, onClose }: Asking & { onClose: () => void }) {
  const text = useText(privacySettingsText);
  const format = useFormat();
  const { language } = useLanguage();
  const client = useQueryClient();
  const { least, most, default: usual } = setting;
  const save = useMutation({
    mutationFn: (body: { name: string; value: number | null; reason: string }) =>
      call(routes.setPrivacySetting, { body: body as never }),
    onSuccess: (list) => {
      client.setQueryData(apiQuery('listPrivacySettings').queryKey, list);
      onClose();
    },
  });
  const turns = setting.unit === 'switch';
  const value = (chosen: number) => (back ? null : turns ? 1 - setting.value : chosen);
  return (
    <ReasonDialog
      title={text.changeTitle(setting.what[language])}
      action={back ? text.back : text.save}
      {...(!back && !turns && { number: { label: text.number, value: setting.value, least, most } })}
      busy={save.isPending}
      error={save.error}
      onSave={(reason, chosen) => save.mutate({ name: setting.name, value: value(chosen), reason })}
      onClose={onClose}
    >
      {turns ? text.turn : text.range(format.integer(least), format.integer(most), format.integer(usual))}
    </ReasonDialog>
  );
}
