import type { CampaignDetail, CampaignEffect } from '@jangkau/contracts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './campaigns.module.css';
import { campaignsText } from './campaigns-text.ts';

const measures = ['active', 'paid', 'rehab'] as const;

/** What the message brought about, against those left alone, in plain words and with its interval. */
export function EffectPanel({ campaign }: { campaign: CampaignDetail }) {
  const text = useText(campaignsText);
  const format = useFormat();
  const { results, effects } = campaign;
  const { verdict, extra } = effects.active;
  const n = (value: number) => format.integer(Math.round(value));
  const points = (value: number) => format.decimal(value * 100, 1);
  const said =
    verdict === 'more'
      ? text.verdicts.more(n(extra.people), n(Math.max(0, extra.low)), n(extra.high))
      : text.verdicts[verdict];
  return (
    <section className={styles.effect} data-verdict={verdict}>
      <h2>{text.effect}</h2>
      <p className={styles.verdict}>{said}</p>
      <ScrollBox label={text.effect}>
        <table className={`${table.table} ${table.cards}`}>
          <thead>
            <tr>
              <th scope="col">{text.measure}</th>
              <th scope="col" className={table.number}>
                {text.contacted}
              </th>
              <th scope="col" className={table.number}>
                {text.heldOutShort}
              </th>
              <th scope="col">{text.difference}</th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr key={measure}>
                <th scope="row">{text.measures[measure]}</th>
                <td data-label={text.contacted} className={table.number}>
                  <span>
                    {format.percent(effects[measure].contacted.share, 1)}
                    <small>{text.of(n(results.contact[measure]), n(results.contact.families))}</small>
                  </span>
                </td>
                <td data-label={text.heldOutShort} className={table.number}>
                  <span>
                    {format.percent(effects[measure].holdOut.share, 1)}
                    <small>{text.of(n(results.holdOut[measure]), n(results.holdOut.families))}</small>
                  </span>
                </td>
                <td data-label={text.difference}>
                  <span>
                    <strong>{text.points(points(effects[measure].difference.share))}</strong>{' '}
                    <small>
                      {text.between(
                        points(effects[measure].difference.low),
                        points(effects[measure].difference.high),
                      )}
                    </small>
                    <Whisker effect={effects[measure]} />
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      <p className={styles.small}>{text.effectWhy}</p>
    </section>
  );
}

/** The interval as a line over a scale with nothing in the middle. */
function Whisker({ effect }: { effect: CampaignEffect }) {
  const { share, low, high } = effect.difference;
  const reach = Math.max(0.05, Math.abs(low), Math.abs(high)) * 1.1;
  const x = (value: number) => 100 + (value / reach) * 96;
  return (
    <svg viewBox="0 0 200 16" className={styles.whisker} aria-hidden>
      <line x1={100} x2={100} y1={1} y2={15} data-line="zero" />
      <line x1={x(low)} x2={x(high)} y1={8} y2={8} data-line="interval" />
      <circle cx={x(share)} cy={8} r={4} />
    </svg>
  );
}
