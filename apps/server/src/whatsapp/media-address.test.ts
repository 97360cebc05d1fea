import { expect, test } from 'vitest';
import { isMediaAddress } from './media-address.ts';

const graph = 'https://graph.facebook.com/v24.0';

test('files are fetched from WhatsApp and from the Graph API they were found by, from nowhere else', () => {
  for (const address of [
    'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1',
    'https://mmg.whatsapp.net/v/t62.1',
    'https://scontent.xx.fbcdn.net/x',
    'https://graph.facebook.com/files/1',
  ])
    expect([address, isMediaAddress(address, graph)]).toEqual([address, true]);
  for (const address of [
    'http://169.254.169.254/latest/meta-data/',
    'http://lookaside.fbsbx.com/x',
    'https://fbsbx.com.example/x',
    'https://evilfbsbx.com/x',
    'https://lookaside.fbsbx.com:8443/x',
    'https://lookaside.fbsbx.com@example.com/x',
    'https://user:secret@lookaside.fbsbx.com/x',
    'https://127.0.0.1/x',
    'file:///etc/passwd',
    'data:image/png;base64,AAAA',
    'bukan alamat',
  ])
    expect([address, isMediaAddress(address, graph)]).toEqual([address, false]);
  // The simulator: the same server, without HTTPS.
  expect(
    isMediaAddress('http://127.0.0.1:5100/simulator/graph/files/1', 'http://127.0.0.1:5100/simulator/graph'),
  ).toBe(true);
  expect(isMediaAddress('http://127.0.0.1:5101/files/1', 'http://127.0.0.1:5100/simulator/graph')).toBe(
    false,
  );
});
