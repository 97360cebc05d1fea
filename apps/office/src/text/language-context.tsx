import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { createFormat, type Format } from '../format/create-format.ts';
import { type Language, storedLanguage, storeLanguage } from './language.ts';

interface LanguageState {
  language: Language;
  setLanguage: (language: Language) => void;
  format: Format;
}

const LanguageContext = createContext<LanguageState | null>(null);

export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setState] = useState<Language>(storedLanguage);
  const setLanguage = useCallback((next: Language) => {
    storeLanguage(next);
    setState(next);
  }, []);
  const value = useMemo(
    () => ({ language, setLanguage, format: createFormat(language) }),
    [language, setLanguage],
  );
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

export function useLanguage(): LanguageState {
  const state = useContext(LanguageContext);
  if (!state) throw new Error('useLanguage outside LanguageProvider');
  return state;
}

/** The messages of one catalogue in the chosen language. */
export function useText<T>(text: Record<Language, T>): T {
  return text[useLanguage().language];
}

/** Numbers, dates and durations as the chosen language writes them. */
export function useFormat(): Format {
  return useLanguage().format;
}
