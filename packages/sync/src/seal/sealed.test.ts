import { expect, test } from 'vitest';
import { seal, unseal } from './sealed.ts';

const fill = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);

async function pair() {
  const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
  return {
    secret: keys.privateKey,
    open: new Uint8Array(await crypto.subtle.exportKey('raw', keys.publicKey)),
  };
}

test('only the holder of the key opens it, and only as it was', async () => {
  const [server, other] = [await pair(), await pair()];
  const plain = new TextEncoder().encode('kunjungan di rumah contoh');
  const sealed = await seal(plain, server.open, fill);
  expect(await unseal(sealed, server.secret)).toEqual(plain);
  expect(await seal(plain, server.open, fill)).not.toEqual(sealed);
  await expect(unseal(sealed, other.secret)).rejects.toThrow();
  for (const at of [70, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] ?? 0) ^ 1;
    await expect(unseal(changed, server.secret)).rejects.toThrow();
  }
});
