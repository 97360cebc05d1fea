import type { WhatsappNotice } from '@jangkau/store';
import { instant, type Json, list, object, text } from './call-parts.ts';

const longest = 300;

/** People a day by the tiers of WhatsApp; unlimited is more than a branch has. */
const unlimited = 1_000_000_000;
const tiers: Readonly<Record<string, number>> = {
  TIER_50: 50,
  TIER_250: 250,
  TIER_1K: 1000,
  TIER_2K: 2000,
  TIER_10K: 10_000,
  TIER_100K: 100_000,
  TIER_UNLIMITED: unlimited,
};

/**
 * What WhatsApp says of our messages, number and account in one change of a call; undefined for a field that is none of
 * those, null for one of them without what makes it one. `time` is that of the entry, in unix seconds: these changes
 * have no id and no time of their own.
 */
export function readAccountNotice(
  field: string,
  value: Json,
  time: unknown,
): WhatsappNotice[] | null | undefined {
  const saidAt = instant(time);
  const one = (notice: Omit<WhatsappNotice, 'saidAt'>): WhatsappNotice[] | null =>
    notice.said === ''
      ? null
      : [
          {
            ...notice,
            saidAt,
            said: notice.said.slice(0, longest),
            detail: notice.detail?.slice(0, longest) || null,
          },
        ];
  switch (field) {
    case 'message_template_status_update': {
      const subject = templateOf(value);
      const reason = text(value.reason);
      const detail =
        text(object(value.rejection_info).reason) ||
        (reason && reason !== 'NONE' ? reason : '') ||
        text(object(value.other_info).title) ||
        text(object(value.disable_info).disable_date);
      return subject ? one({ about: 'template-state', subject, said: text(value.event), detail }) : null;
    }
    case 'message_template_quality_update': {
      const subject = templateOf(value);
      const detail = text(value.previous_quality_score);
      return subject
        ? one({ about: 'template-quality', subject, said: text(value.new_quality_score), detail })
        : null;
    }
    case 'template_category_update': {
      const subject = templateOf(value);
      // A correct category alone announces a change that is still to come.
      const said = text(value.new_category).toLowerCase();
      return subject
        ? one({ about: 'template-category', subject, said, detail: text(value.previous_category) })
        : null;
    }
    case 'phone_number_quality_update': {
      const said = text(value.event);
      const people = limitOf(value.max_daily_conversations_per_business ?? value.current_limit);
      const number = one({ about: 'number', subject: '', said, detail: null });
      return number && people !== null ? [...number, limitNotice(people, saidAt)] : number;
    }
    case 'business_capability_update': {
      const people = limitOf(
        value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone,
      );
      return people === null ? null : [limitNotice(people, saidAt)];
    }
    case 'account_update': {
      const ban = object(value.ban_info);
      const restrictions = list(value.restriction_info).map((each) =>
        [text(object(each).restriction_type), text(object(each).expiration)].filter(Boolean).join(' '),
      );
      const detail = [
        text(ban.waba_ban_state),
        text(object(value.violation_info).violation_type),
        ...restrictions,
      ]
        .filter(Boolean)
        .join(', ');
      return one({ about: 'account', subject: '', said: text(value.event), detail });
    }
    default:
      return undefined;
  }
}

/** Which message: its name, with the language when it is not the one ours are written in. */
function templateOf(value: Json): string {
  const name = text(value.message_template_name).slice(0, longest);
  const language = text(value.message_template_language);
  return name === '' || language === '' || /^id\b/i.test(language)
    ? name
    : `${name} (${language.slice(0, 20)})`;
}

function limitOf(value: unknown): number | null {
  const said = text(value);
  if (said === '-1') return unlimited;
  if (/^\d{1,9}$/.test(said)) return Number(said);
  return tiers[said] ?? null;
}

function limitNotice(people: number, saidAt: string): WhatsappNotice {
  return { about: 'limit', subject: '', said: String(people), detail: null, saidAt };
}
