import { type PeopleList, routes, routeUrl } from '@jangkau/contracts';
import { Button, Menu, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useText } from '../text/language-context.tsx';
import { Segments } from '../ui/segments.tsx';
import { uiText } from '../ui/ui-text.ts';
import styles from './list.module.css';
import { type ListSearch, peopleQueryOf } from './list-search.ts';
import { listText } from './list-text.ts';

interface ExportMenuProps {
  runId: string;
  list: PeopleList;
  search: ListSearch;
  /** How many people the file will hold, in words. */
  count: ReactNode;
}

const SHORTEST_REASON = 5;

/** Downloads of a list as filtered: masked at once, full numbers after giving a reason. */
export function ExportMenu({ runId, list, search, count }: ExportMenuProps) {
  const text = useText(listText);
  const ui = useText(uiText);
  const [opened, dialog] = useDisclosure(false);
  const [format, setFormat] = useState<'csv' | 'xlsx'>('xlsx');
  const [purpose, setPurpose] = useState('');
  const address = (query: Record<string, string>) =>
    routeUrl(routes.exportPeople, { id: runId }, { ...peopleQueryOf(list, search), ...query });
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
          <Menu.Item component="a" href={address({ format: 'csv' })} download>
            {text.exportCsv}
          </Menu.Item>
          <Menu.Item component="a" href={address({ format: 'xlsx' })} download>
            {text.exportXlsx}
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={dialog.open}>{text.exportFull}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={opened}
        onClose={dialog.close}
        title={text.exportFullTitle}
        closeButtonProps={{ 'aria-label': ui.close }}
      >
        <div className={styles.dialog}>
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
          <div className={styles.dialogActions}>
            <Button variant="default" onClick={dialog.close}>
              {ui.cancel}
            </Button>
            <Button
              component="a"
              href={address({ format, numbers: 'full', purpose: purpose.trim() })}
              download
              onClick={dialog.close}
              data-disabled={purpose.trim().length < SHORTEST_REASON || undefined}
              aria-disabled={purpose.trim().length < SHORTEST_REASON}
            >
              {text.exportNow}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
