import { virtualAccount } from '@jangkau/contributions';
import { isCardNumber } from '@jangkau/kernel';
import {
  actOnCampaign,
  addCampaign,
  addTemplate,
  type CampaignPlan,
  type Db,
  findTemplate,
  keepTurns,
  listCampaigns,
  lockTurns,
  nextTurns,
  noteTemplateState,
  PaymentRepository,
  payingFamilies,
  reachMadeUpPhones,
  type TemplateRow,
} from '@jangkau/store';
import { decidedTurns } from '../campaigns/decided-turns.ts';
import { today } from '../runs/run-service.ts';
import type { Services } from '../services.ts';

const perDay = 120;
const dayMs = 86_400_000;
/** How long ago the campaign that is over began. */
const daysAgo = 21;
/** Of a hundred families, how many pay something within three weeks: written to, and left alone. */
const paying = { contact: 16, holdOut: 7 };

const words = {
  name: 'aktif_lagi_contoh',
  category: 'utility' as const,
  body: 'Halo {nama}, kartu JKN Anda yang berakhir {kartu} dapat diaktifkan lagi. Balas pesan ini, kami bantu langkah berikutnya.',
  buttons: [{ title: 'Aktifkan kartu', act: 'begin.reactivate' as const }],
};

/**
 * Campaigns of the demo branch: one that is over with what came of it, one that waits for its approval, one that is
 * being drawn up. Drawn, checked and counted by the desk itself; the phones and the families are made up. Nothing is
 * done when there are campaigns or nobody is in arrears. The same branch gives the same campaigns.
 */
export async function loadDemoCampaigns(services: Services): Promise<void> {
  const { database, whatsapp, now, settings } = services;
  const { system } = database;
  if ((await listCampaigns(system)).length > 0) return;
  const id = await addTemplate(system, words, 'petugas');
  if (id === undefined) return;
  await noteTemplateState(system, id, 'submitted', { by: 'petugas', reason: null });
  await noteTemplateState(system, id, 'approved', { by: 'Meta', reason: null });
  const template = (await findTemplate(system, id)) as TemplateRow;
  const started = new Date(Math.floor(now().getTime() / dayMs) * dayMs - daysAgo * dayMs + 3_600_000);
  const plan = {
    templateId: id,
    perDay,
    from: '08:00',
    to: '17:00',
    days: [1, 2, 3, 4, 5, 6, 7],
    frequencyDays: 30,
    followUpDays: 30,
  };
  // Whole or not at all: a campaign half through its turns would go on with real time.
  const campaign = await system.transaction().execute(async (db) => {
    await lockTurns(db);
    const made = await drawUp(db, started, {
      ...plan,
      name: 'Keluarga yang menunggak',
      rule: { kind: 'arrears', leastMonths: 2 },
      holdOut: 0.3,
    });
    const done = { by: 'petugas', now: started, reason: null };
    await actOnCampaign(db, made, 'submit', done);
    await actOnCampaign(db, made, 'approve', { ...done, by: 'kepala' });
    const line = whatsapp.settings.phoneNumberId;
    for (let day = 0; ; day++) {
      const at = new Date(started.getTime() + day * dayMs);
      const next = await nextTurns(db, made, { now: at, frequencyDays: 30, most: perDay * 3 });
      if (next.length === 0) break;
      const userHash = (phone: string) => whatsapp.userHash(phone);
      await keepTurns(db, made, line, decidedTurns(next, template, { room: perDay, userHash }), at);
      await reachMadeUpPhones(db, made, at);
    }
    await actOnCampaign(db, made, 'finish', {
      by: 'sistem',
      now: new Date(started.getTime() + 3 * dayMs),
      reason: null,
    });
    return made;
  });
  await pay(services, campaign, today(settings.timeZone));
  await system.transaction().execute(async (db) => {
    const at = new Date(now().getTime() - dayMs);
    const lapsed = { ...plan, rule: { area: '51.71', kind: 'lapsed' as const }, holdOut: 0.2 };
    const waiting = await drawUp(db, at, { ...lapsed, name: 'Peserta kehilangan penanggung, Denpasar' });
    await actOnCampaign(db, waiting, 'submit', { by: 'petugas', now: at, reason: null });
    await drawUp(db, now(), {
      ...lapsed,
      rule: { area: '51.03', kind: 'lapsed' },
      name: 'Peserta kehilangan penanggung, Badung',
    });
  });
}

function drawUp(db: Db, at: Date, plan: CampaignPlan): Promise<number> {
  return addCampaign(db, plan, { by: 'petugas', now: at, seed: `contoh ${plan.name}` });
}

/** Some families pay a month of what they owe, more of those who were written to, over the bank as everybody. */
async function pay({ database, settings }: Services, campaign: number, day: string): Promise<void> {
  const families = await payingFamilies(database.owner, campaign, paying);
  const payments = new PaymentRepository(database.owner);
  for (const [i, { card, amount, paidAt }] of families.entries()) {
    if (!amount || !isCardNumber(card)) continue;
    const va = virtualAccount(card, { bank: 'bri' });
    await payments.post(
      { bank: 'BRI', reference: `CONTOH-KAMPANYE-${i + 1}`, va, amount, paidAt },
      { channel: 'notification', today: day, timeZone: settings.timeZone },
    );
  }
}
