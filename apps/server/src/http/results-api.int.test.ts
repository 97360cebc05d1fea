import { queryRows } from '@jangkau/store/testing/query-rows';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
let first: string;
let second: string;
beforeAll(async () => {
  server = await startTestServer();
  first = await server.run('2026-11-20');
  second = await server.run('2003-11-21');
});
afterAll(() => server.close());

const get = (url: string, as?: string) => server.call('GET', url, undefined, as === undefined ? {} : { as });

/** Orders a list and fetches it. */
async function download(order: object, as = 'petugas') {
  const { body } = await server.call('POST', `runs/${first}/exports`, order, { as });
  return get(`exports/${body.id}`, as);
}

async function logged(action: string): Promise<
  {
    username: string;
    purpose: string | null;
    detail: Record<string, unknown> | null;
    subject_key: string | null;
  }[]
> {
  return queryRows(
    server.services.database.owner,
    `SELECT username, purpose, detail, subject_key FROM audit_entry
     WHERE action = '${action}' AND outcome = 'done' ORDER BY id`,
  );
}

describe('figures', () => {
  test('every level adds up to the run', async () => {
    const { counts } = (await get(`runs/${first}`)).body;
    for (const level of ['regency', 'district', 'village']) {
      const { items, total } = (await get(`runs/${first}/areas?level=${level}`)).body;
      const sum = (name: string) =>
        items.reduce((all: number, item: Record<string, number>) => all + (item[name] ?? 0), 0);
      expect(sum('residents')).toBe(counts.residents);
      expect(sum('uncovered')).toBe(counts.uncovered);
      expect(sum('linked')).toBe(counts.linked);
      expect([total.residents, total.uncovered]).toEqual([counts.residents, counts.uncovered]);
      for (const item of items) {
        expect(item.low).toBeLessThanOrEqual(item.uncovered);
        expect(item.high).toBeGreaterThanOrEqual(item.uncovered);
        expect(item.name).not.toBe('');
      }
    }
    const inside = (await get(`runs/${first}/areas?level=village&parent=51.71.01`)).body;
    expect(inside.items.map((item: { code: string }) => item.code)).toEqual([
      '51.71.01.1001',
      '51.71.01.1002',
    ]);
    expect(inside.total.code).toBe('51.71.01');
  });

  test('banjar add up to their village', async () => {
    const village = (await get(`runs/${first}/areas?level=village`)).body.items[0];
    const { items } = (await get(`runs/${first}/banjars?area=${village.code}`)).body;
    expect(items.reduce((sum: number, item: { residents: number }) => sum + item.residents, 0)).toBe(
      village.residents,
    );
  });
});

