import { drawArm, forecast, isOpenAt, type SendingHours } from '@jangkau/campaigns';
import {
  actOnCampaign,
  addCampaign,
  addTemplate,
  type CampaignResults,
  campaignResults,
  type Database,
  findCampaign,
  keepCalls,
  noteTemplateState,
  workLeft,
} from '@jangkau/store';
import { queryRows } from '@jangkau/store/testing/query-rows';
import { CampaignRunner } from '../campaigns/campaign-runner.ts';
import { openCampaigns } from '../campaigns/open-campaigns.ts';
import { SecretBox } from '../secrets/secret-box.ts';
import { CallWorker } from '../whatsapp/call-worker.ts';
import { ChatSettingsDesk } from '../whatsapp/chat-settings-desk.ts';
import { ConversationDesk } from '../whatsapp/conversation-desk.ts';
import { type GraphClient, GraphError } from '../whatsapp/graph-client.ts';
import { OutboxSender } from '../whatsapp/outbox-sender.ts';

/** A campaign whose truth is known. */
export interface SimulationPlan {
  families: number;
  perDay: number;
  /** People the business may write to first in 24 hours. */
  portfolioLimit: number;
  holdOut: number;
  /** Share of families that come back by themselves, and so much more when the message reached them. */
  byItself: number;
  effect: number;
  /** Minutes between two looks at the clock. */
  stepMinutes: number;
  seed: number;
}

/** What came of it. */
export interface SimulationReport {
  drawn: CampaignResults['drawn'];
  leftOut: CampaignResults['leftOut'];
  skipped: CampaignResults['skipped'];
  messages: CampaignResults['messages'];
  /** Calls of the Graph API that took a message. */
  taken: number;
  twice: number;
  /** People written to although they had said STOP, before the campaign or during it. */
  afterOptOut: number;
  optedOutMidway: number;
  outsideHours: number;
  mostIn24Hours: number;
  /** Messages taken by day at the branch, and as forecast. */
  days: { date: string; sent: number; forecast: number }[];
  /** Calls whose answer was lost, and how many of their messages a status found again. */
  answersLost: number;
  lostFoundAgain: number;
  forecastEnd: string;
  end: string;
  forecastMinutesOff: number;
  results: Pick<CampaignResults, 'contact' | 'holdOut'>;
  /** The effect on everybody drawn to be written to, by construction. */
  trueEffect: number;
}

const hours: SendingHours = { utcOffset: 8, days: [1, 2, 3, 4, 5, 6], from: '08:00', to: '20:00' };
const line = '100000000000001';
const zone = 'Asia/Makassar';
const area = '51.71.01.1002';

/**
 * Runs a campaign from its draw to the end of its follow-up in simulated time: the real audience, draw, pace, outbox and
 * conversations on the real database; only the clock and WhatsApp are made up. Some numbers fail, some people say STOP
 * before and during the campaign, some answers of WhatsApp are lost after it took the message, and in the middle the
 * process is replaced by another.
 */
