import { type ExportInput, type PeopleList, routes } from '@jangkau/contracts';
import { Button, Menu, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { call } from '../api/call.ts';
import { downloadOrder } from '../api/download-order.ts';
import { useSession } from '../api/use-session.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Segments } from '../ui/segments.tsx';
import { toastFailure } from '../ui/toast.ts';
import { type ListSearch, peopleQueryOf } from './list-search.ts';
import { listText } from './list-text.ts';

interface ExportMenuProps {
  runId: string;
  list: PeopleList;
  search: ListSearch;
  /** What was searched for. */
  words: string;
  /** How many people the file will hold, in words. */
  count: ReactNode;
}

const SHORTEST_REASON = 5;

/** Downloads of a list as filtered: masked at once, full numbers after giving a reason. */
export function ExportMenu({ runId, list, search, words, count }: ExportMenuProps) {
  const text = useText(listText);
  const [opened, dialog] = useDisclosure(false);
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx');
  const [purpose, setPurpose] = useState('');
  const { language } = useLanguage();
  const session = useSession();
  const mayExport = session?.actions.includes('export.people') ?? false;
  const order = useMutation({
    mutationFn: (how: Pick<ExportInput, 'format'> & Partial<ExportInput>) =>
      call(routes.orderExport, {
        params: { id: runId },
        body: { ...peopleQueryOf(list, search), ...(words && { q: words }), ...how },
      }),
    onSuccess: ({ id }) => {
      downloadOrder(id);
      dialog.close();
    },
    onError: (error) => {
      if (!opened) toastFailure(error, language);
    },
  });
  if (!mayExport) return null;
  const [before = '', after = ''] = text.exportFullWhat('\u0000').split('\u0000');

  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" rightSection={<IconChevronDown size={15} aria-hidden />}>
            {text.export}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => order.mutate({ format: 'csv' })}>{text.exportCsv}</Menu.Item>
          <Menu.Item onClick={() => order.mutate({ format: 'xlsx' })}>{text.exportXlsx}</Menu.Item>
          {session?.actions.includes('export.full') ? (
            <>
              <Menu.Divider />
              <Menu.Item onClick={dialog.open}>{text.exportFull}</Menu.Item>
            </>
          ) : null}
        </Menu.Dropdown>
      </Menu>
      <FormDialog
        opened={opened}
        title={text.exportFullTitle}
        action={text.exportNow}
        ready={purpose.trim().length >= SHORTEST_REASON}
        busy={order.isPending}
        error={order.error}
        onSubmit={() => order.mutate({ format, numbers: 'full', purpose: purpose.trim(), confirm: true })}
        onClose={dialog.close}
      >
        <p>
          {before}
          <b>{count}</b>
          {after}
        </p>
        <TextInput
          label={text.exportReason}
          description={text.exportReasonHint}
          value={purpose}
          onChange={(event) => setPurpose(event.currentTarget.value)}
          maxLength={300}
          data-autofocus
        />
        <Segments
          label={text.format}
          value={format}
          onChange={setFormat}
          options={[
            { value: 'xlsx', label: 'Excel' },
            { value: 'csv', label: 'CSV' },
          ]}
        />
      </FormDialog>
    </>
  );
}
