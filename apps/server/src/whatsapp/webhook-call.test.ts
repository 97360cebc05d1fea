import { expect, test } from 'vitest';
import { readWebhookCall } from './webhook-call.ts';

const from = '6281299990001';
const other = '6281299990002';

function call(value: object, field = 'messages', time: unknown = 1_767_225_600) {
  const metadata = { display_phone_number: '628118165165', phone_number_id: '1001' };
  const change = {
    field,
    value: field === 'messages' ? { messaging_product: 'whatsapp', metadata, ...value } : value,
  };
  return readWebhookCall(
    Buffer.from(
      JSON.stringify({
        object: 'whatsapp_business_account',
        entry: [{ id: '2002', time, changes: [change] }],
      }),
    ),
  );
}

function said(message: object, contacts: object[] = [{ wa_id: from, user_id: 'ID.1' }]) {
  const { messages, faults } = call({
    contacts,
    messages: [{ from, id: 'wamid.1', timestamp: '1767225600', ...message }],
  });
  return { said: messages[0]?.said, faults };
}

test.each([
  [
    'a text from an advertisement, as an answer to a forwarded one',
    {
      type: 'text',
      text: { body: 'mau aktifkan' },
      referral: { source_url: 'https://fb.me/x', source_type: 'ad', ctwa_clid: 'c' },
      context: { forwarded: true, from: other, id: 'wamid.0' },
    },
    { kind: 'text', text: 'mau aktifkan' },
  ],
  [
    'a quick reply of a template',
    { type: 'button', button: { payload: 'begin.reactivate', text: 'Aktifkan kartu' } },
    { kind: 'choice', id: 'begin.reactivate', title: 'Aktifkan kartu' },
  ],
  [
    'a row of a list',
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'a', title: 'A', description: 'x' } },
    },
    { kind: 'choice', id: 'a', title: 'A' },
  ],
  [
    'a form',
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', body: 'Sent', response_json: '{"x":1}' } },
    },
    { kind: 'other', what: 'formulir' },
  ],
  [
    'an interactive message without its part',
    { type: 'interactive' },
    { kind: 'other', what: 'pesan jenis ini' },
  ],
  [
    'a sticker',
    { type: 'sticker', sticker: { id: '9', mime_type: 'image/webp', sha256: 'x', animated: true } },
    { kind: 'other', what: 'stiker' },
  ],
  [
    'a voice note',
    { type: 'audio', audio: { id: '9', mime_type: 'audio/ogg; codecs=opus', voice: true } },
    { kind: 'other', what: 'pesan suara' },
  ],
  ['cards of people', { type: 'contacts', contacts: [{ name: {} }] }, { kind: 'other', what: 'kontak' }],
  [
    'a place',
    { type: 'location', location: { latitude: -8.6, longitude: 115.2 } },
    { kind: 'other', what: 'lokasi' },
  ],
  [
    'an order',
    { type: 'order', order: { catalog_id: '1', product_items: [] } },
    { kind: 'other', what: 'pesanan' },
  ],
  [
    'a kind WhatsApp does not pass on',
    { type: 'unsupported', unsupported: { type: 'poll' }, errors: [{ code: 131051, title: 'Unsupported' }] },
    { kind: 'other', what: 'pesan jenis ini' },
  ],
  ['a mark', { type: 'reaction', reaction: { message_id: 'wamid.0', emoji: '👍' } }, { kind: 'nothing' }],
  ['a mark taken away', { type: 'reaction', reaction: { message_id: 'wamid.0' } }, { kind: 'nothing' }],
  [
    'other words for what was said',
    {
      type: 'edit',
      edit: { original_message_id: 'wamid.0', message: { type: 'text', text: { body: 'maaf, kelas 2' } } },
    },
    { kind: 'changed', of: 'wamid.0', text: 'maaf, kelas 2' },
  ],
  [
    'a message taken back',
    { type: 'revoke', revoke: { original_message_id: 'wamid.0' } },
    { kind: 'withdrawn', of: 'wamid.0' },
  ],
  [
    'a new number',
    { type: 'system', system: { type: 'user_changed_number', wa_id: other, body: 'x', user_id: 'ID.2' } },
    { kind: 'moved', phone: other, userId: 'ID.2' },
  ],
  [
    'a new key of the phone',
    { type: 'system', system: { type: 'customer_identity_changed' }, identity: { hash: 'x' } },
    { kind: 'nothing' },
  ],
  [
    'a file without its id',
    { type: 'image', image: { mime_type: 'image/jpeg' } },
    { kind: 'other', what: 'berkas ini' },
  ],
  ['a kind of tomorrow', { type: 'hologram', hologram: { id: '1' } }, { kind: 'nothing' }],
  ['no kind at all', {}, { kind: 'nothing' }],
])('%s', (_, message, expected) => {
  expect(said(message)).toEqual({ said: expected, faults: [] });
});

