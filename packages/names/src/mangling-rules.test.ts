import { describe, expect, test } from 'vitest';
import { nameSimilarity } from './name-similarity.ts';
import { standardiseName } from './standardise-name.ts';
import { titleInitials } from './title-initials.ts';

function key(raw: string): string {
  return standardiseName(raw).key;
}

function level(a: string, b: string): string {
  return nameSimilarity(standardiseName(a), standardiseName(b)).level;
}

describe('1 spelling eras', () => {
  test.each([
    ['I Njoman Soerjadi', 'I Nyoman Suryadi'],
    ['Tjandra Widjaja', 'Candra Wijaya'],
    ['Ni Ketoet Rahajoe', 'Ni Ketut Rahayu'],
    ['I Wajan Djaja', 'I Wayan Jaya'],
  ])('%s = %s', (old, modern) => {
    expect(key(old)).toBe(key(modern));
    expect(standardiseName(old).orders).toEqual(standardiseName(modern).orders);
    expect(level(old, modern)).toBe('same');
  });
});

describe('2 Sanskrit pairs', () => {
  test.each([
    ['I Made Dharma Artha', 'I Made Darma Arta'],
    ['Ni Luh Shanti Lakshmi', 'Ni Luh Santi Laksmi'],
    ['Krishna Adnjana', 'Kresna Adnyana'],
    ['Widhi Vibawa', 'Widi Wibawa'],
  ])('%s = %s', (a, b) => {
    expect(level(a, b)).toBe('same');
  });
});

describe('3 doubled and lost letters', () => {
  test.each([
    ['Putu Ekka Widnyana', 'Putu Eka Widyana'],
    ['I Gde Yase', 'I Gede Yasa'],
    ['Ketut Darmyasa', 'Ketut Darmayasa'],
  ])('%s = %s', (a, b) => {
    expect(level(a, b)).toBe('same');
  });
  test('a lost letter is a variant', () => {
    expect(level('I Ketut Sukarnata', 'I Ketut Sukanata')).toBe('variant');
  });
});

describe('4 joined and split', () => {
  test.each([
    ['IWAYAN SUKANATA', 'I WAYAN SUKANATA'],
    ['NILUH ARTINI', 'NI LUH ARTINI'],
    ['Puspadewi', 'Puspa Dewi'],
    ['I Made Dharmayasa', 'I Made Dharma Yasa'],
    ['IDAAYU MEGAARINI', 'IDA AYU MEGA ARINI'],
    ['MUHAMMADFIKRI', 'M. Fikri'],
    ['IDA AYURARASWATI', 'IDA AYU RARASWATI'],
  ])('%s = %s', (joined, split) => {
    expect(key(joined)).toBe(key(split));
    expect(level(joined, split)).toBe('same');
  });
});

describe('5 dropped and shortened words', () => {
  test.each([
    ['I Wayan Sukanata', 'Wayan Sukanata'],
    ['Ni Wayan Suartiningsih', 'Ni Suartiningsih'],
    ['Ni Luh Putu Mertasari', 'Ni Putu Luh Mertasari'],
    ['I Gusti Ayu Agung Mertasari', 'IGAA Mertasari'],
    ['I Gusti Agung Ayu Mertasari', 'I G A A Mertasari'],
    ['Anak Agung Ngurah Wirabuana', 'A.A. Ngr. Wirabuana'],
    ['Ida Bagus Wirabuana', 'IB. Wirabuana'],
    ['Dewa Ayu Putu Mertasari', 'DA Putu Mertasari'],
  ])('%s = %s', (full, short) => {
    expect(level(full, short)).toBe('same');
  });
  test('IGAA is never expanded', () => {
    expect(standardiseName('IGAA Mertasari').titles).toEqual(['IGAA']);
    expect(titleInitials(standardiseName('I Gusti Ayu Agung Mertasari').tokens)).toBe('IGAA');
    expect(titleInitials(standardiseName('I Gusti Agung Ayu Mertasari').tokens)).toBe('IGAA');
  });
  test('slips in the words ahead of the given name are mended', () => {
    expect(standardiseName('I NADE SUKANATA').orderWords).toEqual(['MADE']);
    expect(standardiseName('ANAK AGUBG WIRABUANA').titles).toEqual(['ANAK', 'AGUNG']);
    expect(standardiseName('U KADEK SUKANATA').given).toEqual(['SUKANATA']);
  });
  test.each(['NI DEWI LASMINI', 'COKORDA AGUS WIRABUANA', 'IDA AYU ASTRI LASMINI', 'I DEDE SUKANATA'])(
    '%s has no slip to mend',
    (raw) => {
      expect(standardiseName(raw).given).toHaveLength(2);
    },
  );
  test('order words of one place are not one word', () => {
    expect(standardiseName('I Wayan Sukanata').orders).toEqual(standardiseName('I Putu Sukanata').orders);
    expect(level('I Wayan Sukanata', 'I Putu Sukanata')).toBe('partial');
    expect(level('I Wayan Sukanata', 'I Ketut Sukanata')).toBe('weak');
  });
});

