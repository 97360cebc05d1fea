import { routes } from '@jangkau/contracts';
import { Button, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconCoins } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { readMemberSearch } from '../members/member-search-input.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { Listed } from '../ui/listed.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { toastDone } from '../ui/toast.ts';
import { uiText } from '../ui/ui-text.ts';
import styles from './money.module.css';
import { moneyText } from './money-text.ts';

type Holding = z.output<(typeof routes)['listSuspense']['response']>['items'][number];

/** Money that belongs to no family yet; an officer who found the family hands it over. */
export function SuspenseList() {
  const text = useText(moneyText);
  const format = useFormat();
  const list = useQuery(apiQuery('listSuspense'));
  const [giving, setGiving] = useState<Holding | null>(null);
  return (
    <section className={styles.section}>
      <h2>{text.suspenseTitle}</h2>
      <p className={styles.why}>{text.suspenseWhy}</p>
      <Listed
        query={list}
        items={list.data?.items}
        lines={3}
        empty={{ title: text.noSuspense, icon: <IconCoins size={36} stroke={1.3} aria-hidden /> }}
      >
        {(items) => (
          <DataTable
            label={text.suspenseTitle}
            rows={items}
            keyOf={({ holdingId }) => holdingId}
            columns={[
              { header: text.paidOn, cell: ({ paidOn }) => format.shortDate(paidOn) },
              { header: text.bank, cell: ({ bank }) => bank },
              { header: text.reference, cell: ({ reference }) => reference },
              { header: text.va, cell: ({ va }) => va ?? '–' },
              { header: text.amount, number: true, cell: ({ amount }) => rupiah(format, amount) },
              {
                header: text.give,
                role: 'acts',
                cell: (holding) => (
                  <Button size="xs" variant="default" onClick={() => setGiving(holding)}>
                    {text.give}
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Listed>
      {giving ? <GiveDialog holding={giving} onClose={() => setGiving(null)} /> : null}
    </section>
  );
}

function GiveDialog({ holding, onClose }: { holding: Holding; onClose: () => void }) {
  const text = useText(moneyText);
  const ui = useText(uiText);
  const format = useFormat();
  const client = useQueryClient();
  const [typed, setTyped] = useState('');
  const [settled] = useDebouncedValue(typed, 250);
  const search = readMemberSearch(settled);
  const found = useQuery({
    queryKey: ['searchMembers', search],
    enabled: search !== undefined,
    queryFn: ({ signal }) =>
      call(routes.searchMembers, { body: { search: search ?? { name: '' }, limit: 6 }, signal }),
  });
  const give = useMutation({
    mutationFn: (memberId: number) =>
      call(routes.resolveSuspense, { params: { holdingId: holding.holdingId }, body: { memberId } }),
    onSuccess: async () => {
      toastDone(text.given);
      onClose();
      await client.invalidateQueries({ queryKey: ['listSuspense'] });
      await client.invalidateQueries({ queryKey: ['getReconciliation'] });
    },
  });
  const people = search ? found.data?.items : undefined;
  return (
    <Modal opened onClose={onClose} title={text.giveTitle} closeButtonProps={{ 'aria-label': ui.close }}>
      <p className={styles.why}>{text.giveWhy(rupiah(format, holding.amount), holding.va ?? '–')}</p>
      <TextInput
        label={text.find}
        value={typed}
        autoComplete="off"
        data-autofocus
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <ul className={styles.people}>
        {people?.map((member) => (
          <li key={member.memberId}>
            <span>
              {member.name}
              <small>
                {[member.born ? format.shortDate(member.born) : null, member.village, member.card]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </span>
            <Button
              size="xs"
              loading={give.isPending && give.variables === member.memberId}
              disabled={give.isPending}
              aria-label={text.giveTo(member.name)}
              onClick={() => give.mutate(member.memberId)}
            >
              {text.give}
            </Button>
          </li>
        ))}
      </ul>
      {people?.length === 0 ? <p className={styles.why}>{text.nobody}</p> : null}
      {give.error ? <ProblemPanel error={give.error} /> : null}
      {found.error ? <ProblemPanel error={found.error} /> : null}
    </Modal>
  );
}