describe('people', () => {
  test('pages joined by cursors are the list, and a cursor is good for its own list only', async () => {
    const names: string[] = [];
    let cursor = '';
    let total: number | undefined;
    do {
      const { body } = await get(
        `runs/${first}/people?list=uncovered&limit=17${cursor && `&cursor=${cursor}`}`,
      );
      names.push(...body.items.map((item: { residentKey: number }) => item.residentKey));
      total ??= body.total;
      cursor = body.nextCursor ?? '';
      if (cursor) {
        const other = await get(`runs/${first}/people?list=linked&limit=17&cursor=${cursor}`);
        expect(other.body.code).toBe('bad-cursor');
      }
    } while (cursor);
    expect(names.length).toBe(total);
    expect(new Set(names).size).toBe(60);
    expect((await get(`runs/${first}/people?cursor=nonsense`)).body.code).toBe('bad-cursor');
  });

  test('a NIK is searched for in a body, never in an address', async () => {
    const rows = await queryRows<{ nik: string; resident_key: number }>(
      server.services.database.owner,
      'SELECT nik::text AS nik, resident_key FROM resident_result LIMIT 1',
    );
    const nik = rows[0]?.nik ?? '';
    const found = await server.call('POST', `runs/${first}/search`, { q: nik });
    expect(found.body.items.map((item: { residentKey: number }) => item.residentKey)).toContain(
      rows[0]?.resident_key,
    );
    expect(found.text).not.toContain(nik);
    expect((await logged('list.read')).at(-1)?.detail).toEqual({ list: 'all', searched: 'number' });
  });

  test('a person: both records, evidence that adds up, the household, and an entry in the audit', async () => {
    const { body: list } = await get(`runs/${first}/people?list=doubtful&limit=1`);
    const key = list.items[0].residentKey;
    const { body } = await get(`runs/${first}/people/${key}`);
    expect(body.resident.nik).toMatch(/\*{8}/);
    expect(body.member.key).toBe(body.candidates[0].memberKey);
    expect(body.household.map((one: { residentKey: number }) => one.residentKey)).toContain(key);
    for (const candidate of body.candidates) {
      const sum = candidate.evidence.reduce((all: number, part: { weight: number }) => all + part.weight, 0);
      expect(sum).toBeCloseTo(candidate.weight, 5);
    }
    expect((await logged('person.read')).at(-1)).toMatchObject({
      username: 'petugas',
      subject_key: `${first}/${key}`,
    });
    expect((await get(`runs/${first}/people/999999`)).body.code).toBe('person-not-found');
  });

  test('full numbers need a reason, which is kept', async () => {
    const { body: list } = await get(`runs/${first}/people?list=linked&limit=1`);
    const url = `runs/${first}/people/${list.items[0].residentKey}/unmask`;
    expect((await server.call('POST', url, { reason: '' })).status).toBe(400);
    const { body, headers } = await server.call('POST', url, { reason: 'verifikasi di loket' });
    expect(body.resident.nik).toMatch(/^\d{16}$/);
    expect(body.member.id).toMatch(/^\d{13}$/);
    expect(headers['cache-control']).toBe('no-store');
    expect((await logged('person.unmask')).at(-1)?.purpose).toBe('verifikasi di loket');
  });

  test('a card: its resident and other cards', async () => {
    const { body: list } = await get(`runs/${first}/people?list=duplicates&limit=1`);
    const { body } = await get(`runs/${first}/members/${list.items[0].memberKey}`);
    expect(body.bucket).toBe('duplicate');
    expect(body.resident.key).toBe(list.items[0].residentKey);
    expect(body.otherCards).toHaveLength(1);
  });
});

describe('scope of a village operator', () => {
  test('people, figures and reviews of other villages do not exist', async () => {
    const others = (await get(`runs/${first}/people?list=all&area=51.03&limit=1`)).body.items[0];
    expect((await get(`runs/${first}/people?list=all&area=51.03`, 'desa')).body.items).toEqual([]);
    expect((await get(`runs/${first}/people/${others.residentKey}`, 'desa')).body.code).toBe(
      'person-not-found',
    );
    const unmask = await server.call(
      'POST',
      `runs/${first}/people/${others.residentKey}/unmask`,
      { reason: 'ingin tahu' },
      { as: 'desa' },
    );
    expect(unmask.body.code).toBe('person-not-found');
    const figures = (await get(`runs/${first}/areas?level=village`, 'desa')).body;
    expect(figures.items.map((item: { code: string }) => item.code)).toEqual(['51.71.01.1002']);
    const review = (await get(`runs/${first}/review?limit=200`, 'desa')).body;
    expect(review.items.length).toBeGreaterThan(0);
    expect(
      review.items.every(
        (pair: { resident: { areaCode: string } }) => pair.resident.areaCode === '51.71.01.1002',
      ),
    ).toBe(true);
    expect((await get(`runs/${first}/files/summary.json`, 'desa')).body.code).toBe('out-of-scope');
    const full = { list: 'all', numbers: 'full', purpose: 'kunjungan', confirm: true };
    const refused = await server.call('POST', `runs/${first}/exports`, full, { as: 'desa' });
    expect(refused.body.code).toBe('out-of-scope');
    const exported = await download({ list: 'all' }, 'desa');
    const lines = exported.text.trim().split('\r\n').slice(1);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.every((line) => line.includes('51.71.01.1002'))).toBe(true);
    const compared = (await get(`runs/compare?a=${first}&b=${second}&kind=resolved&limit=200`, 'desa')).body;
    expect(
      compared.items.every((row: { b: { areaCode: string } }) => row.b.areaCode === '51.71.01.1002'),
    ).toBe(true);
    expect(compared.total).toBe(compared.items.length);
  });
});

