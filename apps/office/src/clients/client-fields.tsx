import { type ApiClientKind, ApiScope } from '@jangkau/contracts';
import { Checkbox, Select, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query-options.ts';
import { useText } from '../text/language-context.tsx';
import styles from './clients.module.css';
import { clientsText } from './clients-text.ts';

/** What a client may do, how often, and for whom. */
export interface ClientRights {
  scopes: ApiScope[];
  /** Requests a minute, as typed. */
  limit: string;
  facility: string | null;
  /** As typed; empty: any. */
  userKey: string;
}

/** What is sent of it. */
export function sentRights({ scopes, limit, facility, userKey }: ClientRights) {
  return { scopes, requestsPerMinute: Number(limit), facility, userKey: userKey.trim() || null };
}

/** True when there is nothing to correct. */
export function areComplete({ scopes, limit, userKey }: ClientRights): boolean {
  const key = userKey.trim();
  return scopes.length > 0 && Number(limit) >= 1 && (key === '' || /^[\x21-\x7e]{4,64}$/.test(key));
}

interface ClientFieldsProps {
  kind: ApiClientKind;
  value: ClientRights;
  onChange: (value: ClientRights) => void;
}

/** Fields for the rights of a client. A facility and a user_key are for systems of hospitals. */
export function ClientFields({ kind, value, onChange }: ClientFieldsProps) {
  const text = useText(clientsText);
  const facilities = useQuery(apiQuery('listClientFacilities'));
  const change = (more: Partial<ClientRights>) => onChange({ ...value, ...more });
  const ofHospital = value.scopes.some(
    (scope) => scope === 'eligibility.read' || scope === 'utilisation.add',
  );
  return (
    <>
      <Checkbox.Group
        label={text.scopes}
        value={value.scopes}
        onChange={(scopes) => change({ scopes: scopes.map((scope) => ApiScope.parse(scope)) })}
      >
        <div className={styles.checks}>
          {ApiScope.options.map((scope) => (
            <Checkbox key={scope} value={scope} label={text.scopeNames[scope]} />
          ))}
        </div>
      </Checkbox.Group>
      {ofHospital ? (
        <Select
          label={text.facility}
          description={text.facilityHint}
          placeholder={text.anyFacility}
          searchable
          clearable
          limit={50}
          nothingFoundMessage={text.noFacility}
          data={(facilities.data?.items ?? []).map(({ code, name }) => ({
            value: code,
            label: `${name} (${code})`,
          }))}
          value={value.facility}
          onChange={(facility) => change({ facility })}
        />
      ) : null}
      {ofHospital && kind === 'hmac' ? (
        <TextInput
          label="user_key"
          description={text.userKeyHint}
          value={value.userKey}
          maxLength={64}
          autoComplete="off"
          onChange={(event) => change({ userKey: event.currentTarget.value })}
        />
      ) : null}
      <TextInput
        label={text.limit}
        value={value.limit}
        inputMode="numeric"
        maxLength={7}
        onChange={(event) => change({ limit: event.currentTarget.value.replaceAll(/\D/g, '') })}
      />
    </>
  );
}
