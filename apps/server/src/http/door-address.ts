/**
 * The address of a request as the routes of the hospital door know it. Systems put it together from a base and a
 * path, each with or without its slash, and some encode the dollar sign of an operation.
 */
export function doorAddress(url: string): string {
  if (!/^\/+(vclaim-rest|pcare-rest|fhir)(\/|\?|$)/.test(url)) return url;
  const [path = '', ...query] = url.split('?');
  const tidy = path
    .replace(/\/{2,}/g, '/')
    .replace(/(?<=.)\/$/, '')
    .replaceAll('%24', '$');
  return query.length === 0 ? tidy : `${tidy}?${query.join('?')}`;
}
