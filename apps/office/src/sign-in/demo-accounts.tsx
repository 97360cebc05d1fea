import { type Role, roleNames } from '@jangkau/access';
import type { Welcome } from '@jangkau/contracts';
import { useLanguage, useText } from '../text/language-context.tsx';
import styles from './sign-in-page.module.css';
import { signInText } from './sign-in-text.ts';

type DemoAccount = Welcome['demoAccounts'][number];

interface DemoAccountsProps {
  accounts: readonly DemoAccount[];
  onPick: (account: DemoAccount) => void;
}

/** The accounts of the demo: one press fills the form. */
export function DemoAccounts({ accounts, onPick }: DemoAccountsProps) {
  const text = useText(signInText);
  const { language } = useLanguage();
  return (
    <section className={styles.demo} aria-labelledby="demo-accounts">
      <h2 id="demo-accounts">{text.demoTitle}</h2>
      <p>{text.demoLede(accounts[0]?.password ?? '')}</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" onClick={() => onPick(account)}>
              <b>{account.username}</b>
              <span>{roleNames[account.role as Role]?.[language] ?? account.role}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
