interface ChoiceProps<T extends string> {
  legend: string;
  options: readonly { value: T; label: string; hint?: string | undefined }[];
  value: T | null;
  onChange: (value: T) => void;
  /** Two beside each other when the words are short. */
  narrow?: boolean;
}

let groups = 0;

/** One of several, each large enough for a thumb. */
export function Choice<T extends string>({ legend, options, value, onChange, narrow }: ChoiceProps<T>) {
  const name = nameOf(legend);
  return (
    <fieldset class={narrow ? 'choice narrow' : 'choice'}>
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} class={option.value === value ? 'option chosen' : 'option'}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

const names = new Map<string, string>();

function nameOf(legend: string): string {
  const known = names.get(legend);
  if (known) return known;
  const name = `choice-${++groups}`;
  names.set(legend, name);
  return name;
}