describe('review', () => {
  test('least sure first; a decision takes a pair off the list, withdrawing it puts it back', async () => {
    const waiting = (await get(`runs/${first}/review?limit=200`)).body;
    const doubt = waiting.items.map((pair: { probability: number }) => Math.abs(pair.probability - 0.5));
    expect(doubt).toEqual([...doubt].sort((a, b) => a - b));
    expect(waiting.total).toBe(waiting.items.length);
    const paged: number[] = [];
    let cursor = '';
    do {
      const { body } = await get(`runs/${first}/review?limit=7${cursor && `&cursor=${cursor}`}`);
      paged.push(...body.items.map((pair: { residentKey: number }) => pair.residentKey));
      cursor = body.nextCursor ?? '';
    } while (cursor);
    expect(paged).toEqual(waiting.items.map((pair: { residentKey: number }) => pair.residentKey));

    const { residentKey, memberKey } = waiting.items[0];
    const decide = (verdict: string) =>
      server.call('POST', `runs/${first}/decisions`, { residentKey, memberKey, verdict });
    expect((await decide('withdrawn')).body.code).toBe('decision-not-found');
    const made = await decide('same');
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ verdict: 'same', officer: 'petugas', standing: true });
    const after = (await get(`runs/${first}/review?limit=200`)).body;
    expect(after.total).toBe(waiting.total - 1);
    expect((await get(`runs/${first}/people/${residentKey}`)).body.decisions[0].verdict).toBe('same');
    expect(await server.services.decisions.forMapping()).toHaveLength(1);

    // The other run has the same two people: the decision goes with them.
    const there = (await get(`runs/${second}/review?limit=200&decided=yes`)).body;
    expect(there.items.map((pair: { residentKey: number }) => pair.residentKey)).toEqual([residentKey]);

    await decide('withdrawn');
    expect((await get(`runs/${first}/review?limit=200`)).body.total).toBe(waiting.total);
    expect(await server.services.decisions.forMapping()).toEqual([]);
    const history = (await get(`decisions?run=${first}`)).body;
    expect(history.items.map((d: { verdict: string; standing: boolean }) => [d.verdict, d.standing])).toEqual(
      [
        ['withdrawn', true],
        ['same', false],
      ],
    );
    expect(history.counters).toMatchObject({ same: 0, different: 0, unsure: 0, waiting: waiting.total });
  });
});

describe('comparison', () => {
  test('lists are as long as their counts say', async () => {
    for (const [kind, name] of [
      ['newly-uncovered', 'newlyUncovered'],
      ['resolved', 'resolved'],
      ['changed', 'changed'],
    ] as const) {
      const { body } = await get(`runs/compare?a=${first}&b=${second}&kind=${kind}&limit=200`);
      expect(body.items).toHaveLength(body.counts[name]);
    }
    const { body } = await get(`runs/compare?a=${first}&b=${second}`);
    expect(body.counts.newlyUncovered).toBe(12);
    expect(body.counts.resolved).toBe(12);
    expect(body.items[0].a.state).toBe('linked');
    expect(body.items[0].b.state).toBe('uncovered');
  });
});

