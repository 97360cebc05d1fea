import { type CheckedPublication, routes } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { FileDrop } from '../ui/file-drop.tsx';
import { Loading } from '../ui/loading.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import styles from './figures.module.css';
import { figuresText } from './figures-text.ts';
import { monthName } from './month-name.ts';

const CHOICES = ['denpasar-2024-09', 'denpasar-2023-06', 'berkas'] as const;
const tones = {
  follows: 'good',
  rounds: 'covered',
  contradicts: 'uncovered',
  'cannot-be-checked': 'plain',
} as const;

/** Figures of a publication with the verdict on each, its arithmetic, and our own beside it. */
export function CheckPage() {
  const text = useText(figuresText);
  const [choice, setChoice] = useState<(typeof CHOICES)[number]>('denpasar-2024-09');
  const [file, setFile] = useState<File | null>(null);
  const checked = useQuery({
    queryKey: ['checkPublished', choice, file?.name, file?.lastModified, file?.size],
    enabled: choice !== 'berkas' || file !== null,
    retry: false,
    queryFn: async ({ signal }) =>
      call(routes.checkPublished, {
        signal,
        body: choice === 'berkas' ? { claims: (await file?.text()) ?? '' } : { article: choice },
      }),
  });
  return (
    <>
      <PageHeader title={text.checkTitle} lede={text.checkLede} />
      <div className={styles.tools}>
        <Segments
          label={text.which}
          value={choice}
          onChange={setChoice}
          options={CHOICES.map((value) => ({ value, label: text.articles[value] }))}
        />
      </div>
      {choice === 'berkas' ? (
        <FileDrop file={file} accept=".json,application/json" hint={text.uploadWhy} onFile={setFile} />
      ) : null}
      {checked.isLoading ? <Loading lines={8} height={26} /> : null}
      {checked.error ? <ProblemPanel error={checked.error} onRetry={() => checked.refetch()} /> : null}
      {checked.data ? <Checked publication={checked.data} /> : null}
    </>
  );
}

function Checked({ publication }: { publication: CheckedPublication }) {
  const text = useText(figuresText);
  const format = useFormat();
  const { language } = useLanguage();
  const { title, url, verdicts, claims, findings } = publication;
  return (
    <div className={styles.claims}>
      <h2>{title?.[language] ?? text.checkTitle}</h2>
      {url ? <p className={styles.why}>{url}</p> : null}
      <p className={styles.legend}>
        {(Object.keys(tones) as (keyof typeof tones)[]).map((verdict) => (
          <span key={verdict}>
            <StateBadge tone={tones[verdict]}>{text.verdicts[verdict]}</StateBadge>{' '}
            <b>{format.integer(verdicts[verdict] ?? 0)}</b>
          </span>
        ))}
      </p>
      {claims.map((claim) => (
        <article key={claim.id} className={styles.claim}>
          <div className={styles.claimHead}>
            <strong>{claim.text[language]}</strong>
            <StateBadge tone={tones[claim.verdict]}>{text.verdicts[claim.verdict]}</StateBadge>
          </div>
          <dl>
            <dt>{text.printed}</dt>
            <dd>
              {/^\d+$/.test(claim.printed) ? format.integer(Number(claim.printed)) : claim.printed}{' '}
              {text.units[claim.unit] ?? claim.unit} {claim.implied ? `(${text.implied})` : ''}
            </dd>
            <dt>{text.counted}</dt>
            <dd>{claim.arithmetic[language]}</dd>
            {claim.readings.length > 0 ? (
              <>
                <dt>{text.readings}</dt>
                <dd>
                  <ul>
                    {claim.readings.map((reading) => (
                      <li key={reading.id}>{reading[language]}</li>
                    ))}
                  </ul>
                </dd>
              </>
            ) : null}
            <dt>{text.own}</dt>
            <dd>
              <Own own={claim.own} uses={claim.ownUses} />
            </dd>
          </dl>
        </article>
      ))}
      {findings.length > 0 ? (
        <section className={styles.section}>
          <h2>{text.together}</h2>
          <ul>
            {findings.map((finding) => (
              <li key={finding.id}>{finding[language]}</li>
            ))}
          </ul>
        </section>
      ) : null}
      <p className={styles.why}>{text.ownNote}</p>
    </div>
  );
}

type CheckedClaim = CheckedPublication['claims'][number];

function Own({ own, uses }: { own: CheckedClaim['own']; uses: CheckedClaim['ownUses'] }) {
  const text = useText(figuresText);
  const format = useFormat();
  const { language } = useLanguage();
  if (uses.length > 0)
    return (
      <ul>
        {uses.map(({ from, to, days, uses: n, perDay }) => (
          <li key={from + to}>
            {text.ownUses(format.date(from), format.date(to), format.integer(n))}{' '}
            {text.perDay(format.decimal(perDay, 1), format.integer(days))}
          </li>
        ))}
      </ul>
    );
  if (!own) return <>{text.ownNone}</>;
  const { ratio, numerator, denominator, month, version } = own;
  const value =
    ratio === null || denominator === null
      ? format.integer(numerator.value)
      : `${format.percent(ratio)} (${text.of(format.integer(numerator.value), format.integer(denominator.value))})`;
  return (
    <>
      {value}, {monthName(month, language)}, {text.versionName(version, false)}
    </>
  );
}
