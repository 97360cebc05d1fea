import { readSettings, startServer } from '@jangkau/server';
import { Scope } from '@jangkau/store';
import { watchForParent } from './own-delays.ts';

/** The real server on a filled data folder, with one client for each kind of credential. */
const [dataDir = ''] = process.argv.slice(2);
const settings = readSettings({
  ...process.env,
  PORT: '0',
  JANGKAU_DATA_DIR: dataDir,
  JANGKAU_DEMO_RESIDENTS: '0',
  JANGKAU_BACKUP_SCHEDULE: 'off',
});
const server = await startServer(settings);
const { clients } = server.services;
const issue = async (kind: 'api-key' | 'hmac') => {
  const order = {
    name: 'Pengukuran',
    kind,
    scopes: ['eligibility.read', 'payment.add'],
    requestsPerMinute: 1_000_000,
  };
  const { client, secret } = await clients.create(Scope.system(), order);
  return { id: client.id, secret };
};
const ready = {
  address: server.url,
  pid: process.pid,
  key: await issue('api-key'),
  signer: await issue('hmac'),
};
watchForParent();
process.stderr.write(`READY ${JSON.stringify(ready)}\n`);
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)));
