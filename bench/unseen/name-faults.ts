import { MUHAMMAD, NICK, ORDER_SHORT, TITLE_SHORT } from './name-abbreviations.ts';
import type { PersonName } from './person-name.ts';
import { fullName } from './person-name.ts';
import { type Random, Weighted } from './random.ts';
import { loseOrDoubleLetter, mistypeText, oldSpelling, sanskritPair, vowelSlip } from './spelling-faults.ts';

/** What the mangling may know about the person besides the name. */
export interface NameBearer {
  woman: boolean;
  age: number;
}

/** A name being mangled: parts first, the finished line last. */
interface Draft {
  name: PersonName;
  text: string;
}

type Fault = (draft: Draft, who: NameBearer, random: Random) => boolean;

const FAULTS: Record<string, Fault> = {
  'marker-dropped': ({ name }) => {
    if (name.marker === '') return false;
    name.marker = '';
    return true;
  },
  'marker-added': ({ name }, who) => {
    if (name.culture !== 'bali' || name.marker !== '' || name.order.length === 0) return false;
    name.marker = who.woman ? 'Ni' : 'I';
    return true;
  },
  'order-dropped': ({ name }, _who, random) => {
    if (name.order.length === 0 || name.given.length === 0) return false;
    name.order = name.order.length === 1 ? [] : [random.pick(name.order)];
    return true;
  },
  'order-swapped': ({ name }) => {
    if (name.order.length !== 2) return false;
    name.order = [name.order[1] as string, name.order[0] as string];
    return true;
  },
  'order-abbreviated': ({ name }, _who, random) => {
    if (name.order.length === 0) return false;
    const i = random.int(name.order.length);
    const short = ORDER_SHORT[name.order[i] as string];
    if (!short) return false;
    name.order = name.order.map((word, j) => (j === i ? random.pick(short) : word));
    return true;
  },
  'order-synonym': ({ name }) => {
    const twin: Record<string, string> = {
      Wayan: 'Putu',
      Putu: 'Wayan',
      Kadek: 'Made',
      Made: 'Kadek',
      Komang: 'Nyoman',
      Nyoman: 'Komang',
    };
    const other = twin[name.order[0] ?? ''];
    if (!other) return false;
    name.order = [other, ...name.order.slice(1)];
    return true;
  },
  'title-abbreviated': ({ name }, _who, random) => {
    const short = TITLE_SHORT[name.title.join(' ')];
    if (!short) return false;
    name.title = [random.pick(short)];
    return true;
  },
  'title-dropped': ({ name }) => {
    if (name.title.length < 2) return false;
    name.title = name.title.slice(0, -1);
    return true;
  },
  'degree-changed': ({ name }, who, random) => {
    if (name.after !== '' || name.before !== '') {
      if (name.after.includes('.') && random.chance(0.35)) name.after = name.after.replaceAll('.', '');
      else {
        name.after = '';
        name.before = '';
      }
      return true;
    }
    if (who.age < 23) return false;
    if (random.chance(0.5))
      name.after = random.pick(['SH', 'S.Pd', 'SE', 'S.Ag', 'ST', 'S.E.', 'Amd.Keb', 'S.Kom']);
    else name.before = random.pick(['Drs.', 'Ir', 'H.', 'dr.', 'Dra']);
    if (name.before === 'H.' && name.culture !== 'java') name.before = 'Drs';
    return true;
  },
  'old-spelling': (draft, _who, random) => changeGiven(draft, random, oldSpelling),
  'sanskrit-pair': (draft, _who, random) => changeGiven(draft, random, sanskritPair),
  'letter-doubled-or-lost': (draft, _who, random) => changeGiven(draft, random, loseOrDoubleLetter),
  'vowel-slip': (draft, _who, random) => changeGiven(draft, random, vowelSlip),
  joined: ({ name }, _who, random) => {
    if (name.marker !== '' && name.order.length > 0 && random.chance(0.6)) {
      name.order = [name.marker + (name.order[0] as string).toLowerCase(), ...name.order.slice(1)];
      name.marker = '';
      return true;
    }
    if (name.given.length < 2) return false;
    const at = random.int(name.given.length - 1);
    name.given = [
      ...name.given.slice(0, at),
      (name.given[at] as string) + (name.given[at + 1] as string).toLowerCase(),
      ...name.given.slice(at + 2),
    ];
    return true;
  },
  split: ({ name }) => {
    const at = name.given.findIndex((word) =>
      /.{3,}(dewi|yanti|yasa|putra|wati|ningsih|yana|diana)$/i.test(word),
    );
    if (at < 0) return false;
    const word = name.given[at] as string;
    const tail = /(dewi|yanti|yasa|putra|wati|ningsih|yana|diana)$/i.exec(word)?.[0] as string;
    const cut = word.length - tail.length;
    const parts = [word.slice(0, cut), tail.charAt(0).toUpperCase() + tail.slice(1)];
    name.given = [...name.given.slice(0, at), ...parts, ...name.given.slice(at + 1)];
    return true;
  },
  'muhammad-variant': ({ name }, _who, random) => {
    const swaps: Record<string, readonly string[]> = {
      Muhammad: MUHAMMAD,
      Mohammad: MUHAMMAD,
      Moh: MUHAMMAD,
      Ahmad: ['Achmad', 'Akhmad', 'Akmad', 'A.'],
      Abdul: ['Abd', 'Abd.', 'Abdoel'],
      Nur: ['Noor', 'Noer'],
      Siti: ['St', 'St.', 'Sitti'],
      Nurul: ['Noerul', 'Nurol'],
      Yusuf: ['Yusup', 'Jusuf'],
    };
    const at = name.given.findIndex((word) => word in swaps);
    if (at < 0) return false;
    const now = name.given[at] as string;
    const other = random.pick((swaps[now] as readonly string[]).filter((word) => word !== now));
    name.given = name.given.map((word, i) => (i === at ? other : word));
    return true;
  },
  patronym: ({ name }, who, random) => {
    if (name.culture !== 'java' && name.culture !== 'sasak') return false;
    name.given = [
      ...name.given,
      who.woman ? 'Binti' : 'Bin',
      random.pick(['Ahmad', 'Hasan', 'Kasim', 'Suparno', 'Ali', 'Tohir']),
    ];
    return true;
  },
  'given-dropped': ({ name }, _who, random) => {
    if (name.given.length < 2) return false;
    const at = random.int(name.given.length);
    name.given = name.given.filter((_, i) => i !== at);
    return true;
  },
  'given-swapped': ({ name }) => {
    if (name.given.length < 2) return false;
    name.given = [name.given[1] as string, name.given[0] as string, ...name.given.slice(2)];
    return true;
  },
  initial: ({ name }) => {
    if (name.given.length < 2) return false;
    const last = name.given.length - 1;
    name.given = name.given.map((word, i) => (i === last ? `${word.charAt(0)}.` : word));
    return true;
  },
  mononym: ({ name }) => {
    if (
      name.given.length === 0 ||
      (name.order.length === 0 && name.title.length === 0 && name.given.length === 1)
    )
      return false;
    name.marker = '';
    name.title = [];
    name.order = [];
    name.given = [name.given[name.given.length - 1] as string];
    return true;
  },
  nickname: ({ name }, who, random) => {
    if (name.culture !== 'bali' && name.culture !== 'titled') return false;
    const nick =
      name.culture === 'titled'
        ? who.woman
          ? random.pick(['Dayu', 'Gek', 'Gung Ayu'])
          : random.pick(['Gus', 'Gung', 'Gung De', 'Tu De'])
        : (NICK[name.order[0] ?? ''] ?? 'Jro');
    name.marker = '';
    name.title = [];
    name.order = [nick];
    name.given = random.chance(0.75) ? [name.given[random.int(name.given.length)] as string] : name.given;
    return true;
  },
  'priest-name': ({ name }, who, random) => {
    if (who.age < 40 || (name.culture !== 'bali' && name.culture !== 'titled')) return false;
    const titled = name.culture === 'titled';
    name.marker = '';
    name.title = titled
      ? ['Ida', random.pick(['Pandita', 'Pedanda'])]
      : [random.pick(['Jro', 'Jero']), 'Mangku'];
    name.order = random.chance(0.4) && !titled ? name.order : [];
    name.given = [
      random.pick([
        'Dharma',
        'Sidanta',
        'Puspa',
        'Kemenuh',
        'Manuaba',
        'Giri',
        'Wiku',
        'Nabe',
        'Sari',
        'Alit',
      ]),
    ];
    return true;
  },
  jero: ({ name }, who) => {
    if (!who.woman || who.age < 20 || name.culture !== 'bali') return false;
    name.marker = '';
    name.order = ['Jero'];
    return true;
  },
};

