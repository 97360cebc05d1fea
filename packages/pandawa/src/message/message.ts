/** A button or row that a person may press; the id comes back. */
export interface Choice {
  readonly id: string;
  /** At most 20 characters on a button, 24 in a list. */
  readonly title: string;
  /** At most 72 characters, lists only. */
  readonly description?: string;
}

/** One message of ours, in the shapes WhatsApp has. */
export type Message =
  | { readonly kind: 'text'; readonly body: string }
  | { readonly kind: 'buttons'; readonly body: string; readonly choices: readonly Choice[] }
  | {
      readonly kind: 'list';
      readonly body: string;
      readonly button: string;
      readonly choices: readonly Choice[];
    };

/** What WhatsApp accepts. */
export const messageLimits = {
  text: 4096,
  buttonBody: 1024,
  listBody: 4096,
  buttons: 3,
  rows: 10,
  buttonTitle: 20,
  rowTitle: 24,
  rowDescription: 72,
} as const;

/** A question with its choices: buttons for up to three short ones, else a list. */
export function question(body: string, choices: readonly Choice[]): Message {
  const short = choices.every(
    ({ title, description }) => title.length <= messageLimits.buttonTitle && !description,
  );
  if (choices.length <= messageLimits.buttons && short && body.length <= messageLimits.buttonBody) {
    return { kind: 'buttons', body, choices };
  }
  return { kind: 'list', body, button: 'Pilih', choices: choices.slice(0, messageLimits.rows) };
}
