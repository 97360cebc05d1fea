import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Whom the provider signs in next, and how it misbehaves. */
interface ProviderAnswer {
  sub: string;
  username?: string;
  amr?: string[];
  /** Replaces claims of the identity token, to see that they are checked. */
  claims?: Record<string, unknown>;
}

/** A real OpenID provider on a port of this machine: discovery, keys, authorisation with PKCE, tokens. */
export interface OpenIdProvider {
  issuer: string;
  answer: ProviderAnswer;
  /** What a browser does there: asks, and is sent back. */
  visit(url: string): Promise<string>;
  close(): Promise<void>;
}

const clientId = 'jangkau';
const clientSecret = 'rahasia-penyedia';
export const providerClient = { clientId, clientSecret };

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const codes = new Map<
    string,
    { challenge: string; nonce: string; redirect: string; answer: ProviderAnswer }
  >();
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', provider.issuer);
    const json = (status: number, body: object) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (url.pathname === '/.well-known/openid-configuration') return json(200, discovery(provider.issuer));
    if (url.pathname === '/keys') {
      const key = { ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' };
      return json(200, { keys: [key] });
    }
    if (url.pathname === '/authorize') {
      const asked = (name: string) => url.searchParams.get(name) ?? '';
      if (asked('client_id') !== clientId || asked('code_challenge_method') !== 'S256')
        return json(400, { error: 'invalid_request' });
      const code = randomBytes(16).toString('hex');
      codes.set(code, {
        challenge: asked('code_challenge'),
        nonce: asked('nonce'),
        redirect: asked('redirect_uri'),
        answer: provider.answer,
      });
      const back = new URL(asked('redirect_uri'));
      back.searchParams.set('code', code);
      back.searchParams.set('state', asked('state'));
      return response.writeHead(302, { location: back.href }).end();
    }
    if (url.pathname === '/token') {
      const form = new URLSearchParams(await textOf(request));
      const known = codes.get(form.get('code') ?? '');
      codes.delete(form.get('code') ?? '');
      const verifier = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url');
      if (!known || known.challenge !== verifier || known.redirect !== form.get('redirect_uri'))
        return json(400, { error: 'invalid_grant' });
      if (form.get('client_secret') !== clientSecret && !request.headers.authorization)
        return json(401, { error: 'invalid_client' });
      const now = Math.floor(Date.now() / 1000);
      const { sub, username, amr, claims } = known.answer;
      const payload = {
        iss: provider.issuer,
        aud: clientId,
        iat: now,
        exp: now + 300,
        nonce: known.nonce,
        sub,
        ...(username && { preferred_username: username }),
        ...(amr && { amr }),
        ...claims,
      };
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signing = `${part({ alg: 'RS256', kid: '1' })}.${part(payload)}`;
      const signature = sign('RSA-SHA256', Buffer.from(signing), privateKey).toString('base64url');
      return json(200, {
        access_token: randomBytes(16).toString('hex'),
        token_type: 'Bearer',
        id_token: `${signing}.${signature}`,
      });
    }
    return json(404, { error: 'not_found' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const provider: OpenIdProvider = {
    issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer: { sub: 'orang-1' },
    visit: async (url) => {
      const answer = await fetch(url, { redirect: 'manual' });
      return answer.headers.get('location') ?? '';
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return provider;
}

function discovery(issuer: string) {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
    code_challenge_methods_supported: ['S256'],
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