const WEIGHTS: [string, number][] = [
  ['marker-dropped', 13],
  ['marker-added', 5],
  ['order-dropped', 3],
  ['order-swapped', 3],
  ['order-abbreviated', 9],
  ['order-synonym', 0.6],
  ['title-abbreviated', 14],
  ['title-dropped', 1.5],
  ['degree-changed', 9],
  ['old-spelling', 5],
  ['sanskrit-pair', 11],
  ['letter-doubled-or-lost', 8],
  ['vowel-slip', 5],
  ['joined', 7],
  ['split', 4],
  ['muhammad-variant', 10],
  ['patronym', 1],
  ['given-dropped', 3],
  ['given-swapped', 1],
  ['initial', 2],
  ['mononym', 1.2],
  ['nickname', 0.8],
  ['priest-name', 0.25],
  ['jero', 0.35],
  ['typo', 13],
  ['truncated', 3.5],
  ['dots', 1.5],
];
const DRAW = new Weighted<string>(WEIGHTS);

function changeGiven(
  draft: Draft,
  random: Random,
  change: (word: string, random: Random) => string,
): boolean {
  const { name } = draft;
  const start = random.int(name.given.length);
  for (let k = 0; k < name.given.length; k++) {
    const at = (start + k) % name.given.length;
    const word = name.given[at] as string;
    const changed = change(word, random);
    if (changed !== word && changed !== '') {
      name.given = name.given.map((w, i) => (i === at ? changed : w));
      return true;
    }
  }
  return false;
}

