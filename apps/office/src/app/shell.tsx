import { ActionIcon, Drawer } from '@mantine/core';
import { useDisclosure, useLocalStorage } from '@mantine/hooks';
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react';
import { Link, Outlet, useParams } from '@tanstack/react-router';
import { useRun } from '../api/use-run.ts';
import { useSession } from '../api/use-session.ts';
import { ClockWarning } from '../privacy/clock-warning.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { AccountPanel } from './account-panel.tsx';
import { appText } from './app-text.ts';
import { Brand } from './brand.tsx';
import { BottomBar, Navigation } from './navigation.tsx';
import styles from './shell.module.css';
import { useArrival } from './use-arrival.ts';

/** The frame around every page after sign-in: rail on the desk, bottom bar and drawer on the phone. */
export function Shell() {
  const text = useText(appText);
  const format = useFormat();
  const session = useSession();
  const { runId } = useParams({ strict: false });
  const run = useRun(runId);
  const [small, setSmall] = useLocalStorage({ key: 'jangkau-rail-small', defaultValue: false });
  const [menuOpen, menu] = useDisclosure(false);
  useArrival();
  const openRun = runId
    ? {
        id: runId,
        number: run.data ? format.integer(run.data.number) : '…',
        ready: run.data?.state === 'done',
      }
    : null;

  return (
    <div className={styles.shell} data-rail={small ? 'small' : 'full'}>
      <a href="#content" className={styles.skip}>
        {text.skip}
      </a>
      <aside className={styles.rail}>
        <div className={styles.top}>
          <Brand />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={small ? text.expand : text.collapse}
            onClick={() => setSmall(!small)}
          >
            {small ? (
              <IconLayoutSidebarLeftExpand size={20} stroke={1.6} aria-hidden />
            ) : (
              <IconLayoutSidebarLeftCollapse size={20} stroke={1.6} aria-hidden />
            )}
          </ActionIcon>
        </div>
        <Navigation run={openRun} />
        <AccountPanel />
      </aside>

      <div className={styles.body}>
        <section aria-label={text.place}>
          {session?.demo ? <p className={styles.demo}>{text.demo}</p> : null}
          <ClockWarning />
          <div className={styles.phoneTop}>
            <Link to="/" className={styles.phoneBrand}>
              <Brand />
            </Link>
          </div>
        </section>
        <main id="content" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>

      <Drawer
        opened={menuOpen}
        onClose={menu.close}
        title={text.menu}
        size="300px"
        closeButtonProps={{ 'aria-label': text.closeMenu }}
      >
        <Navigation run={openRun} onLeave={menu.close} />
        <AccountPanel />
      </Drawer>
      <BottomBar runId={openRun?.ready ? openRun.id : null} onMenu={menu.open} />
    </div>
  );
}
