import type { MemberSearch } from '@jangkau/store';

/** Somebody an officer looks for. */
export interface Person {
  id: number;
  name: string;
  card: string;
  nik: string | null;
  phone: string | null;
  area: string;
}

const words = ({ name }: Person) => name.split(' ').filter((word) => word.length > 1);
const cut = (person: Person, letters: number) =>
  words(person)
    .map((word) => word.slice(0, letters))
    .join(' ');
const oneOf = (of: readonly string[], at: number) => ({ name: of[at % of.length] as string });

/** What is typed to find somebody, by kind of question. */
export const questionsOf: Record<string, (person: Person, at: number) => MemberSearch> = {
  'whole name': ({ name }) => ({ name }),
  'two words': (person) => ({ name: words(person).slice(-2).join(' ') }),
  'last word': (person) => ({ name: words(person).at(-1) as string }),
  'very common names': (_, at) =>
    oneOf(['wayan', 'ni made', 'putu', 'ni', 'ketut', 'ni luh', 'i gusti', 'kadek ayu'], at),
  'common names that hardly go together': (_, at) =>
    oneOf(['wayan ketut', 'made komang', 'putu nyoman', 'ni bagus', 'kadek ketut nyoman'], at),
  'as typed, two letters': (_, at) =>
    oneOf(['ni lu', 'made su', 'wa', 'su', 'ni ma', 'pu ar', 'ma wi', 'ke su', 'ay pu', 'gu ba'], at),
  'as typed, longer': (_, at) =>
    oneOf(['wayan ari', 'ketut suda', 'ni kadek dwi', 'putu adn', 'suart', 'made wija', 'komang ayu p'], at),
  'two letters of each word': (person) => ({ name: cut(person, 2) }),
  'three letters of each word': (person) => ({ name: cut(person, 3) }),
  'four letters of each word': (person) => ({ name: cut(person, 4) }),
  'last word not finished': (person) => ({ name: words(person).join(' ').slice(0, -2) }),
  'misspelt name': (person, at) => ({ name: misspelt(words(person), at) }),
  'nobody is called so': (_, at) => oneOf(['wayan xqzzq', 'zzzzz', 'qwrtpl ni'], at),
  card: ({ card }) => ({ card }),
  nik: ({ nik, card }) => (nik === null ? { card } : { nik }),
  phone: ({ phone, card }) => (phone === null ? { card } : { phone }),
};

/** The name with a letter lost, doubled, exchanged or replaced in the longest of its words. */
function misspelt(parts: readonly string[], at: number): string {
  const longest = parts.reduce(
    (best, word, i) => (word.length > (parts[best] as string).length ? i : best),
    0,
  );
  return parts
    .map((word, i) => {
      if (i !== longest) return word;
      const middle = Math.floor(word.length / 2);
      const ways = [
        word.slice(0, middle) + word.slice(middle + 1),
        word.slice(0, middle) + word[middle] + word.slice(middle),
        word.slice(0, middle - 1) + word[middle] + word[middle - 1] + word.slice(middle + 1),
        `${word.slice(0, middle)}e${word.slice(middle + 1)}`,
      ];
      return ways[at % ways.length];
    })
    .join(' ');
}
