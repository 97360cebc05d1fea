import { type Device, routes } from '@jangkau/contracts';
import { Button } from '@mantine/core';
import { IconDeviceMobile } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import table from '../ui/table.module.css';
import { toastDone } from '../ui/toast.ts';
import styles from './devices.module.css';
import { devicesText } from './devices-text.ts';
import { SettledConflicts } from './settled-conflicts.tsx';

const dayMs = 86_400_000;
/** So long without a contact an agent is asked what is the matter. */
const quietDays = 3;

/** Phones of agents: who has one, when it was last heard of, and how it is made to forget everything. */
export function DevicesPage() {
  const text = useText(devicesText);
  const client = useQueryClient();
  const devices = useQuery(apiQuery('listDevices'));
  const [revoking, setRevoking] = useState<Device | null>(null);
  const revoke = useMutation({
    mutationFn: (id: string) => call(routes.revokeDevice, { params: { id } }),
    onSuccess: async () => {
      toastDone(text.revoked);
      setRevoking(null);
      await client.invalidateQueries({ queryKey: ['listDevices'] });
    },
  });
  const items = devices.data?.items;
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      {devices.isPending ? <Loading lines={5} height={28} /> : null}
      {devices.error ? <ProblemPanel error={devices.error} onRetry={() => devices.refetch()} /> : null}
      {items?.length === 0 ? (
        <EmptyState title={text.none} icon={<IconDeviceMobile size={40} stroke={1.3} aria-hidden />}>
          {text.noneWhy}
        </EmptyState>
      ) : null}
      {items && items.length > 0 ? <DeviceTable devices={items} onRevoke={setRevoking} /> : null}
      <SettledConflicts />
      {revoking ? (
        <ConfirmDialog
          opened
          title={text.revokeTitle(revoking.name)}
          action={text.revoke}
          dangerous
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(revoking.id)}
          onClose={() => setRevoking(null)}
        >
          {text.revokeWhy(revoking.owner)}
        </ConfirmDialog>
      ) : null}
    </>
  );
}

function DeviceTable({
  devices,
  onRevoke,
}: {
  devices: readonly Device[];
  onRevoke: (device: Device) => void;
}) {
  const text = useText(devicesText);
  const format = useFormat();
  const nameOf = useAreaNames();
  return (
    <ScrollBox label={text.title}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.owner}</th>
            <th scope="col">{text.device}</th>
            <th scope="col">{text.areas}</th>
            <th scope="col">{text.seen}</th>
            <th scope="col">{text.state}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {devices.map((device) => (
            <tr key={device.id}>
              <td>
                <b>{device.owner}</b>
                <small className={styles.small}>{device.username}</small>
              </td>
              <td data-label={text.device}>
                <span>
                  {device.name}
                  <small className={styles.small}>{text.enrolled(format.shortDate(device.enrolledAt))}</small>
                </span>
              </td>
              <td data-label={text.areas}>{device.areas.map(nameOf).join('; ') || '–'}</td>
              <td data-label={text.seen}>
                <span>
                  {format.dateTime(device.seenAt)}
                  <Quiet device={device} />
                </span>
              </td>
              <td data-label={text.state}>
                <DeviceState device={device} />
              </td>
              <td>
                {device.revokedAt ? null : (
                  <Button size="xs" variant="default" onClick={() => onRevoke(device)}>
                    {text.revoke}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function Quiet({ device }: { device: Device }) {
  const text = useText(devicesText);
  const format = useFormat();
  const days = Math.floor((Date.now() - Date.parse(device.seenAt)) / dayMs);
  if (device.revokedAt || days < quietDays) return null;
  return <small className={styles.quiet}>{text.quiet(format.integer(days))}</small>;
}

function DeviceState({ device }: { device: Device }) {
  const text = useText(devicesText);
  const format = useFormat();
  const state = device.wipedAt ? 'wiped' : device.revokedAt ? 'waits' : 'inUse';
  const tone = state === 'inUse' ? 'covered' : state === 'waits' ? 'inactive' : 'plain';
  return (
    <span>
      <StateBadge tone={tone}>{text.states[state]}</StateBadge>
      {device.reason ? <small className={styles.small}>{text.reasons[device.reason]}</small> : null}
      {device.rescued > 0 ? (
        <small className={styles.small}>{text.rescued(format.integer(device.rescued))}</small>
      ) : null}
    </span>
  );
}