/**
 * Writes a name the wrong way, `times` mistakes deep. Returns the line and the names of the faults;
 * a fault that does not change the line (ignoring case) is not named.
 */
export function mangleName(
  original: PersonName,
  who: NameBearer,
  times: number,
  random: Random,
): { text: string; faults: string[] } {
  const draft: Draft = { name: { ...original }, text: '' };
  const faults: string[] = [];
  const finishing: string[] = [];
  for (let done = 0, tries = 0; done < times && tries < 14; tries++) {
    const kind = DRAW.draw(random);
    if (faults.includes(kind) || finishing.includes(kind)) continue;
    const fault = FAULTS[kind];
    if (fault === undefined) finishing.push(kind);
    else if (fault(draft, who, random)) faults.push(kind);
    else continue;
    done++;
  }
  let text = fullName(draft.name);
  for (const kind of finishing) {
    const before = text;
    if (kind === 'typo') text = mistypeText(text, random);
    else if (kind === 'truncated') text = text.slice(0, random.pick([20, 20, 25, 30])).trimEnd();
    else text = text.includes('.') ? text.replaceAll('.', ' ').replace(/ +/g, ' ').trim() : text;
    if (text !== before) faults.push(kind);
  }
  if (text.toUpperCase() === fullName(original).toUpperCase()) return { text, faults: [] };
  return { text, faults };
}
