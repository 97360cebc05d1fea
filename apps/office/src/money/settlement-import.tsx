import { routes, type SettlementReport } from '@jangkau/contracts';
import { Button, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import type { z } from 'zod';
import { sendFile } from '../api/send-file.ts';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Figure, Figures } from '../ui/figure.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Notice } from '../ui/notice.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './money.module.css';
import { moneyText } from './money-text.ts';

type Report = z.output<typeof SettlementReport>;

/** Takes a settlement file and shows what became of every row. */
export function SettlementImport() {
  const text = useText(moneyText);
  const client = useQueryClient();
  const [bank, setBank] = useState('');
  const [file, setFile] = useState<File | null>(null);
  const load = useMutation({
    mutationFn: (chosen: File) => sendFile(routes.importPayments, { bank, name: chosen.name }, chosen),
    onSuccess: async () => {
      setFile(null);
      await client.invalidateQueries({ queryKey: ['getReconciliation'] });
      await client.invalidateQueries({ queryKey: ['listSuspense'] });
    },
  });
  const bankRight = /^[A-Z0-9]{2,20}$/.test(bank);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (file && bankRight) load.mutate(file);
  };
  return (
    <section>
      <h2>{text.importTitle}</h2>
      <p className={styles.why}>{text.importWhy}</p>
      <form onSubmit={submit} className={styles.form}>
        <TextInput
          label={text.bank}
          description={text.bankHint}
          value={bank}
          error={bank.length > 1 && !bankRight ? text.bankWrong : undefined}
          onChange={(event) => setBank(event.currentTarget.value.toUpperCase().trim())}
          maxLength={20}
          className={styles.bank}
        />
        <FileDrop file={file} accept=".csv,.txt" hint={text.hint} onFile={setFile} />
        <Button type="submit" disabled={!file || !bankRight} loading={load.isPending}>
          {text.send}
        </Button>
      </form>
      {load.error ? <ProblemPanel error={load.error} /> : null}
      {load.data ? <ReportView report={load.data} /> : null}
    </section>
  );
}

function ReportView({ report }: { report: Report }) {
  const text = useText(moneyText);
  const format = useFormat();
  const n = format.integer;
  return (
    <div className={styles.report} aria-live="polite">
      <Notice tone="good" title={report.already ? text.already : text.done} icon={<IconCheck size={20} />}>
        {text.reconciled(
          n(report.rows),
          [report.posted, report.repeated, report.suspended, report.quarantined].map(n).join(' + '),
        )}{' '}
        {report.reactivated > 0 ? text.reactivated(n(report.reactivated)) : ''}
      </Notice>
      <Figures>
        <Figure label={text.rows} value={n(report.rows)} note={rupiah(format, report.amountRead)} />
        <Figure label={text.posted} value={n(report.posted)} note={rupiah(format, report.amountPosted)} />
        <Figure label={text.repeated} value={n(report.repeated)} />
        <Figure label={text.suspended} value={n(report.suspended)} />
        <Figure
          label={text.quarantined}
          value={n(report.quarantined)}
          note={report.quarantined > 0 ? rupiah(format, report.amountQuarantined) : undefined}
          tone={report.quarantined > 0 ? 'inactive' : 'plain'}
        />
      </Figures>
      {report.refused.length > 0 ? (
        <ScrollBox label={text.refused}>
          <table className={table.table}>
            <caption className={styles.caption}>{text.refused}</caption>
            <thead>
              <tr>
                <th scope="col">{text.line}</th>
                <th scope="col">{text.column}</th>
                <th scope="col">{text.reason}</th>
              </tr>
            </thead>
            <tbody>
              {report.refused.map((row) => (
                <tr key={`${row.line} ${row.column} ${row.reason}`}>
                  <td>{n(row.line)}</td>
                  <td>{row.column ?? '–'}</td>
                  <td>{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      ) : null}
    </div>
  );
}
