import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { actText } from './act-text.ts';

interface FacilitySelectProps {
  /** What the member wrote, or the code they chose. */
  asked: string | null;
  value: string;
  onChange: (code: string) => void;
}

/** Finds a first-level facility by its name. */
export function FacilitySelect({ asked, value, onChange }: FacilitySelectProps) {
  const text = useText(actText);
  const askedWords = (asked ?? '').slice(0, 60);
  const [words, setWords] = useState(value || askedWords);
  const [q] = useDebouncedValue(words.trim(), 250);
  const found = useQuery({
    ...apiQuery('findFacilitiesToChoose', { query: { q } }),
    enabled: q.length >= 2,
    placeholderData: keepPreviousData,
  });
  const data = (found.data?.items ?? []).map(({ code, name, area }) => ({
    value: code,
    label: area ? `${name}, ${area}` : name,
  }));
  return (
    <Select
      label={text.facility}
      description={asked ? text.asked(asked) : undefined}
      placeholder={text.facilityHint}
      searchable
      nothingFoundMessage={text.none}
      filter={({ options }) => options}
      data={data}
      value={value || null}
      onSearchChange={(next) => {
        // Opening the list empties what is typed: what was asked for is looked for again.
        if (!data.some(({ label }) => label === next)) setWords(next.trim() || askedWords);
      }}
      onChange={(next) => onChange(next ?? '')}
    />
  );
}
