import { Engine, type LinkModel, link } from '../src/index.ts';

const model: LinkModel = {
  name: 'customers',
  fields: {
    name: { kind: 'words', from: 'name' },
    born: { kind: 'date', from: 'born' },
    phone: { kind: 'code', from: { left: 'phone', right: 'mobile' } },
  },
  blocking: [
    { name: 'birth date', keys: [{ field: 'born', use: 'value' }] },
    { name: 'phone', keys: [{ field: 'phone', use: 'value' }] },
    {
      name: 'a word, birth year',
      keys: [
        { field: 'name', use: 'any-word' },
        { field: 'born', use: 'year' },
      ],
    },
  ],
  comparisons: [
    {
      name: 'name',
      field: 'name',
      levels: [
        { label: 'all words', all: [{ is: 'all-words', bits: 0 }] },
        { label: 'similar', all: [{ is: 'similar-words', atLeast: 0.85, bits: 0 }] },
      ],
    },
    {
      name: 'born',
      field: 'born',
      levels: [
        { label: 'same', all: [{ is: 'same' }] },
        { label: 'day and month exchanged', all: [{ is: 'day-month-swapped' }] },
      ],
    },
    { name: 'phone', field: 'phone', levels: [{ label: 'same', all: [{ is: 'same' }] }] },
  ],
};

const engine = await Engine.open();
await engine.run(`
  CREATE TABLE shop AS SELECT * FROM (VALUES
    ('s1', 'Mira Holt',      DATE '1984-03-09', '555-0101'),
    ('s2', 'Jonas Berg',     DATE '1990-11-30', '555-0102'),
    ('s3', 'Ines Carvalho',  DATE '1975-06-02', NULL),
    ('s4', 'Tom Adeyemi',    DATE '2001-01-21', '555-0104'),
    ('s5', 'Lena Fischer',   DATE '1968-08-14', '555-0105')) t(id, name, born, phone);
  CREATE TABLE newsletter AS SELECT * FROM (VALUES
    ('n1', 'Holt Mira',      DATE '1984-09-03', '555-0101'),
    ('n2', 'Jonas Bergh',    DATE '1990-11-30', '555-0102'),
    ('n3', 'Ines Carvalho',  DATE '1975-06-02', '555-0193'),
    ('n4', 'Petra Novak',    DATE '1968-02-14', '555-0194'),
    ('n5', 'Amir Sadeghi',   DATE '1999-05-05', NULL)) t(id, name, born, mobile)`);

await link(engine, model, { left: 'shop', right: 'newsletter' });
console.table(
  await engine.rows(`
    SELECT s.name, n.name AS same_as, round(1 - x.p_unmatched, 3) AS probability
    FROM residue_result x
    JOIN shop s ON s.rowid = x.k_left
    LEFT JOIN newsletter n ON n.rowid = x.linked_right
    ORDER BY s.id`),
);
await engine.close();
