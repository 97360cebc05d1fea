/** Where WhatsApp keeps files of people. */
const hosts = ['whatsapp.net', 'fbcdn.net', 'fbsbx.com', 'facebook.com'];

/**
 * Whether the token may be sent to the address of a file: to the Graph API it came from, or by HTTPS to a host of
 * WhatsApp. An answer that names another address must not make this server call it.
 */
export function isMediaAddress(address: string, graph: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, origin, username, password, port } = new URL(address);
  if (username !== '' || password !== '') return false;
  if (origin === new URL(graph).origin) return true;
  return (
    protocol === 'https:' &&
    port === '' &&
    hosts.some((host) => hostname === host || hostname.endsWith(`.${host}`))
  );
}
