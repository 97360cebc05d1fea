import type { RuleSettingView } from '@jangkau/contracts';
import type { Format } from '../format/create-format.ts';
import type { Language } from '../text/language.ts';
import type { rulesText } from './rules-text.ts';

type Text = (typeof rulesText)['id'];

/** A value of a setting in words. */
export function ruleValue(
  { form }: Pick<RuleSettingView, 'form'>,
  value: unknown,
  { text, format, language }: { text: Text; format: Format; language: Language },
): string {
  switch (form.kind) {
    case 'number':
      return text.units[form.unit]?.(format.integer(Number(value))) ?? String(value);
    case 'choice':
      return form.values.find((known) => known.value === value)?.[language] ?? String(value);
    case 'date':
      return format.date(String(value));
    case 'wages': {
      const areas = Object.keys((value ?? {}) as object).length;
      return areas === 0 ? text.none : text.wages(format.integer(areas));
    }
  }
}
