import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { useRun } from '../api/use-run.ts';
import { evidenceText } from '../evidence/evidence-text.ts';
import { signOf } from '../evidence/waterfall-steps.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { Definition } from '../ui/definition.tsx';
import { Loading } from '../ui/loading.tsx';
import { Notice } from '../ui/notice.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './model-page.module.css';
import { modelText } from './model-text.ts';
import { BlockingRule, levelWeights, RunCalibration, RunModel } from './run-model.ts';

/** The weights, search keys and probabilities of one mapping. */
export function ModelPage() {
  const { runId } = useParams({ from: '/office/pemetaan/$runId/model' });
  const text = useText(modelText);
  const format = useFormat();
  const run = useRun(runId);
  const summary = useQuery({
    ...apiQuery('getSummary', { params: { id: runId } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (summary.isPending) return <Loading lines={10} />;
  if (summary.error) return <ProblemPanel page error={summary.error} onRetry={() => summary.refetch()} />;
  const model = RunModel.safeParse(summary.data.model).data;
  const bands = RunCalibration.safeParse(summary.data.calibration).data?.bands ?? [];
  const rules = z.array(BlockingRule).safeParse(summary.data.blocking?.rules).data ?? [];
  const decisions = z.object({ decisions: z.number() }).safeParse(summary.data.settings).data?.decisions ?? 0;
  const rounds = model?.trained.rounds;
  return (
    <>
      <PageHeader
        kicker={
          <>
            {run.data ? text.kicker(format.integer(run.data.number)) : ''} ·{' '}
            <Link to="/metode">{text.definitions}</Link>
          </>
        }
        title={text.title}
        lede={text.lede}
      />
      <p className={styles.facts}>
        {rounds === undefined
          ? ''
          : (model?.trained.converged === false ? text.trainingOpen : text.training)(
              format.integer(rounds),
            )}{' '}
        {text.decisions(format.integer(decisions))}
      </p>
      {bands.length > 0 ? <Bands bands={bands} /> : null}
      {model ? <Weights model={model} /> : <Notice>{text.none}</Notice>}
      {rules.length > 0 ? <Rules rules={rules} /> : null}
    </>
  );
}

function Bands({ bands }: { bands: z.infer<typeof RunCalibration>['bands'] }) {
  const text = useText(modelText);
  const format = useFormat();
  const most = Math.max(...bands.map((band) => band.residents), 1);
  return (
    <section className={styles.section}>
      <h2>
        {text.bands}
        <Definition of="kalibrasi" />
      </h2>
      <p className={styles.why}>{text.bandsWhy}</p>
      <table className={`${table.table} ${styles.bands}`}>
        <thead>
          <tr>
            <th>{text.band}</th>
            <th className={table.number}>{text.people}</th>
            <th aria-hidden className={styles.barCell} />
          </tr>
        </thead>
        <tbody>
          {bands.map((band) => (
            <tr key={band.from}>
              <td>
                {format.percent(band.from, 0)} – {format.percent(band.to, 0)}
              </td>
              <td className={table.number}>{format.integer(band.residents)}</td>
              <td aria-hidden className={styles.barCell}>
                <span className={styles.bar} style={{ width: `${(band.residents / most) * 100}%` }} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Weights({ model }: { model: RunModel }) {
  const text = useText(modelText);
  const words = useText(evidenceText);
  const format = useFormat();
  const strongest = 24;
  return (
    <section className={styles.section}>
      <h2>
        {text.weights}
        <Definition of="bukti" />
      </h2>
      <p className={styles.why}>{text.weightsWhy}</p>
      {levelWeights(model).map((comparison) => (
        <details key={comparison.name} className={styles.comparison} open={comparison.name === 'nama'}>
          <summary>{words.fields[comparison.name] ?? comparison.name}</summary>
          <ScrollBox label={words.fields[comparison.name] ?? comparison.name}>
            <table className={table.table}>
              <thead>
                <tr>
                  <th>{text.level}</th>
                  <th className={table.number}>{text.amongSame}</th>
                  <th className={table.number}>{text.amongDifferent}</th>
                  <th className={table.number}>{text.weight}</th>
                  <th aria-hidden className={styles.barCell} />
                </tr>
              </thead>
              <tbody>
                {comparison.levels.map((level) => (
                  <tr key={level.label}>
                    <td>{words.levels[level.label] ?? level.label}</td>
                    <td className={table.number}>{format.percent(level.amongSame, 2)}</td>
                    <td className={table.number}>{format.percent(level.amongDifferent, 4)}</td>
                    <td className={table.number}>
                      {signOf(level.weight)}
                      {format.decimal(Math.abs(level.weight), 1)}
                    </td>
                    <td aria-hidden className={styles.barCell}>
                      <span className={styles.both}>
                        <span
                          data-tone={level.weight > 0 ? 'for' : 'against'}
                          style={{
                            left:
                              level.weight > 0
                                ? '50%'
                                : `${50 - Math.min(-level.weight / strongest, 1) * 50}%`,
                            width: `${Math.min(Math.abs(level.weight) / strongest, 1) * 50}%`,
                          }}
                        />
                      </span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        </details>
      ))}
    </section>
  );
}

function Rules({ rules }: { rules: Array<z.infer<typeof BlockingRule>> }) {
  const text = useText(modelText);
  const format = useFormat();
  const count = (value: number | undefined) => (value === undefined ? '–' : format.integer(value));
  return (
    <section className={styles.section}>
      <h2>
        {text.blocking}
        <Definition of="jangkauanPencarian" />
      </h2>
      <p className={styles.why}>{text.blockingWhy}</p>
      <ScrollBox label={text.blocking}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>{text.rule}</th>
              <th className={table.number}>{text.pairs}</th>
              <th className={table.number}>{text.capped}</th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => (
              <tr key={rule.name}>
                <td className={styles.rule}>
                  {rule.name
                    .split(', ')
                    .map((part) => text.ruleParts[part] ?? part)
                    .join(', ')}
                </td>
                <td className={table.number}>{count(rule.pairs)}</td>
                <td className={table.number}>{count(rule.cappedPairs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}
