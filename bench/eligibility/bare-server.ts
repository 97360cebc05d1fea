import Fastify from 'fastify';
import pg from 'pg';
import { watchForParent } from './own-delays.ts';

/**
 * What the hospital door is compared with: the least a server can do. One prepared SELECT of one row by NIK
 * through pg, no credentials, no audit, no decision.
 */
const [url = '', port = '0'] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: 10 });
const app = Fastify();
app.post('/member', async (request) => {
  const { nik } = request.body as { nik: string };
  const { rows } = await pool.query({
    name: 'member',
    text: `SELECT m.card, m.name, m.sex, m.born, m.fktp, s.segment, s.class, s.active, s.reason, s.since
      FROM member m JOIN member_status s ON s.member_id = m.id WHERE m.nik = $1`,
    values: [nik],
  });
  return rows[0];
});
const address = await app.listen({ port: Number(port) });
watchForParent();
process.stdout.write(`${JSON.stringify({ address, pid: process.pid })}\n`);
