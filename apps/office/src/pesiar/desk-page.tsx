import { type Desk, type DeskForm, type FormStatus, routes } from '@jangkau/contracts';
import { exitNames } from '@jangkau/pesiar';
import { Button, Checkbox } from '@mantine/core';
import { IconInbox } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { call } from '../api/call.ts';
import { apiQuery } from '../api/query-options.ts';
import { useMay } from '../api/use-session.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { EmptyState } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import { Segments } from '../ui/segments.tsx';
import table from '../ui/table.module.css';
import { toastDone, toastFailure } from '../ui/toast.ts';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';
import { QuotaPanel } from './quota-panel.tsx';
import { RefuseDialog } from './refuse-dialog.tsx';

type DeskName = z.output<typeof Desk>;
type Status = z.output<typeof FormStatus>;
const statuses: readonly Status[] = ['waiting', 'approved', 'refused', 'lapsed', 'active'];

/** Forms of registration at the desk of whoever is signed in, and the decisions about them. */
export function DeskPage() {
  const text = useText(pesiarText);
  const may = useMay();
  const search = useSearch({ from: '/office/pesiar/meja' });
  const navigate = useNavigate({ from: '/pesiar/meja' });
  const own: DeskName[] = [];
  if (may('desk.social')) own.push('dinas-sosial');
  if (may('desk.employer')) own.push('employer');
  if (may('desk.officer')) own.push('officer');
  const open: DeskName[] = may('desk.read') ? ['dinas-sosial', 'employer', 'officer'] : own;
  const desk = search.desk && open.includes(search.desk) ? search.desk : (own[0] ?? open[0]);
  const status = search.status ?? 'waiting';
  if (!desk) return <EmptyState title={text.noForms} />;
  return (
    <>
      <PageHeader title={text.desk} lede={text.deskLede} />
      <div className={styles.area}>
        {open.length > 1 ? (
          <Segments
            label={text.whichDesk}
            value={desk}
            options={open.map((value) => ({ value, label: text.desks[value] }))}
            onChange={(next) => void navigate({ search: { ...search, desk: next }, replace: true })}
          />
        ) : null}
        <Segments
          label={text.status}
          value={status}
          options={statuses.map((value) => ({ value, label: text.statuses[value] }))}
          onChange={(next) => void navigate({ search: { ...search, status: next }, replace: true })}
        />
      </div>
      {desk === 'dinas-sosial' && may('quota.manage') ? <QuotaPanel /> : null}
      <Forms key={`${desk} ${status}`} desk={desk} status={status} decides={own.includes(desk)} />
    </>
  );
}

