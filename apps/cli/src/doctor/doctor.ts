import { stat } from 'node:fs/promises';
import path from 'node:path';
import { readSettings, type Settings, secretKeyIds, settingNames } from '@jangkau/server';
import { databaseReport, reachOwner } from '@jangkau/store';
import { isServerRunning } from '../areas/import-through-server.ts';
import { databaseFailure } from '../terminal/database-failure.ts';
import { CommandFailure } from '../terminal/exit-code.ts';
import { databaseFindings } from './database-findings.ts';
import { type Finding, fine, type Level, problem } from './finding.ts';
import { folderFindings, portFinding, programFindings } from './machine-findings.ts';
import { settingsFindings } from './settings-findings.ts';

const marks: Record<Level, string> = {
  ok: 'baik / ok     ',
  warning: 'PERINGATAN    ',
  problem: 'MASALAH       ',
};

/** Looks at everything a server needs, says what is wrong and what to do; exit code 0, 1 or 2. */
export async function doctor(options: { json?: boolean }): Promise<void> {
  const findings = await diagnose(process.env);
  const worst = findings.some(({ level }) => level === 'problem')
    ? 2
    : findings.some(({ level }) => level === 'warning')
      ? 1
      : 0;
  process.stdout.write(options.json ? `${JSON.stringify({ worst, findings }, null, 2)}\n` : asText(findings));
  process.exitCode = worst;
}

async function diagnose(environment: Record<string, string | undefined>): Promise<Finding[]> {
  const findings = await programFindings();
  let settings: Settings | undefined;
  let fault: string | undefined;
  try {
    settings = readSettings(environment);
  } catch (error) {
    fault = (error instanceof Error ? error.message : String(error)).replace(/^.*invalid settings: /, '');
  }
  findings.push(...settingsFindings(environment, settingNames, fault));
  if (!settings) return findings;
  const serving = await isServerRunning(settings);
  findings.push(await portFinding(settings, serving), ...(await folderFindings(settings)));
  findings.push(...(await lookAtDatabase(settings, serving)));
  return findings;
}

async function lookAtDatabase(settings: Settings, serving: boolean): Promise<Finding[]> {
  const directory = path.join(settings.dataDir, 'postgres');
  const made = settings.databaseUrl ?? (await stat(path.join(directory, 'data')).catch(() => undefined));
  if (made === undefined)
    return [
      fine(
        'database',
        'Basis data belum ada; dibuat saat mulai.',
        'There is no database yet; it is made at the start.',
      ),
    ];
  try {
    const owner = await reachOwner({ url: settings.databaseUrl, directory });
    try {
      const keys = await secretKeyIds(settings.signIn.secretKey, settings.dataDir);
      return databaseFindings(await databaseReport(owner.connection), new Date(), serving, keys);
    } finally {
      await owner.close();
    }
  } catch (error) {
    const known = databaseFailure(error);
    const en = error instanceof Error ? error.message : String(error);
    const id = known instanceof CommandFailure ? known.messageId : `Basis data tidak dapat dibuka: ${en}`;
    return [
      problem(
        'database',
        [id, en],
        [
          'Lihat "Basis data tidak mau mulai" di docs/runbook.md; jangan menghapus folder data.',
          'See "The database does not start" in docs/runbook.md; do not delete the data folder.',
        ],
      ),
    ];
  }
}

function asText(findings: Finding[]): string {
  const lines = findings.flatMap(({ level, id, en, adviceId, adviceEn }) => [
    `${marks[level]}${id}`,
    `              ${en}`,
    ...(adviceId ? [`           -> ${adviceId}`, `              ${adviceEn}`] : []),
  ]);
  return `${lines.join('\n')}\n`;
}
