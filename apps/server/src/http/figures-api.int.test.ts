import { computeFigures } from '@jangkau/store';
import { addFamily } from '@jangkau/store/testing/membership-fixture';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  const { owner, ownerPool } = server.services.database;
  const people = (from: number, n: number) => Array.from({ length: n }, (_, i) => from + i);
  await addFamily(owner, { people: people(1, 30), segment: 'PBI_APBN' });
  await addFamily(owner, { people: people(31, 8), active: false });
  await addFamily(owner, { people: people(51, 20), area: '51.03.01.1001', segment: 'PBPU_PEMDA' });
  await addFamily(owner, { people: people(81, 2), area: '51.03.01.1001', active: false });
  await ownerPool.query(`INSERT INTO population_figure (as_of, source, area_code, residents) VALUES
    ('2026-06-30', 'uji', '51.71.01.1002', 40), ('2026-06-30', 'uji', '51.03.01.1001', 21), ('2026-06-30', 'uji', '', 63)`);
  await computeFigures(ownerPool, {
    today: '2026-11-22',
    timeZone: 'Asia/Makassar',
    by: 'uji',
    from: '2026-07',
  });
});
afterAll(() => server.close());

const get = (path: string, as?: string) => server.call('GET', path, undefined, as ? { as } : {});

test('a month says its parts, denominators and source, and parts add up', async () => {
  const { status, body } = await get('figures');
  expect(status).toBe(200);
  expect(body.snapshot).toMatchObject({
    month: '2026-10',
    version: 1,
    asOf: '2026-10-31',
    population: { source: 'uji', asOf: '2026-06-30' },
  });
  expect(body.area).toMatchObject({ population: 63, members: 60, active: 50, arrears: 10, residual: 3 });
  expect(body.buckets.reduce((sum: number, one: { people: number }) => sum + one.people, 0)).toBe(63);
  expect(body.figures.find((one: { id: string }) => one.id === 'active-of-population')).toEqual({
    id: 'active-of-population',
    ratio: 50 / 63,
    numerator: { id: 'active-members', value: 50 },
    denominator: { id: 'population', value: 63 },
  });
  const areas = (await get('figures/areas?level=village')).body.items;
  expect(areas.map((one: { name: string; population: number }) => one.population)).toEqual([21, 40, 2]);
  const series = (await get('figures/series')).body.items;
  expect(series.map((one: { month: string }) => one.month)).toEqual([
    '2026-07',
    '2026-08',
    '2026-09',
    '2026-10',
  ]);
});

test('who has one village sees its figures and neither those of the branch nor of others', async () => {
  const own = await get('figures', 'desa');
  expect(own.body.area).toMatchObject({ code: '51.71.01.1002', members: 38 });
  expect((await get('figures?area=51.71', 'desa')).status).toBe(404);
  expect((await get('figures?area=51.03.01.1001', 'desa')).status).toBe(404);
  const villages = (await get('figures/areas?level=village&area=51.71', 'desa')).body.items;
  expect(villages.map((one: { code: string }) => one.code)).toEqual(['51.71.01.1002']);
  await server.addOfficer('periksa', 'auditor');
  expect((await get('figures', 'periksa')).status).toBe(403);
});

test('a fact that comes late leaves the month as it was and adds a version that says what changed', async () => {
  const { ownerPool } = server.services.database;
  await ownerPool.query(`INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
    SELECT member_id, '2026-09-10', segment, class, true, NULL, 'PAID', 'payment:1' FROM member_status
    WHERE NOT active AND area_code = '51.03.01.1001'`);
  const result = await computeFigures(ownerPool, {
    today: '2026-11-22',
    timeZone: 'Asia/Makassar',
    by: 'uji',
  });
  expect(result).toMatchObject({ added: [], restated: ['2026-09', '2026-10'] });
  expect((await get('figures?month=2026-09&version=1')).body.area.active).toBe(50);
  const now = (await get('figures?month=2026-09')).body;
  expect([now.area.active, now.snapshot.version, now.snapshot.causes]).toEqual([
    52,
    2,
    [{ cause: 'payment', facts: 2 }],
  ]);
  const changes = (await get('figures/restatements?area=51.03.01.1001')).body.items;
  expect(changes).toContainEqual(
    expect.objectContaining({ month: '2026-09', measure: 'active', before: 20, after: 22 }),
  );
  expect((await get('figures/restatements?area=51.71.01.1002')).body.items).toEqual([]);
  await expect(ownerPool.query('UPDATE figure_area SET active = 0')).rejects.toThrow('append-only');
});

