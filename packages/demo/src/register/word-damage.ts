import type { NameChange } from './spelling-damage.ts';

const orders: Record<string, readonly string[]> = {
  Putu: ['Pt', 'Pt.', 'Tu'],
  Wayan: ['Wyn', 'Wy', 'Wyn.', 'Yan'],
  Gede: ['Gd', 'Gde', 'Gd.', 'De'],
  Luh: ['Lh', 'Iluh'],
  Kompiang: ['Kompyang'],
  Kadek: ['Kdk', 'Kd', 'Kd.', 'Kade', 'Dek'],
  Made: ['Md', 'Mde', 'Md.'],
  Nengah: ['Ngh', 'Nngah', 'Ngh.'],
  Komang: ['Kmg', 'Km', 'Mang', 'Koming'],
  Nyoman: ['Nym', 'Nyom', 'Ny', 'Njoman', 'Nym.'],
  Ketut: ['Kt', 'Ktt', 'Tut', 'Kt.'],
};
const orderWord = /\b(Putu|Wayan|Gede|Luh|Kompiang|Kadek|Made|Nengah|Komang|Nyoman|Ketut)\b/;
const titles: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^I Gusti Agung Ayu/, ['IGAA', 'I.G.A.A.', 'I Gst Ag Ayu', 'I Gst A A']],
  [/^I Gusti Ngurah/, ['IGN', 'I.G.N.', 'I Gst Ngr', 'I Gst Ngr.', 'Gst Ngr']],
  [/^I Gusti Ayu/, ['IGA', 'I.G.A.', 'I Gst Ayu', 'Gst Ayu', 'IG Ayu', 'Gek']],
  [/^I Gusti Agung/, ['IGA', 'I Gst Agung', 'I Gst Ag']],
  [/^I Gusti Bagus/, ['IGB', 'I Gst Bgs']],
  [/^(I |Ni )?Gusti/, ['I Gst', 'Gst', 'IGst', 'Gusti', 'Gst.']],
  [/^Ida Bagus/, ['IB', 'I.B.', 'Ida Bgs', 'Gus', 'I B']],
  [/^Ida Ayu/, ['IA', 'I.A.', 'Ida A.', 'Dayu', 'I A']],
  [/^Anak Agung/, ['AA', 'A.A.', 'A A', 'A. A.', 'Gung']],
  [/^Cokorda/, ['Cok', 'Tjok', 'Tjokorda', 'Cok.']],
  [/^(I )?Dewa/, ['Dw', 'I Dw', 'Dewa', 'Dw.']],
  [/^Desak/, ['Dsk', 'Ds', 'Dsk.']],
  [/^Ngakan/, ['Ngkn']],
  [/^Sang /, ['Sg ']],
  [/^((I|Ni) )?Pande/, ['Pnd', 'Pande']],
];
const muslim: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /^(Muhammad|Mohammad|Muhamad|Moh)\b/,
    ['Muhammad', 'Mohammad', 'Mohamad', 'Muhamad', 'Moh', 'Moh.', 'Muh', 'Mhd', 'M.', 'M'],
  ],
  [/^(Achmad|Ahmad)\b/, ['Achmad', 'Ahmad', 'Akhmad', 'Ach.']],
  [/\bAbdul\b/, ['Abd', 'Abd.', 'Abdoel']],
  [/\bNur\b/, ['Noor', 'Noer', 'N.']],
  [/\bSiti\b/, ['St', 'St.', 'Sitti', 'S.']],
  [/ (Bin|Binti) /, [' ', ' B. ', ' bin ']],
  [/\bSri\b/, ['S.', 'Srie']],
];
const degrees = ['S.H.', 'S.E.', 'S.Pd.', 'M.Kes.', 'Amd.Keb', 'S.Kom', 'SE', 'SH', 'S.Pd', 'A.Md.'];

/** Rule 5a: the marker dropped (I Wayan Sudiarta, Wayan Sudiarta). */
export const dropMarker: NameChange = (name) => name.replace(/^(I|Ni) (?=[A-Z][a-z]+ )/, '');

/** Rule 5b: the birth order dropped (Ni Ketut Suartini, Ni Suartini). */
export const dropOrder: NameChange = (name) =>
  name.split(' ').length > 2 ? name.replace(orderWord, '').replace(/ {2,}/g, ' ').trim() : name;

