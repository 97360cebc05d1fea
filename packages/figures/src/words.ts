import { formatNumber } from '@jangkau/kernel';

/** A text in Indonesian and in English. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

/** A number as written in each language: 1503459 -> '1.503.459' and '1,503,459'. */
export function numberWords(value: number, decimals = 0): Words {
  const id = formatNumber(value, decimals);
  return { id, en: id.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) };
}

/** Fills `{name}` of a pair of sentences with words or numbers. */
export function fillWords(sentence: Words, values: Readonly<Record<string, Words | string>>): Words {
  const fill = (language: 'id' | 'en') =>
    sentence[language].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = values[name] ?? '?';
      return typeof value === 'string' ? value : value[language];
    });
  return { id: fill('id'), en: fill('en') };
}

/** A text given once stands for both languages. */
export function asWords(text: string | Words): Words {
  return typeof text === 'string' ? { id: text, en: text } : text;
}
