import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { accountText } from './account-text.ts';
import { PasswordSection } from './password-section.tsx';
import { SecondFactorSection } from './second-factor-section.tsx';
import { SessionsSection } from './sessions-section.tsx';

/** One's own account. */
export function AccountPage() {
  const text = useText(accountText);
  const account = useQuery(apiQuery('getAccount'));
  return (
    <>
      <PageHeader title={text.title} kicker={account.data?.name} lede={text.lede} />
      {account.isPending ? <Loading /> : null}
      {account.error ? <ProblemPanel error={account.error} onRetry={() => account.refetch()} /> : null}
      {account.data ? (
        <>
          <SecondFactorSection account={account.data} />
          <PasswordSection account={account.data} />
          <SessionsSection />
        </>
      ) : null}
    </>
  );
}
