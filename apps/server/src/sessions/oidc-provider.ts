import * as oidc from 'openid-client';
import { ApiProblem } from '../http/api-problem.ts';
import type { SecretBox } from '../secrets/secret-box.ts';

/** How to reach the identity provider. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Claim that holds our user name, for the first sign-in. */
  usernameClaim: string;
  /** What the button says. */
  name: string;
  /** Address of this service as browsers know it; the provider sends them back there. */
  publicUrl: string;
}

/** Whom the provider vouches for. */
export interface OidcPerson {
  /** Issuer and the provider's own number of the person. */
  subject: string;
  username: string | undefined;
  /** True when the provider checked a second factor. */
  secondFactor: boolean;
}

interface Underway {
  state: string;
  nonce: string;
  verifier: string;
  next: string;
  until: number;
}

const callbackPath = '/api/v1/session/oidc/callback';
const minutes = 10;
/** Values of `amr` (RFC 8176) that mean more than a password. */
const secondFactors = new Set(['mfa', 'otp', 'hwk', 'swk', 'sc', 'fpt', 'face']);

/**
 * Signing in at an identity provider with OpenID Connect: authorisation code with PKCE, state and nonce. What
 * has to be remembered on the way is in an encrypted cookie, so that nothing is kept for those who never return.
 */
export class OidcProvider {
  readonly name: string;
  readonly #settings: OidcSettings;
  readonly #box: SecretBox;
  readonly #now: () => Date;
  #found: Promise<oidc.Configuration> | undefined;

  constructor(settings: OidcSettings, box: SecretBox, now: () => Date) {
    this.name = settings.name;
    this.#settings = settings;
    this.#box = box;
    this.#now = now;
  }

  /** Where to send the browser, and the cookie to give it. @throws ApiProblem oidc-unavailable */
  async start(next: string): Promise<{ url: string; cookie: string; expires: Date }> {
    const config = await this.#discover();
    const until = this.#now().getTime() + minutes * 60_000;
    const underway: Underway = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
      next,
      until,
    };
    const url = oidc.buildAuthorizationUrl(config, {
      redirect_uri: this.#callback,
      scope: 'openid profile',
      state: underway.state,
      nonce: underway.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(underway.verifier),
      code_challenge_method: 'S256',
    });
    return {
      url: url.href,
      cookie: this.#box.seal(JSON.stringify(underway), 'oidc'),
      expires: new Date(until),
    };
  }

  /**
   * The person who came back, and where they wanted to go. `query` is the search part of the address.
   * @throws ApiProblem oidc-refused, oidc-unavailable
   */
  async finish(query: string, cookie: string | undefined): Promise<{ person: OidcPerson; next: string }> {
    const underway = this.#read(cookie);
    const config = await this.#discover();
    const claims = await oidc
      .authorizationCodeGrant(config, new URL(`${this.#callback}${query}`), {
        pkceCodeVerifier: underway.verifier,
        expectedState: underway.state,
        expectedNonce: underway.nonce,
        idTokenExpected: true,
      })
      .then((tokens) => tokens.claims())
      .catch((error: unknown) => {
        throw new ApiProblem('oidc-refused', { cause: error });
      });
    if (!claims) throw new ApiProblem('oidc-refused');
    const username = claims[this.#settings.usernameClaim];
    const amr = Array.isArray(claims.amr) ? claims.amr : [];
    return {
      person: {
        subject: `${claims.iss} ${claims.sub}`,
        username: typeof username === 'string' ? username : undefined,
        secondFactor: amr.some((method) => secondFactors.has(String(method))),
      },
      next: underway.next,
    };
  }

  get #callback(): string {
    return new URL(callbackPath, this.#settings.publicUrl).href;
  }

  #read(cookie: string | undefined): Underway {
    try {
      const underway = JSON.parse(this.#box.open(cookie ?? '', 'oidc')) as Underway;
      if (underway.until > this.#now().getTime()) return underway;
    } catch {
      // Not ours, changed, or of another key: the same as none.
    }
    throw new ApiProblem('oidc-refused');
  }

  /** Asks the provider once how it is reached; asks again after a failure. */
  #discover(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    const server = new URL(issuer);
    // Without HTTPS only on this machine, for trying it out.
    const local =
      server.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname);
    this.#found ??= oidc
      .discovery(server, clientId, clientSecret, undefined, {
        ...(local && { execute: [oidc.allowInsecureRequests] }),
        timeout: 10,
      })
      .catch((error: unknown) => {
        this.#found = undefined;
        throw new ApiProblem('oidc-unavailable', { cause: error });
      });
    return this.#found;
  }
}
