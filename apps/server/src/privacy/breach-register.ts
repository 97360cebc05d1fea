import { dataKinds, foldBreach, instantInWords } from '@jangkau/privacy';
import { Breaches, type BreachRecord, type Db } from '@jangkau/store';
import { writeXlsx } from 'hucre/xlsx';
import { csvLine, safeCell } from '../exports/safe-cell.ts';
import { breachRow } from './breach-desk.ts';

const head = [
  'nomor',
  'judul',
  'keadaan',
  'diketahui',
  'terjadi',
  'cara_diketahui',
  'apa_yang_terjadi',
  'data_terungkap',
  'data_spesifik',
  'jumlah_orang',
  'sebab',
  'dampak',
  'penanganan',
  'tenggat',
  'jam',
  'lembaga_diberi_tahu',
  'subjek_diberi_tahu',
  'masyarakat_diberi_tahu',
];
const stages = {
  open: 'terbuka',
  assessed: 'dinilai',
  notified: 'diberitahukan',
  closed: 'ditutup',
} as const;
const clocks = {
  running: 'berjalan',
  soon: 'segera habis',
  overdue: 'lewat',
  met: 'tepat waktu',
  late: 'terlambat',
} as const;

/** The whole register of breaches, as the authority may ask for it. */
export async function breachRegister(db: Db, format: 'csv' | 'xlsx', timeZone: string): Promise<Buffer> {
  const breaches: BreachRecord[] = [];
  for (let before: number | undefined; ; ) {
    const page = await Breaches.page(db, before, 200);
    breaches.push(...page);
    before = page.at(-1)?.number;
    if (page.length < 200) break;
  }
  const facts = await Breaches.facts(
    db,
    breaches.map((breach) => breach.id),
  );
  const now = new Date().toISOString();
  const when = (at: string | null | undefined) => (at ? instantInWords(at, timeZone) : null);
  const rows = breaches.map((breach) => {
    const own = facts.get(breach.id) ?? [];
    const state = foldBreach(own);
    const row = breachRow(breach, own, now);
    return [
      breach.number,
      breach.title,
      stages[state.stage],
      when(breach.knownAt),
      when(breach.happenedAt),
      breach.howKnown,
      breach.whatHappened,
      state.dataKinds.map((kind) => dataKinds[kind].id).join('; '),
      state.specific ? 'ya' : 'tidak',
      state.total,
      state.cause,
      state.consequences,
      state.remedies.join('; '),
      when(breach.dueAt),
      clocks[row.clock.state],
      when(state.notified.authority),
      when(state.notified.subjects),
      when(state.notified.public),
    ];
  });
  if (format === 'csv') return Buffer.from(`\uFEFF${csvLine(head)}${rows.map(csvLine).join('')}`);
  const safe = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? safeCell(cell) : cell)));
  return Buffer.from(await writeXlsx({ sheets: [{ name: 'Daftar insiden', rows: [head, ...safe] }] }));
}
