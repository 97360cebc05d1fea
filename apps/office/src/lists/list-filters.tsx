import { InactiveKind, type PeopleList, UncoveredReason } from '@jangkau/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { skipToken, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { levelOf } from '../areas/area-path.ts';
import { AreaPicker } from '../areas/area-picker.tsx';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import styles from './list.module.css';
import { filtersOfList, sortsOfList } from './list-columns.ts';
import type { ListSearch } from './list-search.ts';
import { listText } from './list-text.ts';

interface ListFiltersProps {
  runId: string;
  list: PeopleList;
  search: ListSearch;
  onChange: (part: Partial<ListSearch>) => void;
}

const NOTHING: ListSearch = {
  area: undefined,
  banjar: undefined,
  minP: undefined,
  maxP: undefined,
  reason: undefined,
  segment: undefined,
  status: undefined,
  kind: undefined,
};

/** The filters of a list; folded away on a phone. */
export function ListFilters(props: ListFiltersProps) {
  const text = useText(listText);
  const format = useFormat();
  const phone = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false });
  const { sort: _sort, ...filters } = props.search;
  const active = Object.values(filters).filter((value) => value !== undefined).length;
  const fields = (
    <div className={styles.filters}>
      <Fields {...props} />
      {active > 0 ? (
        <Button variant="subtle" className={styles.clear} onClick={() => props.onChange(NOTHING)}>
          {text.clear}
        </Button>
      ) : null}
    </div>
  );
  if (!phone) return fields;
  return (
    <details className={styles.fold}>
      <summary>{text.filters(format.integer(active))}</summary>
      {fields}
    </details>
  );
}

function Fields({ runId, list, search, onChange }: ListFiltersProps): ReactNode {
  const text = useText(listText);
  const words = useText(peopleText);
  const format = useFormat();
  const shown = filtersOfList[list];
  const village = search.area && levelOf(search.area) === 'village' ? search.area : null;
  const banjarQuery = apiQuery('listBanjarFigures', {
    params: { id: runId },
    query: { area: village ?? '' },
  });
  const banjars = useQuery(village ? banjarQuery : { ...banjarQuery, queryFn: skipToken });
  const any = { value: '', label: text.any };
  const select = (
    label: string,
    value: string | undefined,
    options: Array<{ value: string; label: string }>,
    set: (value: string | undefined) => void,
  ) => (
    <NativeSelect
      label={label}
      value={value ?? ''}
      data={[any, ...options]}
      onChange={(event) => set(event.currentTarget.value || undefined)}
    />
  );
  const optionsOf = (names: Record<string, string>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }));

  return (
    <>
      <AreaPicker
        label={text.area}
        placeholder={text.anyArea}
        levels={['regency', 'district', 'village']}
        value={search.area ?? null}
        onChange={(area) => onChange({ area: area ?? undefined, banjar: undefined })}
      />
      {shown.includes('banjar') && village
        ? select(
            text.banjar,
            search.banjar,
            (banjars.data?.items ?? []).flatMap(({ banjar }) =>
              banjar === null ? [] : [{ value: banjar, label: banjar }],
            ),
            (banjar) => onChange({ banjar }),
          )
        : null}
      {shown.includes('probability')
        ? select(
            text.probability,
            search.minP === undefined ? undefined : String(search.minP),
            [0.5, 0.8, 0.9, 0.95, 0.99].map((p) => ({
              value: String(p),
              label: text.atLeast(format.percent(p, 0)),
            })),
            (minP) => onChange({ minP: minP === undefined ? undefined : Number(minP) }),
          )
        : null}
      {shown.includes('reason')
        ? select(
            text.reason,
            search.reason,
            UncoveredReason.options.map((value) => ({ value, label: words.reasons[value] ?? value })),
            (reason) => onChange({ reason }),
          )
        : null}
      {shown.includes('kind')
        ? select(
            text.kind,
            search.kind,
            InactiveKind.options.map((value) => ({ value, label: words.kinds[value] })),
            (kind) => onChange({ kind: kind as InactiveKind | undefined }),
          )
        : null}
      {shown.includes('segment')
        ? select(text.segment, search.segment, optionsOf(words.segments), (segment) => onChange({ segment }))
        : null}
      {shown.includes('status')
        ? select(text.status, search.status, optionsOf(words.statuses), (status) => onChange({ status }))
        : null}
      <NativeSelect
        label={text.sort}
        value={search.sort ?? sortsOfList[list][0]}
        data={sortsOfList[list].map((value) => ({ value, label: text.sorts[value] }))}
        onChange={(event) => onChange({ sort: event.currentTarget.value as ListSearch['sort'] })}
      />
    </>
  );
}
