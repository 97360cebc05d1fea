import { messageLimits } from '@jangkau/pandawa';

type Json = Record<string, unknown>;

/** What WhatsApp would refuse a message for; undefined when it would take it. */
export function messageFault(message: Json): string | undefined {
  if (message.messaging_product !== 'whatsapp') return 'messaging_product';
  if (!message.to && !message.recipient) return 'to';
  const content = object(message[String(message.type)]);
  switch (message.type) {
    case 'text':
      return fits(content.body, messageLimits.text, 'text.body');
    case 'template':
      if (!content.name) return 'template.name';
      return object(content.language).code ? undefined : 'template.language.code';
    case 'interactive':
      return interactiveFault(content);
    default:
      return 'type';
  }
}

function interactiveFault(content: Json): string | undefined {
  const body = object(content.body).text;
  const action = object(content.action);
  if (content.type === 'button') {
    const buttons = list(action.buttons).map((button) => object(object(button).reply));
    if (buttons.length < 1 || buttons.length > messageLimits.buttons) return 'buttons';
    return (
      fits(body, messageLimits.buttonBody, 'body') ??
      firstFault(buttons, ({ title }) => fits(title, messageLimits.buttonTitle, 'button title')) ??
      repeated(buttons)
    );
  }
  if (content.type !== 'list') return 'interactive.type';
  const rows = list(action.sections).flatMap((section) => list(object(section).rows).map(object));
  if (rows.length < 1 || rows.length > messageLimits.rows) return 'rows';
  return (
    fits(body, messageLimits.listBody, 'body') ??
    fits(action.button, messageLimits.buttonTitle, 'button') ??
    firstFault(rows, ({ title }) => fits(title, messageLimits.rowTitle, 'row title')) ??
    firstFault(rows, ({ description }) =>
      description === undefined
        ? undefined
        : fits(description, messageLimits.rowDescription, 'row description'),
    ) ??
    repeated(rows)
  );
}

function firstFault(of: readonly Json[], fault: (one: Json) => string | undefined): string | undefined {
  return of.map(fault).find((one) => one !== undefined);
}

function repeated(of: readonly Json[]): string | undefined {
  return new Set(of.map(({ id }) => id)).size === of.length ? undefined : 'id';
}

function fits(value: unknown, most: number, name: string): string | undefined {
  return typeof value === 'string' && value.length >= 1 && value.length <= most ? undefined : name;
}

function object(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