function Forms({ desk, status, decides }: { desk: DeskName; status: Status; decides: boolean }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const { language } = useLanguage();
  const may = useMay();
  const client = useQueryClient();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [dialog, setDialog] = useState<'approve' | 'refuse' | null>(null);
  // A business sees its own workers and nobody else's desk.
  const all = useQuery({
    ...apiQuery('listForms', { query: { desk, status, limit: 200 } }),
    enabled: may('desk.read'),
  });
  const workers = useQuery({
    ...apiQuery('listOwnWorkers', { query: { status } }),
    enabled: !may('desk.read'),
  });
  const forms = may('desk.read') ? all : workers;
  const items = forms.data?.items ?? [];
  const settled = async (message: string) => {
    toastDone(message);
    setChosen([]);
    setDialog(null);
    await Promise.all(
      ['listForms', 'listOwnWorkers', 'getQuota', 'getDesks', 'getFunnel'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  };
  const approve = useMutation({
    mutationFn: (reference: string) =>
      call(desk === 'dinas-sosial' ? routes.approveSocial : routes.confirmWorkers, {
        body: { forms: [...chosen], reference },
      }),
    onSuccess: (done) =>
      settled(
        desk === 'dinas-sosial'
          ? text.decidedSocial(
              format.integer(done.approved),
              format.integer(done.overQuota),
              done.startsOn ? format.date(done.startsOn) : '–',
            )
          : text.decided(format.integer(done.approved), format.integer(done.refused)),
      ),
  });
  const verify = useMutation({
    mutationFn: (form: string) => call(routes.approveForm, { params: { form }, body: {} }),
    onSuccess: () => settled(text.verified),
    onError: (error) => toastFailure(error, language),
  });
  const acts = decides && status === 'waiting';
  const choose = (form: string, on: boolean) =>
    setChosen(on ? [...chosen, form] : chosen.filter((one) => one !== form));
  const n = format.integer(chosen.length);
  return (
    <>
      {forms.isPending ? <Loading lines={6} height={28} /> : null}
      {forms.error ? <ProblemPanel error={forms.error} onRetry={() => forms.refetch()} /> : null}
      {forms.data && items.length === 0 ? (
        <EmptyState title={text.noForms} icon={<IconInbox size={40} stroke={1.3} aria-hidden />}>
          {text.noFormsWhy}
        </EmptyState>
      ) : null}
      {items.length > 0 ? (
        <ScrollBox label={text.desk}>
          <table className={`${table.table} ${table.cards}`}>
            <thead>
              <tr>
                {acts ? <td className={styles.pick} /> : null}
                <th scope="col">{text.name}</th>
                <th scope="col">{text.form}</th>
                <th scope="col">{text.handedIn}</th>
                <th scope="col">{text.state}</th>
                {acts && desk === 'officer' ? <td /> : null}
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.form}>
                  {acts ? (
                    <td>
                      <Checkbox
                        aria-label={text.choose(item.name)}
                        checked={chosen.includes(item.form)}
                        onChange={(event) => choose(item.form, event.currentTarget.checked)}
                      />
                    </td>
                  ) : null}
                  <td>
                    <span className={styles.person}>
                      {may('case.read') ? (
                        <Link to="/pesiar/kasus/$caseId" params={{ caseId: item.caseId }}>
                          {item.name}
                        </Link>
                      ) : (
                        item.name
                      )}
                      <small className={styles.small}>
                        {[
                          item.banjar,
                          item.people > 1 ? `${format.integer(item.people)} ${text.people}` : null,
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </small>
                    </span>
                  </td>
                  <td data-label={text.form}>
                    <span>
                      {exitNames[item.exit][language]}
                      {item.employerName ? <small className={styles.small}>{item.employerName}</small> : null}
                    </span>
                  </td>
                  <td data-label={text.handedIn}>
                    <span>
                      {format.shortDate(item.handedInAt.slice(0, 10))}
                      <small className={styles.small}>{item.handedInBy}</small>
                    </span>
                  </td>
                  <td data-label={text.state}>
                    <StateOf form={item} />
                  </td>
                  {acts && desk === 'officer' ? (
                    <td>
                      <Button
                        size="xs"
                        variant="default"
                        loading={verify.isPending && verify.variables === item.form}
                        onClick={() => verify.mutate(item.form)}
                      >
                        {text.verify}
                      </Button>
                    </td>
                  ) : null}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
      {acts && chosen.length > 0 ? (
        <div className={styles.acts}>
          <span aria-live="polite">{text.chosen(n)}</span>
          {desk === 'officer' ? null : (
            <Button onClick={() => setDialog('approve')}>
              {desk === 'employer' ? text.confirm : text.approve}
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('refuse')}>
            {text.refuse}
          </Button>
        </div>
      ) : null}
      {dialog === 'approve' ? (
        <ReasonDialog
          title={text.approveTitle(n)}
          action={desk === 'employer' ? text.confirm : text.approve}
          question={{ label: text.reference, hint: text.referenceHint }}
          busy={approve.isPending}
          error={approve.error}
          onSave={(reference) => approve.mutate(reference)}
          onClose={() => setDialog(null)}
        >
          {desk === 'employer' ? text.confirmWhy : text.approveWhy}
        </ReasonDialog>
      ) : null}
      {dialog === 'refuse' ? (
        <RefuseDialog
          desk={desk}
          forms={chosen}
          onDone={(refused) => void settled(text.refused(format.integer(refused)))}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </>
  );
}

function StateOf({ form }: { form: DeskForm }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const reasons = form.reasons.map((reason) => text.refusals[reason as keyof typeof text.refusals] ?? reason);
  const toPay =
    form.amount !== null && form.startsOn && form.payUntil
      ? text.payBy(
          format.shortDate(form.startsOn),
          format.shortDate(form.payUntil),
          rupiah(format, form.amount),
        )
      : form.startsOn
        ? text.from(format.shortDate(form.startsOn))
        : null;
  return (
    <span>
      {text.statuses[form.status]}
      {[...reasons, ...(toPay ? [toPay] : [])].map((line) => (
        <small key={line} className={styles.small}>
          {line}
        </small>
      ))}
    </span>
  );
}
