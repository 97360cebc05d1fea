import { FacilityChangeRule, OfficeHours, QuickReply, ServiceLevels } from '@jangkau/contracts';
import { type ConversationSettings, defaultConversationSettings } from '@jangkau/pandawa';
import { type ChatSettingName, chatSettings, type Db, type StandingChatSetting } from '@jangkau/store';
import { z } from 'zod';

/** Everything the branch can choose about its chats. */
export interface CurrentChatSettings {
  conversation: ConversationSettings;
  serviceLevels: z.output<typeof ServiceLevels>;
  quickReplies: readonly z.output<typeof QuickReply>[];
  changed: readonly Pick<StandingChatSetting, 'name' | 'at' | 'by'>[];
}

/** Working days until an answer as delivered; what is not named takes three. */
const deliveredLevels: z.output<typeof ServiceLevels> = {
  answerMinutes: 30,
  days: { complaint: 5, payment: 2, A: 3, B: 3, C: 3, D: 3, E: 3, F: 3, G: 3, H: 3, I: 5, J: 3 },
};

const deliveredReplies: readonly z.output<typeof QuickReply>[] = [
  {
    title: 'Salam',
    text: 'Selamat datang di PANDAWA BPJS Kesehatan Cabang Denpasar. Ada yang dapat kami bantu?',
  },
  { title: 'Mohon tunggu', text: 'Mohon tunggu sebentar, kami periksa dulu datanya.' },
  {
    title: 'Dokumen kurang jelas',
    text: 'Mohon kirim ulang fotonya dengan terang dan seluruh tulisan terbaca.',
  },
  {
    title: 'Cara bayar',
    text: 'Iuran dibayar ke nomor Virtual Account keluarga lewat bank, minimarket, atau dompet digital. Ketik MENU lalu pilih Informasi untuk nomornya.',
  },
  {
    title: 'Ke Dinas Sosial',
    text: 'Untuk bantuan iuran dari pemerintah, silakan ke Dinas Sosial atau kantor desa dengan KTP dan Kartu Keluarga.',
  },
  {
    title: 'Ke kantor',
    text: 'Silakan datang ke kantor cabang pada jam kerja dengan KTP dan Kartu Keluarga asli.',
  },
  {
    title: 'Jangan kirim nomor',
    text: 'Demi keamanan, jangan mengirim kata sandi atau kode rahasia kepada siapa pun, juga kepada kami.',
  },
];

const readers: Record<ChatSettingName, z.ZodType> = {
  'office-hours': OfficeHours,
  'service-levels': ServiceLevels,
  'quick-replies': z.array(QuickReply),
  'facility-change': FacilityChangeRule,
};

/** What the branch has chosen about its chats, kept at hand: every message needs it. */
export class ChatSettingsDesk {
  readonly #delivered: CurrentChatSettings;
  #current: CurrentChatSettings;

  readonly #memberAppUrl: () => string | null;

  /** `memberAppUrl` is where members agree to REHAB, as soon as it is known. */
  constructor(
    conversation: ConversationSettings = defaultConversationSettings,
    memberAppUrl: () => string | null = () => null,
  ) {
    this.#memberAppUrl = memberAppUrl;
    this.#delivered = {
      conversation,
      serviceLevels: deliveredLevels,
      quickReplies: deliveredReplies,
      changed: [],
    };
    this.#current = this.#delivered;
  }

  get current(): CurrentChatSettings {
    const { conversation, ...rest } = this.#current;
    return { ...rest, conversation: { ...conversation, memberAppUrl: this.#memberAppUrl() } };
  }

  /** Reads what was chosen, as whoever asks may see it. A choice that does not fit any more counts as not made. */
  async load(db: Db): Promise<CurrentChatSettings> {
    const standing = await chatSettings(db);
    const chosen = new Map<string, unknown>();
    for (const { name, value } of standing) {
      const read = readers[name].safeParse(value);
      if (read.success) chosen.set(name, read.data);
    }
    const { conversation, serviceLevels, quickReplies } = this.#delivered;
    const hours = chosen.get('office-hours') as z.output<typeof OfficeHours> | undefined;
    this.#current = {
      conversation: {
        ...conversation,
        office: { ...conversation.office, ...hours },
        facilityChange:
          (chosen.get('facility-change') as typeof conversation.facilityChange | undefined) ??
          conversation.facilityChange,
      },
      serviceLevels: (chosen.get('service-levels') as typeof serviceLevels | undefined) ?? serviceLevels,
      quickReplies: (chosen.get('quick-replies') as typeof quickReplies | undefined) ?? quickReplies,
      changed: standing.map(({ name, at, by }) => ({ name, at, by })),
    };
    return this.current;
  }
}
