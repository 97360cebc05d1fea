import type { Message } from '@jangkau/pandawa';

/** What the outbox holds: a message of a conversation, a one-time code, or a template. */
export type OutboxBody =
  | Message
  | { kind: 'code'; code: string }
  | {
      kind: 'template';
      name: string;
      parameters: readonly string[];
      /** What comes back when its buttons are pressed, in their order. */
      payloads?: readonly string[];
    };

/** A template that asks somebody whose 24 hours are over to write again. */
export const reopeningTemplate: OutboxBody = {
  kind: 'template',
  name: 'pandawa_jawaban_tersedia',
  parameters: [],
};

/** A message as the Graph API wants it; `id` comes back with its statuses. */
export function messageForWhatsapp(
  to: { phone: string | null; address: string },
  id: string,
  body: OutboxBody,
): object {
  return {
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    ...(to.phone ? { to: to.phone } : { recipient: to.address }),
    biz_opaque_callback_data: id,
    ...content(body),
  };
}

function content(body: OutboxBody): object {
  switch (body.kind) {
    case 'text':
      return { type: 'text', text: { body: body.body, preview_url: false } };
    case 'buttons':
      return {
        type: 'interactive',
        interactive: {
          type: 'button',
          body: { text: body.body },
          action: { buttons: body.choices.map(({ id, title }) => ({ type: 'reply', reply: { id, title } })) },
        },
      };
    case 'list':
      return {
        type: 'interactive',
        interactive: {
          type: 'list',
          body: { text: body.body },
          action: { button: body.button, sections: [{ title: 'Pilihan', rows: body.choices }] },
        },
      };
    case 'code':
      return template('pandawa_kode', [
        { type: 'body', parameters: [{ type: 'text', text: body.code }] },
        { type: 'button', sub_type: 'url', index: '0', parameters: [{ type: 'text', text: body.code }] },
      ]);
    case 'template':
      return template(body.name, [
        ...(body.parameters.length > 0
          ? [{ type: 'body', parameters: body.parameters.map((text) => ({ type: 'text', text })) }]
          : []),
        ...(body.payloads ?? []).map((payload, i) => ({
          type: 'button',
          sub_type: 'quick_reply',
          index: String(i),
          parameters: [{ type: 'payload', payload }],
        })),
      ]);
  }
}

function template(name: string, components: readonly object[]): object {
  return { type: 'template', template: { name, language: { code: 'id' }, components } };
}
