import { readSettings, startServer } from '@jangkau/server';
import { Scope } from '@jangkau/store';

/** The server itself on a port, with a bank that signs; says where and with what. See bench-payments-http.ts. */
const settings = readSettings({ JANGKAU_LOG_LEVEL: 'silent', JANGKAU_DEMO_RESIDENTS: '0', ...process.env });
const server = await startServer(settings);
const order = { name: 'Bank', kind: 'hmac', scopes: ['payment.add'], requestsPerMinute: 1_000_000 } as const;
const { client, secret } = await server.services.clients.create(Scope.system(), order);
process.stdout.write(`${JSON.stringify({ url: server.url, id: client.id, secret })}\n`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
