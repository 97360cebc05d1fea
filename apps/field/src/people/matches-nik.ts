/** Whether a typed NIK is the one whose hash the pack has. */
export async function matchesNik(nik: string, hash: string, salt: string): Promise<boolean> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}:${nik}`));
  const hex = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.slice(0, 24) === hash;
}