/** Rule 5c: two birth-order words swapped (Ni Luh Putu, Ni Putu Luh), or one added. */
export const swapOrders: NameChange = (name, random) => {
  const swapped = name.replace(
    /\b(Luh|Putu|Made|Gede|Kadek) (Putu|Made|Gede|Kadek|Wayan|Komang|Ketut)\b/,
    '$2 $1',
  );
  if (swapped !== name) return swapped;
  return name.replace(/^(I|Ni) (?=Wayan|Made|Putu|Kadek)/, (all, marker: string) =>
    marker === 'Ni' ? 'Ni Luh ' : random.chance(0.4) ? 'I Gede ' : all,
  );
};

/** Rule 5d: birth order abbreviated. */
export const shortenOrder: NameChange = (name, random) =>
  name.replace(orderWord, (word) => random.of(orders[word] as readonly string[]));

/** Rule 5e and 6: a title shortened to initials, with dots or not; initials are never to be expanded to one title. */
export const shortenTitle: NameChange = (name, random) => {
  for (const [from, to] of titles) if (from.test(name)) return name.replace(from, random.of(to));
  return name;
};

/** Rule 6: academic or religious title added, dropped or written without dots. */
export const academicTitle: NameChange = (name, random) => {
  const bare = name.replace(/^(Drs?\.|dr\.|Ir\.|H\.|Hj\.) /, '').replace(/, .*$/, '');
  if (bare !== name) return random.chance(0.75) ? bare : name.replaceAll('.', '');
  if (random.chance(0.8)) return `${name}${random.chance(0.7) ? ', ' : ' '}${random.of(degrees)}`;
  return `${random.of(['Drs.', 'dr.', 'Ir.', 'DRS'])} ${name}`;
};

/** Rule 7: cut at the width of an old file. */
export const truncate: NameChange = (name, random) => {
  const width = random.of([20, 20, 25, 25, 25, 30]);
  return name.length > width ? name.slice(0, width).trimEnd() : name;
};

/** Rule 8: Muhammad and others in their many spellings. */
export const muslimSpelling: NameChange = (name, random) => {
  for (const [from, to] of muslim) if (from.test(name)) return name.replace(from, random.of(to));
  return name;
};

/** Rule 9: one word only, or the last word missing. */
export const fewerWords: NameChange = (name, random) => {
  const words = name.split(' ');
  if (words.length < 2) return name;
  if (words.length > 2 && random.chance(0.6)) {
    words.splice(random.chance(0.5) ? words.length - 1 : words.length - 2, 1);
    return words.join(' ');
  }
  return (random.chance(0.85) ? words.at(-1) : words[0]) as string;
};

/** A middle word as an initial. */
export const initial: NameChange = (name, random) => {
  const words = name.split(' ');
  if (words.length < 3) return name;
  const at = random.between(1, words.length - 2);
  words[at] = `${words[at]?.[0]}${random.chance(0.5) ? '.' : ''}`;
  return words.join(' ');
};

/** Given names first or in another order. */
export const reorder: NameChange = (name) => {
  const words = name.split(' ');
  if (words.length < 3) return name;
  const last = words.pop() as string;
  words.splice(-1, 0, last);
  return words.join(' ');
};

/** Rule 11: a nickname in place of the first words (Gung, Gus, Gek, Tu De, Mang, Dayu, Jro). */
export const nickname: NameChange = (name, random) => {
  const last = name.split(' ').at(-1) as string;
  if (/^(Anak Agung|Cokorda)/.test(name)) return `Gung ${last}`;
  if (/^(Ida Bagus)/.test(name)) return `Gus ${last}`;
  if (/^(Ida Ayu)/.test(name)) return `Dayu ${last}`;
  if (/^(I |Ni )?Gusti Ayu/.test(name)) return `Gek ${last}`;
  const order = orderWord.exec(name)?.[0];
  const called: Record<string, string> = {
    Komang: 'Mang',
    Kadek: 'Dek',
    Ketut: 'Tut',
    Wayan: 'Yan',
    Putu: 'Tu De',
    Nyoman: 'Man',
  };
  const call = order ? called[order] : undefined;
  return call ? `${call} ${last}` : random.chance(0.5) ? `Jro ${last}` : last;
};

/** A consecrated priest, or a commoner woman married up: an entirely different string for the same person. */
export const consecrated: NameChange = (_, random) =>
  `${random.of(['Jro Mangku', 'Jero', 'Ida Pedanda', 'Ida Pandita', 'Jero Mangku'])} ${random.of([
    'Made',
    'Ketut',
    'Gede',
    'Sekar',
    'Kusuma',
    'Suci',
    'Dharma',
    'Sari',
    'Istri Oka',
    'Gede Manuaba',
  ])}`;
