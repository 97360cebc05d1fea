import type { Action } from '@jangkau/access';
import {
  IconArrowsDiff,
  IconBook2,
  IconCards,
  IconChartDots,
  IconChecklist,
  IconDatabaseExport,
  IconFingerprint,
  IconHelpHexagon,
  IconHome,
  IconHourglass,
  IconLicense,
  IconListSearch,
  IconMailQuestion,
  IconMap2,
  IconMenu2,
  IconPrinter,
  IconProgress,
  IconReportAnalytics,
  IconShieldExclamation,
  IconUserOff,
  IconUserQuestion,
  IconUsers,
  IconUserX,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../api/use-session.ts';
import { BackupWarning } from '../backups/backup-warning.tsx';
import { privacyText } from '../privacy/privacy-text.ts';
import { useText } from '../text/language-context.tsx';
import { appText } from './app-text.ts';
import styles from './navigation.module.css';

/** The run whose pages are open; its results can be visited once it is ready. */
export interface OpenRun {
  id: string;
  number: string;
  ready: boolean;
}

const ICON = { size: 20, stroke: 1.6, 'aria-hidden': true } as const;

/** The places of the app, and those of one run while one is open. */
export function Navigation({ run, onLeave }: { run: OpenRun | null; onLeave?: () => void }) {
  const text = useText(appText);
  const session = useSession();
  return (
    <nav aria-label={text.mainMenu} className={styles.nav}>
      <ul>
        <Item to="/" exact icon={<IconHome {...ICON} />} label={text.home} onLeave={onLeave} />
        <Item to="/petakan" icon={<IconListSearch {...ICON} />} label={text.map} onLeave={onLeave} />
        <Item to="/bandingkan" icon={<IconArrowsDiff {...ICON} />} label={text.compare} onLeave={onLeave} />
      </ul>
      {run ? <RunItems run={run} onLeave={onLeave} /> : null}
      <PrivacyItems onLeave={onLeave} />
      <ul className={styles.foot}>
        {session?.actions.includes('backup.read') ? (
          <Item
            to="/pencadangan"
            icon={<IconDatabaseExport {...ICON} />}
            label={text.backups}
            mark={<BackupWarning />}
            onLeave={onLeave}
          />
        ) : null}
        <Item to="/metode" icon={<IconBook2 {...ICON} />} label={text.method} onLeave={onLeave} />
        <Item to="/lisensi" icon={<IconLicense {...ICON} />} label={text.licences} onLeave={onLeave} />
      </ul>
    </nav>
  );
}

/** Data protection, as far as the roles of whoever is signed in reach. */
function PrivacyItems({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const words = useText(privacyText);
  const session = useSession();
  const all: Array<[Action, string, string, ReactNode]> = [
    [
      'subject-request.manage',
      '/pelindungan/permohonan',
      words.requests,
      <IconMailQuestion key="i" {...ICON} />,
    ],
    ['breach.manage', '/pelindungan/insiden', words.breaches, <IconShieldExclamation key="i" {...ICON} />],
    ['retention.manage', '/pelindungan/retensi', words.retention, <IconHourglass key="i" {...ICON} />],
    ['audit.read', '/pelindungan/audit', words.audit, <IconFingerprint key="i" {...ICON} />],
  ];
  const items = all.filter(([action]) => session?.actions.includes(action));
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={styles.group}>{words.group}</h2>
      <ul>
        {items.map(([, to, label, icon]) => (
          <Item key={to} to={to} icon={icon} label={label} onLeave={onLeave} />
        ))}
      </ul>
    </>
  );
}

function RunItems({ run, onLeave }: { run: OpenRun; onLeave?: () => void }) {
  const text = useText(appText);
  const base = `/pemetaan/${run.id}`;
  if (!run.ready)
    return (
      <>
        <h2 className={styles.group}>{text.runMenu(run.number)}</h2>
        <ul>
          <Item
            to={`${base}/proses`}
            icon={<IconProgress {...ICON} />}
            label={text.progress}
            onLeave={onLeave}
          />
        </ul>
      </>
    );
  const items: Array<[string, string, ReactNode]> = [
    [`${base}/wilayah`, text.areas, <IconMap2 key="i" {...ICON} />],
    [`${base}/daftar/uncovered`, text.uncovered, <IconUserX key="i" {...ICON} />],
    [`${base}/daftar/inactive`, text.inactive, <IconUserOff key="i" {...ICON} />],
    [`${base}/daftar/doubtful`, text.doubtful, <IconUserQuestion key="i" {...ICON} />],
    [`${base}/daftar/duplicates`, text.duplicates, <IconCards key="i" {...ICON} />],
    [`${base}/daftar/unmatched`, text.unmatched, <IconHelpHexagon key="i" {...ICON} />],
    [`${base}/daftar/all`, text.all, <IconUsers key="i" {...ICON} />],
    [`${base}/tinjau`, text.review, <IconChecklist key="i" {...ICON} />],
    [`${base}/cetak`, text.print, <IconPrinter key="i" {...ICON} />],
    [`${base}/model`, text.model, <IconChartDots key="i" {...ICON} />],
  ];
  return (
    <>
      <h2 className={styles.group}>{text.runMenu(run.number)}</h2>
      <ul>
        <Item
          to={base}
          exact
          icon={<IconReportAnalytics {...ICON} />}
          label={text.summary}
          onLeave={onLeave}
        />
        {items.map(([to, label, icon]) => (
          <Item key={to} to={to} icon={icon} label={label} onLeave={onLeave} />
        ))}
      </ul>
    </>
  );
}

interface ItemProps {
  to: string;
  label: string;
  icon: ReactNode;
  exact?: boolean;
  /** What asks for attention there. */
  mark?: ReactNode;
  onLeave?: (() => void) | undefined;
}

function Item({ to, label, icon, exact, mark, onLeave }: ItemProps) {
  return (
    <li>
      <Link
        to={to}
        activeOptions={{ exact: exact ?? false, includeSearch: false }}
        className={styles.item}
        title={label}
        onClick={() => onLeave?.()}
      >
        {icon}
        <span className={styles.label}>{label}</span>
        {mark}
      </Link>
    </li>
  );
}

/** The four places under the thumb on a phone. */
export function BottomBar({ runId, onMenu }: { runId: string | null; onMenu: () => void }) {
  const text = useText(appText);
  const base = runId ? `/pemetaan/${runId}` : null;
  return (
    <nav className={styles.bottom} aria-label={text.menu}>
      <BottomItem to="/" exact icon={<IconHome {...ICON} />} label={text.home} />
      {base ? (
        <>
          <BottomItem to={base} exact icon={<IconReportAnalytics {...ICON} />} label={text.summary} />
          <BottomItem to={`${base}/daftar/uncovered`} icon={<IconUserX {...ICON} />} label={text.uncovered} />
          <BottomItem to={`${base}/tinjau`} icon={<IconChecklist {...ICON} />} label={text.review} />
        </>
      ) : (
        <BottomItem to="/petakan" icon={<IconListSearch {...ICON} />} label={text.map} />
      )}
      <button type="button" className={styles.thumb} onClick={onMenu}>
        <IconMenu2 {...ICON} />
        <span>{text.menu}</span>
      </button>
    </nav>
  );
}

function BottomItem({ to, label, icon, exact }: Omit<ItemProps, 'onLeave'>) {
  return (
    <Link to={to} activeOptions={{ exact: exact ?? false, includeSearch: false }} className={styles.thumb}>
      {icon}
      <span>{label}</span>
    </Link>
  );
}
