import { useContext } from 'preact/hooks';
import { type Language, LanguageContext } from './say.ts';

/** Indonesian or English. */
export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const language = useContext(LanguageContext);
  return (
    <fieldset class="languages" aria-label="Bahasa / Language">
      {(
        [
          ['id', 'Indonesia'],
          ['en', 'English'],
        ] as const
      ).map(([value, label]) => (
        <button
          key={value}
          type="button"
          lang={value}
          aria-pressed={language === value}
          onClick={() => onChange(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
