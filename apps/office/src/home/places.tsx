import type { Action } from '@jangkau/access';
import { Link } from '@tanstack/react-router';
import { useMay, useSession } from '../api/use-session.ts';
import { appText } from '../app/app-text.ts';
import { useText } from '../text/language-context.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import styles from './home-page.module.css';
import { homeText } from './home-text.ts';

/** The home of roles that see no mappings: what they can do here. */
export function Places() {
  const text = useText(homeText);
  const app = useText(appText);
  const session = useSession();
  const may = useMay();
  const all: ReadonlyArray<[Action, string, string, string]> = [
    ['user.manage', '/pengguna', app.users, text.placeUsers],
    ['api-client.manage', '/klien-api', app.clients, text.placeClients],
    ['audit.read', '/pelindungan/audit', text.audit, text.placeAudit],
    ['backup.read', '/pencadangan', app.backups, text.placeBackups],
    ['session.own', '/akun', app.account, text.placeAccount],
  ];
  const places = all.filter(([action]) => may(action));
  return (
    <>
      <PageHeader
        title={text.welcome(session?.officer.name ?? '')}
        lede={places.length > 1 ? text.welcomeLede : text.noPlaces}
      />
      <ul className={styles.steps}>
        {places.map(([, to, name, what]) => (
          <li key={to}>
            <Link to={to}>{name}</Link>
            <p>{what}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