export async function simulateCampaign(database: Database, plan: SimulationPlan): Promise<SimulationReport> {
  const random = randomOf(plan.seed);
  let now = Date.parse('2026-11-23T07:30:00+08:00');
  const clock = () => new Date(now);
  const phones = await addFamilies(database, plan.families);
  const desk = new ConversationDesk({ key: Buffer.alloc(32, 7), settings: new ChatSettingsDesk() });
  const userHash = (phone: string) => desk.hash('user', phone);
  const before = phones.filter((_, i) => i % 50 === 7);
  await queryRows(
    database.owner,
    `INSERT INTO chat_conversation (line, user_hash, address, phone, opted_out_at)
     SELECT '${line}', sha256(p::bytea), p, p, '2026-10-01' FROM unnest(ARRAY['${before.join("','")}']) p`,
  );
  const network = new SimulatedNetwork({ random, clock, advance: (ms) => (now += ms) });
  const fault = (error: unknown) => {
    if (!(error instanceof GraphError)) throw error;
  };
  const process = () => ({
    runner: new CampaignRunner({
      database,
      line,
      portfolioLimit: async () => plan.portfolioLimit,
      userHash,
      now: clock,
      utcOffset: hours.utcOffset,
      onError: fault,
    }),
    sender: new OutboxSender({
      database,
      graph: network,
      perSecond: 80,
      portfolioLimit: async () => plan.portfolioLimit,
      now: clock,
      openCampaigns: openCampaigns(hours.utcOffset),
      onError: fault,
    }),
    worker: new CallWorker({
      database,
      desk,
      graph: network as unknown as GraphClient,
      accountId: '1',
      box: new SecretBox([Buffer.alloc(32, 7)]),
      now: clock,
      onError: fault,
    }),
  });
  let { runner, sender, worker } = process();
  const hear = async (bodies: readonly Buffer[]) => {
    if (bodies.length > 0) await keepCalls(database.doorPool, bodies);
    while (await worker.workNext()) {
      // One after the other.
    }
  };

  const { system } = database;
  const campaign = await drawUp(database, plan, clock());
  const { contacts } = await workLeft(system, campaign);
  const pace = { perDay: plan.perDay, portfolioLimit: plan.portfolioLimit, hours };
  const foreseen = forecast(contacts, now, pace);
  const forecastEnd = foreseen.lastAt as number;
  await system.transaction().execute((db) =>
    actOnCampaign(db, campaign, 'approve', {
      by: 'kepala',
      now: clock(),
      reason: null,
      forecastEnd: new Date(forecastEnd),
    }),
  );
  // People who say STOP of themselves at some moment of the campaign.
  const stops = phones
    .filter((_, i) => i % 50 === 21)
    .map((phone) => ({ phone, at: now + random() * (forecastEnd - now) }))
    .sort((a, b) => a.at - b.at);
  const stopped = new Map<string, number>(before.map((phone) => [phone, 0]));
  for (let steps = 0; ; steps++) {
    while (stops[0] && stops[0].at <= now) {
      const { phone } = stops.shift() as { phone: string };
      await hear([network.said(phone, 'STOP')]);
      stopped.set(phone, now);
    }
    await runner.step();
    while ((await sender.sendDue()) > 0) {
      // As far as the throughput allows.
    }
    await hear(network.statuses());
    if ((await findCampaign(system, campaign))?.state === 'finished') break;
    if (steps === 200) ({ runner, sender, worker } = process());
    if (steps > 20_000) throw new Error('the campaign never ended');
    // At night nothing goes; people may still say STOP.
    now += (isOpenAt(now, hours) ? plan.stepMinutes : 30) * 60_000;
  }
  const end = Math.max(...network.sent.map(({ at }) => at));
  const trueEffect = await liveOn(database, campaign, plan, random);
  const followed = new Date(now + 31 * 86_400_000);
  const results = await campaignResults(system, campaign, {
    timeZone: zone,
    followUpDays: 30,
    now: followed,
  });
  const perPhone = Map.groupBy(network.sent, ({ phone }) => phone);
  const found = await queryRows<{ n: number }>(
    database.owner,
    `SELECT count(*)::int AS n FROM chat_message WHERE campaign_id = ${campaign} AND error_kind = 'lost'`,
  );
  return {
    drawn: results.drawn,
    leftOut: results.leftOut,
    skipped: results.skipped,
    messages: results.messages,
    taken: network.sent.length,
    twice: [...perPhone.values()].filter((sent) => sent.length > 1).length,
    afterOptOut: network.sent.filter(({ phone, at }) => at > (stopped.get(phone) ?? Number.POSITIVE_INFINITY))
      .length,
    optedOutMidway: stopped.size - before.length,
    outsideHours: network.sent.filter(({ at }) => !isOpenAt(at, hours)).length,
    mostIn24Hours: mostIn24Hours(network.sent.map(({ at }) => at)),
    days: results.days.map(({ date, sent }) => ({
      date,
      sent,
      forecast: foreseen.days.find((day) => day.date === date)?.people ?? 0,
    })),
    answersLost: network.lost,
    lostFoundAgain: network.lost - (found[0]?.n ?? 0),
    forecastEnd: new Date(forecastEnd).toISOString(),
    end: new Date(end).toISOString(),
    forecastMinutesOff: Math.round((end - forecastEnd) / 60_000),
    results: { contact: results.contact, holdOut: results.holdOut },
    trueEffect,
  };
}