test('a message with an error beside it is read, and the error named', () => {
  const { messages, faults } = call({
    messages: [{ from, id: 'wamid.1', timestamp: '1', type: 'interactive' }],
    errors: [{ code: 131000, title: 'Something went wrong' }],
  });
  expect([messages.length, faults]).toEqual([1, ['error 131000']]);
});

test('the card that came along is of whoever wrote; another person in the same call lends nothing', () => {
  const { messages } = call({
    contacts: [
      { wa_id: other, user_id: 'ID.other' },
      { wa_id: from, profile: { name: 'x' } },
    ],
    messages: [
      { from, id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'a' } },
      { from: other, id: 'wamid.2', timestamp: '1', type: 'text', text: { body: 'b' } },
      { from: '6281299990003', id: 'wamid.3', timestamp: '1', type: 'text', text: { body: 'c' } },
    ],
  });
  expect(messages.map(({ phone, userId }) => [phone, userId])).toEqual([
    [from, null],
    [other, 'ID.other'],
    ['6281299990003', null],
  ]);
});

test('a person known by user id alone, with or without their card', () => {
  const alone = { id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'halo' } };
  const byId = call({ messages: [{ ...alone, from_user_id: 'ID.9' }] });
  const byCard = call({ contacts: [{ user_id: 'ID.9', profile: { username: 'x' } }], messages: [alone] });
  for (const { messages } of [byId, byCard])
    expect(messages[0]).toMatchObject({ phone: null, userId: 'ID.9' });
  expect(call({ messages: [alone] })).toMatchObject({
    messages: [],
    faults: ['message without id or sender'],
  });
});

test('statuses: known ones with their price, unknown words named, a user without a phone', () => {
  const { statuses, faults } = call({
    statuses: [
      {
        id: 'wamid.1',
        status: 'played',
        timestamp: '1767225600',
        recipient_user_id: 'ID.9',
        biz_opaque_callback_data: '17',
        conversation: { id: 'c', origin: { type: 'utility' } },
        pricing: {
          pricing_model: 'PMP',
          category: 'utility',
          type: 'free_customer_service',
          billable: false,
        },
      },
      {
        id: 'wamid.2',
        status: 'failed',
        timestamp: 'x',
        errors: [{ code: 131049, error_data: { details: 'x' } }],
      },
      { id: 'wamid.3', status: 'pondering', timestamp: '1767225600' },
      { status: 'sent' },
      'sent',
    ],
  });
  expect(statuses).toEqual([
    {
      wamid: 'wamid.1',
      ownId: '17',
      status: 'read',
      at: '2026-01-01T00:00:00.000Z',
      errorCode: null,
      priceCategory: 'utility',
      priceType: 'free_customer_service',
      billable: false,
    },
    expect.objectContaining({
      wamid: 'wamid.2',
      status: 'failed',
      errorCode: 131049,
      at: '1970-01-01T00:00:00.000Z',
    }),
  ]);
  expect(faults).toEqual(['status pondering', 'status sent', 'status ?']);
});

