import { type Db, SecondFactorRepository } from '@jangkau/store';
import { ApiProblem } from '../http/api-problem.ts';
import type { SecretBox } from '../secrets/secret-box.ts';
import { codeSecretUri, newCodeSecret, stepOfCode } from './one-time-code.ts';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes.ts';

/** What an authenticator app has to be told, as text and as the address in its QR code. */
export interface CodeSecret {
  secret: string;
  uri: string;
}

/** Authenticator apps and recovery codes of accounts. Their secrets are encrypted in the database. */
export class CodeApps {
  readonly #box: SecretBox;

  constructor(box: SecretBox) {
    this.#box = box;
  }

  /** A new secret, not yet in use. @throws ApiProblem second-factor-active */
  async begin(db: Db, username: string): Promise<CodeSecret> {
    const secret = newCodeSecret();
    const sealed = this.#box.seal(secret, contextOf(username));
    if (!(await new SecondFactorRepository(db).begin(username, sealed)))
      throw new ApiProblem('second-factor-active');
    return { secret, uri: codeSecretUri(secret, username) };
  }

  /** Takes the app into use with its first code; returns new recovery codes. @throws ApiProblem wrong-code */
  async confirm(db: Db, username: string, code: string, now: Date): Promise<string[]> {
    const factors = new SecondFactorRepository(db);
    const begun = await factors.find(username);
    if (!begun || begun.confirmed_at) throw new ApiProblem('wrong-code');
    const step = stepOfCode(this.#box.open(begun.secret, contextOf(username)), code, now, -1);
    if (step === undefined || !(await factors.confirm(username, step, now)))
      throw new ApiProblem('wrong-code');
    return this.renewRecoveryCodes(db, username);
  }

  /** Uses a code of the app up; false when it is wrong or was used. */
  async useCode(db: Db, username: string, code: string, now: Date): Promise<boolean> {
    const factors = new SecondFactorRepository(db);
    const factor = await factors.find(username);
    if (!factor?.confirmed_at) return false;
    const secret = this.#box.open(factor.secret, contextOf(username));
    const step = stepOfCode(secret, code, now, factor.used_step);
    return step !== undefined && (await factors.useStep(username, step));
  }

  /** Uses a recovery code up; false when it is none or was used. */
  useRecoveryCode(db: Db, username: string, code: string, now: Date): Promise<boolean> {
    return new SecondFactorRepository(db).useRecoveryCode(username, recoveryCodeHash(username, code), now);
  }

  /** New recovery codes; the old ones stop working. */
  async renewRecoveryCodes(db: Db, username: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    await new SecondFactorRepository(db).setRecoveryCodes(
      username,
      codes.map((code) => recoveryCodeHash(username, code)),
    );
    return codes;
  }

  /** Encrypts anew, with the current key, what an older key encrypted; returns how many. */
  async reseal(db: Db): Promise<number> {
    const factors = new SecondFactorRepository(db);
    const old = (await factors.all()).filter(({ secret }) => this.#box.isOutdated(secret));
    for (const { username, secret } of old) {
      const context = contextOf(username);
      await factors.reseal(username, secret, this.#box.seal(this.#box.open(secret, context), context));
    }
    return old.length;
  }
}

function contextOf(username: string): string {
  return `authenticator of ${username}`;
}