test('the workbook holds the same numbers, the report is a PDF', async () => {
  const fetchBytes = async (path: string) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    return answer.bytes;
  };
  const book = await readXlsx(await fetchBytes('figures/export?month=2026-08'));
  expect(book.sheets.map(({ name }) => name)).toEqual([
    'Ringkasan',
    'Wilayah',
    'Segmen',
    'Bulan',
    'Definisi',
    'Sumber',
  ]);
  expect(JSON.stringify(book.sheets[1]?.rows)).toContain('51.03.01.1001');
  const pdf = await fetchBytes('figures/print?month=2026-08');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});

test('published figures are checked with our own of the same month beside them', async () => {
  const article = await server.call('POST', 'figures/check', { article: 'denpasar-2024-09' });
  expect(article.body.verdicts).toMatchObject({ contradicts: 4 });
  const claims = JSON.stringify([
    {
      value: '83.33',
      unit: 'percent',
      definition: 'active-of-members',
      numerator: 50,
      denominator: 60,
      date: '2026-08',
    },
  ]);
  const own = await server.call('POST', 'figures/check', { claims });
  expect(own.body.claims[0]).toMatchObject({
    verdict: 'rounds',
    own: { month: '2026-08', numerator: { value: 50 }, denominator: { value: 60 } },
  });
  await queryRows(
    server.services.database.owner,
    `INSERT INTO visit_by_area (month, area_code, segment, level, kind, n) VALUES
       ('2024-01-01', '51.71.01.1001', 'PBPU', 'FKTP', 'sick', 900), ('2024-06-01', '', 'PBPU', 'RITL', 'sick', 10),
       ('2024-07-01', '51.71.01.1001', 'PBPU', 'FKTP', 'sick', 5)`,
  );
  const uses = await server.call('POST', 'figures/check', { article: 'denpasar-2024-09' });
  const [halfYear, ...others] = uses.body.claims.flatMap((claim: { id: string; ownUses: unknown[] }) =>
    claim.ownUses.length > 0 ? [claim] : [],
  );
  // Half a year has 182 days in 2024, whatever a release divides by; years without visits say nothing.
  expect([halfYear.id, halfYear.ownUses]).toEqual([
    'uses-2024-h1-per-day',
    [{ from: '2024-01-01', to: '2024-06-30', days: 182, uses: 910, perDay: 5 }],
  ]);
  expect(others.map(({ id }: { id: string }) => id)).toEqual(['uses-2024-whole-year', 'uses-2024-growth']);
  const broken = await server.call('POST', 'figures/check', { claims: '{"claims": [{}]}' });
  expect(broken.status).toBe(422);
});

test('everybody may see the public figures; small counts and what would tell them are hidden', async () => {
  const open = (path: string) => server.app.inject({ method: 'GET', url: `/api/v1/${path}` });
  const branch = await open('public/figures');
  expect([branch.statusCode, branch.headers['cache-control']]).toEqual([200, 'public, max-age=300']);
  const { area, parts, segments } = branch.json();
  expect(area).toMatchObject({ population: 63, members: 60, active: 52 });
  // No one of the 22 members of Badung is inactive: to say that all work would tell of each.
  const shown = parts.map(({ code, active }: { code: string; active: number | null }) => [code, active]);
  expect(shown).toEqual([
    ['51.03', null],
    ['51.71', null],
    ['', null],
  ]);
  expect(segments).toBeNull();
  expect((await open('public/figures?area=99.99')).statusCode).toBe(404);
});