const template = { message_template_id: 594425479261596, message_template_language: 'id' };
test.each([
  [
    'message_template_status_update',
    { ...template, event: 'APPROVED', message_template_name: 'aktif_lagi', reason: 'NONE' },
    [{ about: 'template-state', subject: 'aktif_lagi', said: 'APPROVED', detail: null }],
  ],
  [
    'message_template_status_update',
    {
      ...template,
      event: 'REJECTED',
      message_template_name: 'aktif_lagi',
      reason: 'INVALID_FORMAT',
      rejection_info: { reason: 'Variables are adjacent.', recommendation: 'x' },
    },
    [{ about: 'template-state', subject: 'aktif_lagi', said: 'REJECTED', detail: 'Variables are adjacent.' }],
  ],
  [
    'message_template_status_update',
    {
      ...template,
      event: 'PAUSED',
      message_template_name: 'aktif_lagi',
      message_template_language: 'en_US',
      other_info: { title: 'FIRST_PAUSE', description: 'x' },
    },
    [{ about: 'template-state', subject: 'aktif_lagi (en_US)', said: 'PAUSED', detail: 'FIRST_PAUSE' }],
  ],
  [
    'message_template_quality_update',
    {
      ...template,
      message_template_name: 'aktif_lagi',
      previous_quality_score: 'GREEN',
      new_quality_score: 'YELLOW',
    },
    [{ about: 'template-quality', subject: 'aktif_lagi', said: 'YELLOW', detail: 'GREEN' }],
  ],
  [
    'template_category_update',
    {
      ...template,
      message_template_name: 'aktif_lagi',
      previous_category: 'UTILITY',
      new_category: 'MARKETING',
    },
    [{ about: 'template-category', subject: 'aktif_lagi', said: 'marketing', detail: 'UTILITY' }],
  ],
  [
    'phone_number_quality_update',
    {
      display_phone_number: '628118165165',
      event: 'UPGRADE',
      old_limit: 'TIER_2K',
      current_limit: 'TIER_10K',
    },
    [
      { about: 'number', subject: '', said: 'UPGRADE', detail: null },
      { about: 'limit', subject: '', said: '10000', detail: null },
    ],
  ],
  [
    'phone_number_quality_update',
    {
      display_phone_number: '628118165165',
      event: 'THROUGHPUT_UPGRADE',
      max_daily_conversations_per_business: 'TIER_UNLIMITED',
    },
    [
      { about: 'number', subject: '', said: 'THROUGHPUT_UPGRADE', detail: null },
      { about: 'limit', subject: '', said: '1000000000', detail: null },
    ],
  ],
  [
    'business_capability_update',
    { max_daily_conversations_per_business: 2000, max_phone_numbers_per_business: 20 },
    [{ about: 'limit', subject: '', said: '2000', detail: null }],
  ],
  [
    'business_capability_update',
    { max_daily_conversation_per_phone: -1, max_phone_numbers_per_business: 25 },
    [{ about: 'limit', subject: '', said: '1000000000', detail: null }],
  ],
  [
    'account_update',
    {
      event: 'ACCOUNT_RESTRICTION',
      restriction_info: [
        { restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING', expiration: '1770000000' },
      ],
    },
    [
      {
        about: 'account',
        subject: '',
        said: 'ACCOUNT_RESTRICTION',
        detail: 'RESTRICTED_BIZ_INITIATED_MESSAGING 1770000000',
      },
    ],
  ],
  [
    'account_update',
    { phone_number: '628118165165', event: 'DISABLED_UPDATE', ban_info: { waba_ban_state: 'DISABLE' } },
    [{ about: 'account', subject: '', said: 'DISABLED_UPDATE', detail: 'DISABLE' }],
  ],
])('%s', (field, value, expected) => {
  const { notices, faults } = call(value, field);
  expect(notices).toEqual(
    expected.map((notice) => ({
      account: '2002',
      notice: { ...notice, saidAt: '2026-01-01T00:00:00.000Z' },
    })),
  );
  expect(faults).toEqual([]);
});

test('notices without their word, and other fields, are named and do nothing', () => {
  expect(call({ event: 'APPROVED' }, 'message_template_status_update').faults).toEqual([
    'field message_template_status_update without its word',
  ]);
  expect(call({ max_phone_numbers_per_business: 20 }, 'business_capability_update')).toMatchObject({
    notices: [],
  });
  // What the branch wrote with another app comes back as an echo: nobody said it to us.
  const echo = { from, id: 'wamid.1', timestamp: '1', type: 'text', text: { body: 'x' } };
  expect(call({ messages: [echo], message_echoes: [echo] }, 'smb_message_echoes')).toEqual({
    messages: [],
    statuses: [],
    notices: [],
    faults: ['field smb_message_echoes'],
  });
});
