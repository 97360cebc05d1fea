import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { apiQuery } from '../api/query-options.ts';
import { namesOf } from './area-path.ts';

/** Names areas by their codes, a banjar as 'Banjar, Village'; the code itself while the names are on their way. */
export function useAreaNames(): (code: string) => string {
  const areas = useQuery({ ...apiQuery('listAreas'), staleTime: Number.POSITIVE_INFINITY });
  const names = useMemo(() => namesOf(areas.data?.items ?? []), [areas.data]);
  return (code) => {
    const [village = '', banjar] = code.split('/');
    const name = names.get(village) ?? village;
    return banjar ? `${banjar}, ${name}` : name;
  };
}
