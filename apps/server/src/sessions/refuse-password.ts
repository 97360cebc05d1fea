import { ApiProblem } from '../http/api-problem.ts';
import { verifyPassword } from './password-hash.ts';
import { passwordFault } from './password-policy.ts';

/**
 * Lets a new password through that is long enough, not common and not the present one.
 * @throws ApiProblem password-too-short, -too-long, -contains-username, -common, -unchanged
 */
export async function refusePassword(
  password: string,
  account: { username: string; password_hash: string },
): Promise<void> {
  const fault = passwordFault(password, account.username);
  if (fault) throw new ApiProblem(`password-${fault}`);
  if (await verifyPassword(password, account.password_hash)) throw new ApiProblem('password-unchanged');
}
