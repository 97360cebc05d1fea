/** A resource on its way out; what it may hold is what the validator of the tests knows. */
export interface FhirResource {
  resourceType: string;
  id?: string;
  [property: string]: unknown;
}

/** A number with the system it belongs to. */
export interface Identifier {
  system?: string | undefined;
  value?: string | undefined;
}

/** Names another resource, here mostly by an identifier. */
export interface Reference {
  type?: string;
  reference?: string;
  identifier?: Identifier;
  display?: string;
}

/** What a question is asked for. */
export type EligibilityPurpose = 'auth-requirements' | 'benefits' | 'discovery' | 'validation';

/** One part of a bundle that came in. */
export interface BundleEntry {
  request?: { method?: unknown; url?: unknown };
  resource?: unknown;
}