describe('6 dots, commas, degrees', () => {
  test.each([
    ['Drs. I Made Sukanata, S.H., M.Kes.', 'I Made Sukanata'],
    ['dr. Ni Luh Artini, Amd.Keb', 'Ni Luh Artini'],
    ['I.G.N. Wirabuana', 'IGN Wirabuana'],
    ['A A Gede Wirabuana', 'A.A. Gede Wirabuana'],
    ['Hj. Siti Maryamah', 'SITI MARYAMAH'],
    ['I Putu Wirabuana, S. Pd', 'I PUTU WIRABUANA'],
    ['I Putu Wirabuana S H', 'I PUTU WIRABUANA'],
  ])('%s = %s', (a, b) => {
    expect(level(a, b)).toBe('same');
  });
  test('Dewa R. is no doctor', () => {
    const name = standardiseName('Dewa R. Wirabuana');
    expect(name.titles).toEqual(['DEWA']);
    expect(name.given).toEqual(['R', 'WIRABUANA']);
  });
});

describe('7 truncation', () => {
  test('a cut last word is a variant', () => {
    expect('I GUSTI NYOMAN WIRAB').toHaveLength(20);
    expect(standardiseName('I GUSTI NYOMAN WIRAB').mayBeTruncated).toBe(true);
    expect(level('I GUSTI NYOMAN WIRAB', 'I Gusti Nyoman Wirabuana')).toBe('variant');
  });
  test('one letter is enough when the length is a cut length', () => {
    expect('NI NYOMAN LASMINI SU').toHaveLength(20);
    expect(level('NI NYOMAN LASMINI SU', 'Ni Nyoman Lasmini Sukerti')).toBe('variant');
  });
});

describe('8 Muhammad and company', () => {
  test.each([
    ['Muhammad Fikri', 'Moh. Fikri'],
    ['Mochamad Fikri', 'M. Fikri'],
    ['Abd. Rasyid', 'Abdul Rasyid'],
    ['Noor Hayati', 'Nurhayati'],
    ['St. Maryamah', 'Siti Maryamah'],
    ['Fikri bin Rasyid', 'Fikri Rasyid'],
    ['Abdurrahman', 'Abdul Rahman'],
    ['Achmad Khoirul', 'Ahmad Chairul'],
  ])('%s = %s', (a, b) => {
    expect(level(a, b)).toBe('same');
  });
});

describe('9 mononyms', () => {
  test('one word is a name', () => {
    expect(standardiseName('Lasmini')).toMatchObject({ given: ['LASMINI'], key: 'LASMINI', orders: [] });
  });
  test('a mononym inside a longer name is part of it', () => {
    expect(level('Lasmini', 'Ni Wayan Lasmini')).toBe('same');
    expect(level('Lasmini', 'Ni Wayan Lasmini Puspita')).toBe('partial');
  });
});

describe('10 placeholders', () => {
  test.each([
    ['BAYI NY NI LUH ARTINI', 'NI LUH ARTINI'],
    ['By. Ny. Artini', 'ARTINI'],
    ['BAYI 2 NY ARTINI', 'ARTINI'],
    ['NY ARTINI BY', 'ARTINI'],
    ['BBL NY. WAYAN ARTINI', 'WAYAN ARTINI'],
    ['BAYINY ARTINI', 'ARTINI'],
    ['An. Ny. Artini', 'ARTINI'],
  ])('%s', (raw, motherName) => {
    expect(standardiseName(raw)).toMatchObject({ isPlaceholder: true, motherName, key: '', given: [] });
  });
  test('a placeholder neither makes nor breaks a match', () => {
    expect(level('BAYI NY ARTINI', 'I Putu Wirabuana')).toBe('weak');
    expect(level('BAYI NY ARTINI', 'BY NY ARTINI')).toBe('partial');
    expect(level('BAYI NY ARTINI', 'BY NY SULASTRI')).toBe('different');
  });
  test('NY is Nyoman behind a marker and Nyonya ahead of an order word', () => {
    expect(standardiseName('I NY WIRABUANA').orderWords).toEqual(['NYOMAN']);
    expect(standardiseName('NY. KADEK ARTINI').orderWords).toEqual(['KADEK']);
    expect(standardiseName('NY. WIRABUANA').orders).toEqual([]);
    expect(standardiseName('NY. WIRABUANA').isPlaceholder).toBe(false);
  });
});

describe('11 nicknames', () => {
  test.each([
    ['Dayu Mertasari', 'Ida Ayu Mertasari'],
    ['Gung Wirabuana', 'Anak Agung Wirabuana'],
    ['Gus Wirabuana', 'Ida Bagus Wirabuana'],
    ['Mang Artini', 'Ni Komang Artini'],
    ['Yan Sukanata', 'I Wayan Sukanata'],
    ['Tu De Sukanata', 'I Putu Gede Sukanata'],
    ['Jro Mangku Sukanata', 'I Wayan Sukanata'],
  ])('%s = %s', (nick, full) => {
    expect(level(nick, full)).toBe('same');
  });
  test('behind a given name they are given names', () => {
    expect(standardiseName('Yohanes Yan').orders).toEqual([]);
    expect(standardiseName('Yohanes Yan').given).toEqual(['YOHANES', 'YAN']);
  });
});
