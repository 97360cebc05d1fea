import type { Area } from '@jangkau/contracts';
import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import { areasText } from './areas-text.ts';

interface AreaPickerProps {
  label: string;
  value: string | null;
  onChange: (code: string | null) => void;
  levels: ReadonlyArray<Area['level']>;
  description?: string;
  placeholder?: string;
  size?: 'xs' | 'sm' | 'md';
}

/** Chooses an area by typing part of its name; every entry says what it lies in. */
export function AreaPicker({ label, value, onChange, levels, ...rest }: AreaPickerProps) {
  const text = useText(areasText);
  const areas = useQuery({ ...apiQuery('listAreas'), staleTime: Number.POSITIVE_INFINITY });
  const data = useMemo(() => areaOptions(areas.data?.items ?? [], levels), [areas.data, levels]);
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      data={data}
      searchable
      clearable
      limit={60}
      nothingFoundMessage={text.noArea}
      clearButtonProps={{ 'aria-label': text.clearArea }}
      {...rest}
    />
  );
}

/** Areas of some levels as choices: 'Sanur, Denpasar Selatan, Kota Denpasar'. */
export function areaOptions(
  areas: readonly Area[],
  levels: ReadonlyArray<Area['level']>,
): Array<{ value: string; label: string }> {
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const options: Array<{ value: string; label: string }> = [];
  for (const area of areas) {
    if (!levels.includes(area.level)) continue;
    const names = [area.name];
    for (let up = area.parent; up; ) {
      const parent = byCode.get(up);
      if (!parent || parent.level === 'province') break;
      names.push(parent.name);
      up = parent.parent;
    }
    options.push({ value: area.code, label: names.join(', ') });
  }
  return options;
}
