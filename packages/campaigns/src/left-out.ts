/**
 * Why a family of the audience is not written to, the first that holds. Campaigns write to families: a debt is the
 * family's (one virtual account for all), and relatives of somebody who was written to would spoil the comparison.
 */
export const leftOutReasons = [
  /** Use of the data is restricted at the person's request (UU 27/2022 Art 41). */
  'restricted',
  /** No grown-up of the family has a mobile number on record. */
  'no-phone',
  /** Said STOP, or closed our messages in WhatsApp itself. */
  'opted-out',
  /** WhatsApp said before that the number cannot be reached. */
  'undeliverable',
  /** A campaign wrote to the family within the days of the frequency cap. */
  'recently-written',
  /**
   * Drawn for another campaign that is drawn up, waits or runs, or its turn there came and what it does is still counted,
   * whether it was written to or left alone.
   */
  'other-campaign',
  /** Another family of the audience has the same number; it gets the message. */
  'same-number',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** What became of a family's turn: its message was handed to the outbox, it was left alone by draw, or why not. */
export const turnOutcomes = [
  'queued',
  'hold-out',
  /** Active again before its turn came. */
  'active-again',
  /** The memberships of all it was about ended before its turn came. */
  'ended',
  'restricted',
  'no-phone',
  'opted-out',
  'undeliverable',
  'recently-written',
] as const;
export type TurnOutcome = (typeof turnOutcomes)[number];
