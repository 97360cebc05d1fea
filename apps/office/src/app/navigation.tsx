import type { Action } from '@jangkau/access';
import {
  IconAdjustments,
  IconArrowsDiff,
  IconBook2,
  IconBuildingBank,
  IconCalendarCheck,
  IconCards,
  IconChartDots,
  IconChartLine,
  IconChecklist,
  IconCoins,
  IconDatabaseExport,
  IconDeviceMobile,
  IconDeviceMobileMessage,
  IconFingerprint,
  IconHeartHandshake,
  IconHelpHexagon,
  IconHome,
  IconHourglass,
  IconInbox,
  IconKey,
  IconLicense,
  IconListDetails,
  IconListSearch,
  IconMail,
  IconMailQuestion,
  IconMap2,
  IconMenu2,
  IconMessages,
  IconPrinter,
  IconProgress,
  IconReportAnalytics,
  IconRoute,
  IconScale,
  IconShieldExclamation,
  IconSpeakerphone,
  IconTargetArrow,
  IconUserCircle,
  IconUserOff,
  IconUserPin,
  IconUserQuestion,
  IconUserSearch,
  IconUsers,
  IconUsersGroup,
  IconUserX,
  IconWalk,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay, useSession } from '../api/use-session.ts';
import { BackupWarning } from '../backups/backup-warning.tsx';
import { pesiarText } from '../pesiar/pesiar-text.ts';
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
  const may = useMay();
  return (
    <nav aria-label={text.mainMenu} className={styles.nav}>
      <ul>
        <Item to="/" exact icon={<IconHome {...ICON} />} label={text.home} onLeave={onLeave} />
        {may('run.manage') ? (
          <Item to="/petakan" icon={<IconListSearch {...ICON} />} label={text.map} onLeave={onLeave} />
        ) : null}
        {may('list.read') ? (
          <Item to="/bandingkan" icon={<IconArrowsDiff {...ICON} />} label={text.compare} onLeave={onLeave} />
        ) : null}
      </ul>
      {run && may('run.read') ? <RunItems run={run} onLeave={onLeave} /> : null}
      <MembershipItems onLeave={onLeave} />
      <PandawaItems onLeave={onLeave} />
      <PesiarItems onLeave={onLeave} />
      <AdministrationItems onLeave={onLeave} />
      <PrivacyItems onLeave={onLeave} />
      <ul className={styles.foot}>
        {may('backup.read') ? (
          <Item
            to="/pencadangan"
            icon={<IconDatabaseExport {...ICON} />}
            label={text.backups}
            mark={<BackupWarning />}
            onLeave={onLeave}
          />
        ) : null}
        <Item to="/akun" icon={<IconUserCircle {...ICON} />} label={text.account} onLeave={onLeave} />
        <Item to="/metode" icon={<IconBook2 {...ICON} />} label={text.method} onLeave={onLeave} />
        <Item to="/lisensi" icon={<IconLicense {...ICON} />} label={text.licences} onLeave={onLeave} />
      </ul>
    </nav>
  );
}

