import { roleNames } from '@jangkau/access';
import { routes } from '@jangkau/contracts';
import { ActionIcon, Tooltip, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconLogout, IconMoon, IconSun } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { call } from '../api/call.ts';
import { sessionQuery, useSession } from '../api/use-session.ts';
import { useLanguage, useText } from '../text/language-context.tsx';
import { appText } from './app-text.ts';
import styles from './shell.module.css';

/** Who is signed in, and the choices that are theirs: language, light or dark, leaving. */
export function AccountPanel() {
  const text = useText(appText);
  const session = useSession();
  const { language } = useLanguage();
  const client = useQueryClient();
  const navigate = useNavigate();

  async function signOut() {
    await call(routes.signOut).catch(() => undefined);
    client.clear();
    client.setQueryData(sessionQuery.queryKey, null);
    await navigate({ to: '/masuk' });
  }

  return (
    <div className={styles.account}>
      {session ? (
        <div className={styles.officer}>
          <strong>{session.officer.name}</strong>
          <span>{session.roles.map((role) => roleNames[role][language]).join(', ')}</span>
          {session.wholeBranch || session.areas.length > 0 ? (
            <span>
              {text.scope(
                session.wholeBranch ? text.wholeBranch : session.areas.map((area) => area.name).join(', '),
              )}
            </span>
          ) : null}
        </div>
      ) : null}
      <div className={styles.choices}>
        <AppearanceChoices />
        <Tooltip label={text.signOut}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={text.signOut} onClick={signOut}>
            <IconLogout size={19} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

/** Language and light or dark; also on the sign-in page. */
export function AppearanceChoices() {
  const text = useText(appText);
  const { language, setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useComputedColorScheme('light') === 'dark';
  return (
    <>
      <Tooltip label={text.switchLanguage}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={text.switchLanguage}
          lang={language === 'id' ? 'en' : 'id'}
          onClick={() => setLanguage(language === 'id' ? 'en' : 'id')}
        >
          <IconLanguage size={19} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={dark ? text.toLight : text.toDark}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label={dark ? text.toLight : text.toDark}
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
        >
          {dark ? (
            <IconSun size={19} stroke={1.6} aria-hidden />
          ) : (
            <IconMoon size={19} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
      </Tooltip>
    </>
  );
}
