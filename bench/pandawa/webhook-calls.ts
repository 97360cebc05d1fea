const line = '100000000000009';

/** A call to be delivered: its bytes, and what it must leave behind. */
export interface PlannedCall {
  body: Buffer;
  /** Key of the message or status in it. */
  key: string;
}

/** Contents by type: every kind of message WhatsApp sends, and one it does not send yet. */
const contents: readonly (readonly [kind: string, answered: boolean, content: object])[] = [
  ['text', true, { type: 'text', text: { body: 'alamat kantor bpjs di mana' } }],
  [
    'text, whole story',
    true,
    {
      type: 'text',
      text: { body: 'min mau tanya denda pelayanan itu apa ya, soalnya bapak saya baru lunas' },
    },
  ],
  ['text, dialect', true, { type: 'text', text: { body: 'kenken caran mayah iuran bli' } }],
  ['button', true, { type: 'button', button: { payload: 'x', text: 'Cara bayar' } }],
  [
    'button reply',
    true,
    {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: 'menu.informasi', title: 'Informasi' } },
    },
  ],
  [
    'list reply',
    true,
    {
      type: 'interactive',
      interactive: { type: 'list_reply', list_reply: { id: 'begin.referral', title: 'Rujukan' } },
    },
  ],
  [
    'flow reply',
    true,
    {
      type: 'interactive',
      interactive: { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{}' } },
    },
  ],
  ['interactive without content', true, { type: 'interactive', errors: [{ code: 131000 }] }],
  ['image', true, { type: 'image', image: { id: '1', mime_type: 'image/jpeg' } }],
  ['video', true, { type: 'video', video: { id: '1', mime_type: 'video/mp4' } }],
  ['audio', true, { type: 'audio', audio: { id: '1', mime_type: 'audio/ogg', voice: true } }],
  ['document', true, { type: 'document', document: { id: '1', mime_type: 'application/pdf' } }],
  ['sticker', true, { type: 'sticker', sticker: { id: '1' } }],
  ['location', true, { type: 'location', location: { latitude: -8.67, longitude: 115.22 } }],
  ['contacts', true, { type: 'contacts', contacts: [{}] }],
  ['order', true, { type: 'order', order: { catalog_id: '1', product_items: [] } }],
  ['unsupported', true, { type: 'unsupported', errors: [{ code: 131051 }] }],
  ['reaction', false, { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '🙏' } }],
  ['revoke', false, { type: 'revoke', revoke: { original_message_id: 'wamid.x' } }],
  ['edit', false, { type: 'edit', edit: { original_message_id: 'wamid.x' } }],
  ['identity changed', false, { type: 'system', system: { type: 'customer_identity_changed' } }],
  ['not known yet', false, { type: 'hologram', hologram: { id: 1 } }],
];

/** Numbers of people: one message each, so that every answer can be counted. */
export function plannedCalls(
  round: string,
  count: number,
): { calls: PlannedCall[]; messages: number; statuses: number; answered: number } {
  const calls: PlannedCall[] = [];
  let answered = 0;
  const messages = Math.round(count * 0.6);
  for (let i = 0; i < messages; i++) {
    const [, hasAnswer, content] = contents[i % contents.length] as (typeof contents)[number];
    if (hasAnswer) answered++;
    const from = `62810${round}${String(i).padStart(7, '0')}`;
    const key = `wamid.bench.${round}.${i}`;
    calls.push(
      call(key, {
        contacts: [{ profile: { name: 'Uji' }, wa_id: from, user_id: `ID.${from}` }],
        messages: [{ from, id: key, timestamp: now(), ...content }],
      }),
    );
  }
  const ladder = ['sent', 'delivered', 'read', 'failed'];
  for (let i = messages; i < count; i++) {
    const status = ladder[i % ladder.length];
    const wamid = `wamid.ours.${round}.${Math.floor(i / ladder.length)}`;
    calls.push(
      call(`${wamid} ${status}`, {
        statuses: [
          {
            id: wamid,
            status,
            timestamp: now(),
            recipient_id: '6281',
            pricing: { billable: true, pricing_model: 'PMP', category: 'service', type: 'regular' },
            ...(status === 'failed' ? { errors: [{ code: 131026, title: 'Undeliverable' }] } : {}),
          },
        ],
      }),
    );
  }
  return { calls, messages, statuses: count - messages, answered };
}

function call(key: string, value: object): PlannedCall {
  const body = Buffer.from(
    JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: '1',
          changes: [
            {
              field: 'messages',
              value: { messaging_product: 'whatsapp', metadata: { phone_number_id: line }, ...value },
            },
          ],
        },
      ],
    }),
  );
  return { body, key };
}

function now(): string {
  return String(Math.floor(Date.now() / 1000));
}
