import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { campaignLimit, effectOf, smallestVisible } from '@jangkau/campaigns';
import { simulateCampaign } from '@jangkau/server/testing/simulate-campaign';
import { openTestDatabase } from '@jangkau/store/testing/test-database';

/**
 * npm run bench:campaign [-- --families 10000 --per-day 2000 --portfolio 2500 --seed 1 --step 2]: a campaign from its draw to
 * the end of its follow-up in simulated time, on the real database, with the truth known. Result in
 * bench/results/campaign.json.
 */
const { values } = parseArgs({
  options: {
    families: { type: 'string', default: '10000' },
    'per-day': { type: 'string', default: '2000' },
    // Campaigns leave a fifth of it for codes and answers.
    portfolio: { type: 'string', default: '2500' },
    seed: { type: 'string', default: '1' },
    // Minutes of simulated time between two looks at the clock; the server looks every five seconds.
    step: { type: 'string', default: '2' },
  },
});
const plan = {
  families: Number(values.families),
  perDay: Number(values['per-day']),
  portfolioLimit: Number(values.portfolio),
  holdOut: 0.1,
  byItself: 0.05,
  effect: 0.08,
  stepMinutes: Number(values.step),
  seed: Number(values.seed),
};
const database = await openTestDatabase();
const began = performance.now();
const cpu = process.cpuUsage();
const report = await simulateCampaign(database, plan);
const used = process.cpuUsage(cpu);
await database.close();
const { contact, holdOut } = report.results;
const effect = effectOf(
  { n: contact.active, of: contact.families },
  { n: holdOut.active, of: holdOut.families },
);
const { low, high, share } = effect.difference;
const result = {
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version },
  plan,
  ...report,
  effect,
  truthInInterval: low <= report.trueEffect && report.trueEffect <= high,
  smallestVisible: smallestVisible(contact.families, holdOut.families, plan.byItself),
  seconds: (performance.now() - began) / 1000,
  cpuSeconds: (used.user + used.system) / 1e6,
};
await writeFile(new URL('../results/campaign.json', import.meta.url), `${JSON.stringify(result, null, 2)}\n`);
// What paces it: its own number, or what campaigns may take of the portfolio.
const most = Math.min(plan.perDay, campaignLimit(plan.portfolioLimit));
const points = (value: number) => `${(value * 100).toFixed(1)} points`;
const lines = [
  `drawn ${report.drawn.contact} to be written to, ${report.drawn.holdOut} left alone; messages taken ${report.taken}`,
  `twice ${report.twice}, after STOP ${report.afterOptOut} (of ${report.optedOutMidway} midway), outside hours ${report.outsideHours}`,
  `most in any 24 hours ${report.mostIn24Hours} of ${most}, ${report.days.length} days: ${report.days.map(({ sent, forecast }) => `${sent} (${forecast})`).join(', ')}`,
  `answers lost ${report.answersLost}, of them found again ${report.lostFoundAgain}`,
  `forecast ${report.forecastEnd}, end ${report.end}: ${report.forecastMinutesOff} minutes off`,
  `effect ${points(share)} (${points(low)} to ${points(high)}), truth ${points(report.trueEffect)}: ${effect.verdict}`,
  `${result.seconds.toFixed(1)} s, ${result.cpuSeconds.toFixed(1)} s CPU of Node`,
];
process.stdout.write(`${lines.join('\n')}\n`);
const right =
  report.twice + report.afterOptOut + report.outsideHours === 0 &&
  report.mostIn24Hours <= most &&
  result.truthInInterval;
process.exitCode = right ? 0 : 1;
