import { closeMonth, connect, ownerOnly } from '@jangkau/store';

/** Closes a month and says first which PostgreSQL process does it. See bench-month-close.ts. */
const { connection, order } = JSON.parse(process.argv[2] ?? '{}');
const database = connect(ownerOnly(connection));
const { rows } = await database.ownerPool.query('SELECT pg_backend_pid() AS pid');
process.stdout.write(String(rows[0].pid));
// The pool hands its only idle connection out again; it is going to be lost.
await closeMonth(database.ownerPool, order).catch(() => undefined);
process.exit(0);