describe('downloads', () => {
  test('CSV has the whole list, and nothing in it is a formula', async () => {
    await queryRows(
      server.services.database.owner,
      `UPDATE resident_result SET address = '=HYPERLINK("http://x")' WHERE resident_key = 10`,
    );
    const answer = await download({ list: 'uncovered', format: 'csv' });
    const lines = answer.text.trim().split('\r\n');
    expect(lines).toHaveLength(61);
    expect(answer.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(answer.text).not.toMatch(/\d{16}/);
    expect(String(answer.headers['content-disposition'])).toContain('uncovered.csv');
    const entries = (await logged('export.people')).map((one) => one.detail);
    expect(entries).toContainEqual(expect.objectContaining({ list: 'uncovered', people: 60 }));
  });

  test('full numbers need a purpose and a confirmation; both and the number of people are in the audit', async () => {
    const order = (more: object) =>
      server.call('POST', `runs/${first}/exports`, { list: 'uncovered', ...more });
    expect((await order({ numbers: 'full' })).body.code).toBe('reason-required');
    const why = { numbers: 'full', purpose: 'kunjungan desa' };
    expect((await order(why)).body.code).toBe('export-confirmation-required');
    const ordered = await order({ ...why, confirm: true });
    expect(ordered.body.people).toBe(60);
    const answer = await get(`exports/${ordered.body.id}`);
    expect(answer.text).toMatch(/,\d{16},/);
    expect((await get(`exports/${ordered.body.id}`, 'desa')).body.code).toBe('export-not-found');
    const entry = (await logged('export.people')).find(
      (one) => one.purpose === 'kunjungan desa' && one.detail?.people,
    );
    expect(entry?.detail).toMatchObject({ numbers: 'full', people: 60 });
  });

  test('a list the mapping wrote is ordered with its purpose', async () => {
    const input = { name: 'uncovered.csv', purpose: 'arsip cabang', confirm: true };
    const ordered = await server.call('POST', `runs/${first}/file-orders`, input);
    expect((await get(`exports/${ordered.body.id}`)).text).toContain('no_penduduk');
    expect((await get(`runs/${first}/files/uncovered.csv`)).status).toBe(400);
  });

  test('banjar figures that leave the office hide small counts', async () => {
    const inside = (await get(`runs/${first}/banjars?area=51.71.01.1001`)).body.items;
    const { text } = await get(`runs/${first}/banjars/export?area=51.71.01.1001`);
    for (const { banjar, uncovered } of inside)
      if (uncovered < 5) expect(text).not.toContain(`${banjar},${uncovered}`);
    expect(inside.some((one: { uncovered: number }) => one.uncovered < 5)).toBe(true);
    expect(text).toContain('disembunyikan');
  });

  test('XLSX opens and holds the same people', async () => {
    const answer = await download({ list: 'uncovered', format: 'xlsx' });
    const { readXlsx } = await import('hucre/xlsx');
    const book = await readXlsx(new Uint8Array(answer.bytes));
    const rows = book.sheets[0]?.rows ?? [];
    expect(rows).toHaveLength(61);
    expect(rows[0]?.[0]).toBe('nama');
  });

  test('files of the run, and nothing else', async () => {
    const answer = await get(`runs/${first}/files/summary.json`);
    expect(answer.body.runId).toBe('fixture');
    expect((await get(`runs/${first}/files/report.html`)).body.code).toBe('file-not-found');
    for (const name of ['..%2f..%2fpostgres', 'load%2fmembers.csv', 'evidence.parquet'])
      expect((await get(`runs/${first}/files/${name}`)).status).toBeGreaterThanOrEqual(400);
  });

  test('a printed list is of one village, by banjar', async () => {
    expect((await get(`runs/${first}/print?area=51.71`)).body.code).toBe('area-too-large');
    const { body } = await get(`runs/${first}/print?area=51.71.01.1001`);
    expect(body.village.district).toBe('Denpasar Selatan');
    expect(body.banjars.map((one: { banjar: string }) => one.banjar)).toEqual([
      'Banjar 1',
      'Banjar 2',
      'Banjar 3',
    ]);
    const people = body.banjars.flatMap((one: { lines: unknown[] }) => one.lines);
    const village = (await get(`runs/${first}/areas?level=village&parent=51.71.01.1001`)).body.items[0];
    expect(people).toHaveLength(village.uncovered + village.inactive);
  });
});

describe('areas', () => {
  test('the tree, and boundaries once they are imported', async () => {
    const { items } = (await get('areas?under=51.71')).body;
    expect(items.filter((area: { level: string }) => area.level === 'village')).toHaveLength(43);
    const used = (await get('areas?used=true')).body.items;
    expect(used.filter((area: { level: string }) => area.level === 'village')).toHaveLength(5);
    expect((await get('areas/boundaries')).body.code).toBe('boundaries-not-loaded');
    const square = {
      type: 'Polygon',
      coordinates: [
        [
          [115, -8],
          [115.1, -8],
          [115.1, -8.1],
          [115, -8],
        ],
      ],
    };
    const feature = (properties: object) => ({ type: 'Feature', properties, geometry: square });
    const send = (features: object[]) =>
      server.call('POST', 'areas/boundaries', JSON.stringify({ type: 'FeatureCollection', features }), {
        headers: { 'content-type': 'application/geo+json' },
      });
    expect((await send([feature({ name: 'Antah' })])).body.code).toBe('boundaries-unusable');
    const imported = await send([
      feature({ kode_desa: '5171011001' }),
      feature({ village: 'Pedungan', district: 'Denpasar Selatan' }),
      feature({ name: 'Antah' }),
    ]);
    expect(imported.body).toMatchObject({ imported: 2, unknown: ['Antah'], missing: 41 });
    const { body } = await get('areas/boundaries');
    expect(body.features.map((one: { properties: { code: string } }) => one.properties.code)).toContain(
      '51.71.01.1001',
    );
  });
});
