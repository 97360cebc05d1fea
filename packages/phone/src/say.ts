import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export type Language = 'id' | 'en';

/** Words in the language of the screen: Indonesian first. */
export type Say = (id: string, en: string) => string;

export const LanguageContext = createContext<Language>('id');

/** The words of a screen stand where they are shown, in both languages. */
export function useSay(): Say {
  const language = useContext(LanguageContext);
  return language === 'id' ? (id) => id : (_, en) => en;
}

/** Words that come in both languages. */
export function useWords(): (words: { id: string; en: string }) => string {
  const language = useContext(LanguageContext);
  return (words) => words[language];
}

/** The language chosen on this phone. Not personal: kept in clear so that the lock screen speaks it. */
export function readLanguage(): Language {
  return localStorage.getItem('jangkau-language') === 'en' ? 'en' : 'id';
}

export function keepLanguage(language: Language): void {
  localStorage.setItem('jangkau-language', language);
  document.documentElement.lang = language;
}