/** Data protection, as far as the roles of whoever is signed in reach. */
function PrivacyItems({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const words = useText(privacyText);
  const may = useMay();
  const all: Array<[Action, string, string, ReactNode]> = [
    [
      'subject-request.manage',
      '/pelindungan/permohonan',
      words.requests,
      <IconMailQuestion key="i" {...ICON} />,
    ],
    ['breach.manage', '/pelindungan/insiden', words.breaches, <IconShieldExclamation key="i" {...ICON} />],
    ['retention.manage', '/pelindungan/retensi', words.retention, <IconHourglass key="i" {...ICON} />],
    ['privacy-setting.manage', '/pelindungan/setelan', words.settings, <IconAdjustments key="i" {...ICON} />],
    ['audit.read', '/pelindungan/audit', words.audit, <IconFingerprint key="i" {...ICON} />],
  ];
  const items = all.filter(([action]) => may(action));
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

/** Members, what they owe, and the work of every month. */
function MembershipItems({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const text = useText(appText);
  const may = useMay();
  const all: Array<[Action, string, string, ReactNode]> = [
    ['membership.read', '/peserta', text.members, <IconUserSearch key="i" {...ICON} />],
    ['figures.read', '/angka', text.figures, <IconChartLine key="i" {...ICON} />],
    ['drive.read', '/reaktivasi', text.drive, <IconHeartHandshake key="i" {...ICON} />],
    ['campaign.read', '/kampanye', text.campaigns, <IconSpeakerphone key="i" {...ICON} />],
    ['ledger.add', '/iuran-masuk', text.money, <IconCoins key="i" {...ICON} />],
    ['ledger.add', '/iuran-pihak-lain', text.payers, <IconBuildingBank key="i" {...ICON} />],
    ['bulk.order', '/daftar-perubahan', text.changeLists, <IconListDetails key="i" {...ICON} />],
    ['month.close', '/tutup-bulan', text.monthClose, <IconCalendarCheck key="i" {...ICON} />],
    ['rule.read', '/aturan', text.rules, <IconScale key="i" {...ICON} />],
  ];
  const items = all.filter(([action]) => may(action));
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={styles.group}>{text.membership}</h2>
      <ul>
        {items.map(([, to, label, icon]) => (
          <Item key={to} to={to} icon={icon} label={label} onLeave={onLeave} />
        ))}
      </ul>
    </>
  );
}

/** Conversations with members. */
function PandawaItems({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const text = useText(appText);
  const may = useMay();
  const session = useSession();
  const all: Array<[boolean, string, string, ReactNode]> = [
    [may('chat.read'), '/pandawa', text.inbox, <IconMessages key="i" {...ICON} />],
    [
      may('simulator.use') && (session?.simulator ?? false),
      '/pandawa/simulator',
      text.simulator,
      <IconDeviceMobileMessage key="i" {...ICON} />,
    ],
  ];
  const items = all.filter(([open]) => open);
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={styles.group}>{text.pandawa}</h2>
      <ul>
        {items.map(([, to, label, icon]) => (
          <Item key={to} to={to} exact={to === '/pandawa'} icon={icon} label={label} onLeave={onLeave} />
        ))}
      </ul>
    </>
  );
}

/** The drive from door to door, and the desks its forms come to. */
function PesiarItems({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const text = useText(pesiarText);
  const may = useMay();
  const all: Array<[boolean, string, string, ReactNode]> = [
    [may('command.read'), '/pesiar', text.post, <IconRoute key="i" {...ICON} />],
    [may('case.read'), '/pesiar/kasus', text.cases, <IconUserPin key="i" {...ICON} />],
    [may('desk.read') || may('desk.employer'), '/pesiar/meja', text.desk, <IconInbox key="i" {...ICON} />],
    [may('command.read'), '/pesiar/hari', text.days, <IconWalk key="i" {...ICON} />],
    [may('case.read'), '/pesiar/sosialisasi', text.gatherings, <IconSpeakerphone key="i" {...ICON} />],
    [may('letter.manage'), '/pesiar/surat', text.letters, <IconMail key="i" {...ICON} />],
    [may('device.manage'), '/pesiar/ponsel', text.devices, <IconDeviceMobile key="i" {...ICON} />],
    [may('command.read'), '/pesiar/wilayah', text.rollout, <IconTargetArrow key="i" {...ICON} />],
  ];
  const items = all.filter(([open]) => open);
  if (items.length === 0) return null;
  return (
    <>
      <h2 className={styles.group}>{text.group}</h2>
      <ul>
        {items.map(([, to, label, icon]) => (
          <Item key={to} to={to} exact={to === '/pesiar'} icon={icon} label={label} onLeave={onLeave} />
        ))}
      </ul>
    </>
  );
}

/** Users and API clients. */
function AdministrationItems({ onLeave }: { onLeave?: (() => void) | undefined }) {
  const text = useText(appText);
  const may = useMay();
  if (!may('user.manage') && !may('api-client.manage')) return null;
  return (
    <>
      <h2 className={styles.group}>{text.administration}</h2>
      <ul>
        {may('user.manage') ? (
          <Item to="/pengguna" icon={<IconUsersGroup {...ICON} />} label={text.users} onLeave={onLeave} />
        ) : null}
        {may('api-client.manage') ? (
          <Item to="/klien-api" icon={<IconKey {...ICON} />} label={text.clients} onLeave={onLeave} />
        ) : null}
      </ul>
    </>
  );
}

function RunItems({ run, onLeave }: { run: OpenRun; onLeave?: () => void }) {
  const text = useText(appText);
  const may = useMay();
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
  const all: Array<[Action, string, string, ReactNode]> = [
    ['figures.read', `${base}/wilayah`, text.areas, <IconMap2 key="i" {...ICON} />],
    ['list.read', `${base}/daftar/uncovered`, text.uncovered, <IconUserX key="i" {...ICON} />],
    ['list.read', `${base}/daftar/inactive`, text.inactive, <IconUserOff key="i" {...ICON} />],
    ['list.read', `${base}/daftar/doubtful`, text.doubtful, <IconUserQuestion key="i" {...ICON} />],
    ['list.read', `${base}/daftar/duplicates`, text.duplicates, <IconCards key="i" {...ICON} />],
    ['list.read', `${base}/daftar/unmatched`, text.unmatched, <IconHelpHexagon key="i" {...ICON} />],
    ['list.read', `${base}/daftar/all`, text.all, <IconUsers key="i" {...ICON} />],
    ['review.read', `${base}/tinjau`, text.review, <IconChecklist key="i" {...ICON} />],
    ['print.people', `${base}/cetak`, text.print, <IconPrinter key="i" {...ICON} />],
    ['figures.read', `${base}/model`, text.model, <IconChartDots key="i" {...ICON} />],
  ];
  const items = all.filter(([action]) => may(action));
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
        {items.map(([, to, label, icon]) => (
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
        <span>{label}</span>
        {mark}
      </Link>
    </li>
  );
}

/** The four places under the thumb on a phone. */
export function BottomBar({ runId, onMenu }: { runId: string | null; onMenu: () => void }) {
  const text = useText(appText);
  const may = useMay();
  const base = runId ? `/pemetaan/${runId}` : null;
  return (
    <nav className={styles.bottom} aria-label={text.menu}>
      <BottomItem to="/" exact icon={<IconHome {...ICON} />} label={text.home} />
      {base ? (
        <>
          <BottomItem to={base} exact icon={<IconReportAnalytics {...ICON} />} label={text.summary} />
          {may('list.read') ? (
            <BottomItem
              to={`${base}/daftar/uncovered`}
              icon={<IconUserX {...ICON} />}
              label={text.uncovered}
            />
          ) : null}
          {may('review.read') ? (
            <BottomItem to={`${base}/tinjau`} icon={<IconChecklist {...ICON} />} label={text.review} />
          ) : null}
        </>
      ) : may('run.manage') ? (
        <BottomItem to="/petakan" icon={<IconListSearch {...ICON} />} label={text.map} />
      ) : (
        <BottomItem to="/akun" icon={<IconUserCircle {...ICON} />} label={text.account} />
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
