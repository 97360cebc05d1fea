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
import { DataTable } from '../ui/data-table.tsx';
import { Listed } from '../ui/listed.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
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
  return (
    <>
      <PageHeader title={text.title} lede={text.lede} />
      <Listed
        query={devices}
        items={devices.data?.items}
        lines={5}
        empty={{
          title: text.none,
          why: text.noneWhy,
          icon: <IconDeviceMobile size={40} stroke={1.3} aria-hidden />,
        }}
      >
        {(items) => <DeviceTable devices={items} onRevoke={setRevoking} />}
      </Listed>
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
    <DataTable
      label={text.title}
      rows={devices}
      keyOf={({ id }) => id}
      columns={[
        {
          header: text.owner,
          role: 'title',
          cell: ({ owner, username }) => (
            <span>
              <b>{owner}</b>
              <small className={styles.small}>{username}</small>
            </span>
          ),
        },
        {
          header: text.device,
          cell: ({ name, enrolledAt }) => (
            <span>
              {name}
              <small className={styles.small}>{text.enrolled(format.shortDate(enrolledAt))}</small>
            </span>
          ),
        },
        { header: text.areas, cell: ({ areas }) => areas.map(nameOf).join('; ') || '–' },
        {
          header: text.seen,
          cell: (device) => (
            <span>
              {format.dateTime(device.seenAt)}
              <Quiet device={device} />
            </span>
          ),
        },
        { header: text.held, cell: (device) => <Held held={device.held} /> },
        { header: text.state, cell: (device) => <DeviceState device={device} /> },
        {
          header: text.revoke,
          role: 'acts',
          cell: (device) =>
            device.revokedAt ? null : (
              <Button size="xs" variant="default" onClick={() => onRevoke(device)}>
                {text.revoke}
              </Button>
            ),
        },
      ]}
    />
  );
}

/** What waits on the phone, as it said at its last contact. */
function Held({ held }: { held: Device['held'] }) {
  const text = useText(devicesText);
  const format = useFormat();
  if (held === null) return <>–</>;
  const { waiting, undecided, oldestAt } = held;
  if (waiting + undecided === 0) return <>{text.nothingHeld}</>;
  return (
    <span>
      {undecided > 0 ? <b className={styles.undecided}>{text.undecided(format.integer(undecided))}</b> : null}
      {waiting > 0 ? <span className={styles.waiting}>{text.waiting(format.integer(waiting))}</span> : null}
      {oldestAt ? <small className={styles.small}>{text.heldSince(format.dateTime(oldestAt))}</small> : null}
    </span>
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