/** WhatsApp and the phones behind it, without a network. */
class SimulatedNetwork {
  readonly sent: { phone: string; at: number }[] = [];
  lost = 0;
  readonly #random: () => number;
  readonly #clock: () => Date;
  readonly #advance: (ms: number) => void;
  #toTell: object[] = [];
  #ids = 0;

  constructor(parts: { random: () => number; clock: () => Date; advance: (ms: number) => void }) {
    this.#random = parts.random;
    this.#clock = parts.clock;
    this.#advance = parts.advance;
  }

  async send(_line: string, message: object): Promise<string> {
    const { to, type, biz_opaque_callback_data: ownId } = message as Record<string, string>;
    this.#advance(13);
    if (type !== 'template') return `wamid.answer.${++this.#ids}`;
    const at = this.#clock().getTime();
    const phone = to as string;
    // Busy for a moment: nothing was taken.
    if (this.#random() < 0.01) throw new GraphError(130429, 'retry');
    const wamid = `wamid.${++this.#ids}`;
    this.sent.push({ phone, at });
    const status = (name: string, more = {}) => ({
      id: wamid,
      status: name,
      timestamp: String(Math.floor(at / 1000) + 2),
      biz_opaque_callback_data: ownId,
      pricing: { category: 'utility', type: 'regular', billable: true },
      ...more,
    });
    const fails = this.#random() < 0.01;
    this.#toTell.push(
      ...(fails ? [status('failed', { errors: [{ code: 131026 }] })] : [status('delivered')]),
    );
    if (!fails && this.#random() < 0.6) this.#toTell.push(status('read'));
    if (this.#random() < 0.002) {
      this.lost++;
      throw new GraphError(null, 'retry', { isUnsure: true });
    }
    return wamid;
  }

  /** Calls with the statuses that are due, as WhatsApp batches them. */
  statuses(): Buffer[] {
    const all = this.#toTell;
    this.#toTell = [];
    const calls: Buffer[] = [];
    for (let i = 0; i < all.length; i += 300) calls.push(callWith({ statuses: all.slice(i, i + 300) }));
    return calls;
  }

  /** A call with something a phone said. */
  said(phone: string, text: string): Buffer {
    const timestamp = String(Math.floor(this.#clock().getTime() / 1000));
    return callWith({
      contacts: [{ wa_id: phone }],
      messages: [
        { from: phone, id: `wamid.in.${++this.#ids}`, timestamp, type: 'text', text: { body: text } },
      ],
    });
  }
}

function callWith(value: object): Buffer {
  const metadata = { phone_number_id: line };
  return Buffer.from(
    JSON.stringify({ entry: [{ changes: [{ field: 'messages', value: { metadata, ...value } }] }] }),
  );
}

/** Families of one member in arrears; every hundredth has no number. Their numbers. */
async function addFamilies(database: Database, families: number): Promise<string[]> {
  const phoneOf = (i: number) => (i % 100 === 50 ? null : `62812${String(90_000_000 + i)}`);
  await queryRows(
    database.owner,
    `INSERT INTO household (id, area_code) SELECT i, '${area}' FROM generate_series(1, ${families}) i;
     INSERT INTO member (id, card, nik, name, sex, born, area_code, phone)
       SELECT i, '0008' || lpad(i::text, 9, '0'), NULL, 'NI LUH CONTOH ' || i, 'P', '1980-01-01', '${area}',
         CASE WHEN i % 100 <> 50 THEN '0812' || (90000000 + i) END FROM generate_series(1, ${families}) i;
     INSERT INTO member_status (member_id, household_id, area_code, segment, class, role, active, inactive_kind, since, reason,
         arrears_months, arrears_amount)
       SELECT i, i, '${area}', 'PBPU', 3, 'payer', false, 'arrears', '2026-01-01', 'ARREARS', 1 + i % 24, 35000 * (1 + i % 24)
       FROM generate_series(1, ${families}) i;
     ANALYZE household, member, member_status`,
  );
  return Array.from({ length: families }, (_, i) => phoneOf(i + 1)).filter((phone) => phone !== null);
}

async function drawUp(database: Database, plan: SimulationPlan, now: Date): Promise<number> {
  const { system } = database;
  const body = 'Halo {nama}, kartu JKN berakhir {kartu} dapat diaktifkan lagi. Balas pesan ini, kami bantu.';
  const template = await addTemplate(
    system,
    { name: 'aktif_lagi', category: 'utility', body, buttons: [] },
    'petugas',
  );
  if (template === undefined) throw new Error('the template is there already');
  await noteTemplateState(system, template, 'approved', { by: 'Meta', reason: null });
  return system.transaction().execute(async (db) => {
    const id = await addCampaign(
      db,
      {
        name: 'Uji',
        templateId: template,
        rule: { kind: 'arrears' },
        holdOut: plan.holdOut,
        perDay: plan.perDay,
        from: hours.from,
        to: hours.to,
        days: [...hours.days],
        frequencyDays: 30,
        followUpDays: 30,
      },
      { by: 'petugas', now, seed: `uji ${plan.seed}` },
    );
    await actOnCampaign(db, id, 'submit', { by: 'petugas', now, reason: null });
    return id;
  });
}

/**
 * What the families do in the days after their turn. Each has one number that decides it, whatever happens: below
 * `byItself` it comes back anyway, below `byItself + effect` only when the message reached it. The true effect on
 * everybody drawn to be written to.
 */
async function liveOn(
  database: Database,
  campaign: number,
  plan: SimulationPlan,
  random: () => number,
): Promise<number> {
  const turns = await queryRows<{ household_id: number; day: string; arm: string; reached: boolean }>(
    database.owner,
    `SELECT t.household_id, to_char(t.at AT TIME ZONE '${zone}', 'YYYY-MM-DD') AS day, f.arm,
       coalesce(m.delivered_at IS NOT NULL, false) AS reached
     FROM campaign_turn t JOIN campaign_family f USING (campaign_id, household_id) LEFT JOIN chat_message m ON m.id = t.message_id
     WHERE t.campaign_id = ${campaign} ORDER BY t.position`,
  );
  const back = turns.flatMap(({ household_id: household, day, reached }) => {
    const luck = drawArm(`luck ${plan.seed}`, household, 0).order;
    return luck < plan.byItself + (reached ? plan.effect : 0)
      ? [{ household, on: addDays(day, Math.floor(random() * 20)) }]
      : [];
  });
  await queryRows(
    database.owner,
    `WITH back AS (SELECT * FROM unnest(ARRAY[${back.map(({ household }) => household)}]::int[],
         ARRAY['${back.map(({ on }) => on).join("','")}']::date[]) b (household, day)),
       changed AS (INSERT INTO status_change (member_id, valid_on, segment, class, active, inactive_kind, reason, cause)
         SELECT household, day, 'PBPU', 3, true, NULL, 'PAID', 'uji' FROM back),
       paid AS (INSERT INTO payment (bank, reference, household_id, amount, paid_on, paid_at, channel)
         SELECT 'UJI', 'k' || household, household, 70000, day, day + time '10:00', 'notification' FROM back RETURNING id, household_id)
       INSERT INTO holding (payment_id, kind, household_id, amount, reason) SELECT id, 'deposit', household_id, 70000, 'uji' FROM paid`,
  );
  const contacts = turns.filter(({ arm }) => arm === 'contact');
  return (plan.effect * contacts.filter(({ reached }) => reached).length) / contacts.length;
}

function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The most instants within any moving 24 hours. */
function mostIn24Hours(instants: readonly number[]): number {
  const sorted = instants.toSorted((a, b) => a - b);
  let most = 0;
  for (let first = 0, last = 0; last < sorted.length; last++) {
    while ((sorted[first] as number) <= (sorted[last] as number) - 86_400_000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

/** Numbers from 0 to 1, the same for the same seed. */
function randomOf(seed: number): () => number {
  let n = 0;
  return () => drawArm(`random ${seed}`, ++n, 0).order;
}
