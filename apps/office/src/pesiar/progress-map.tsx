import type { FunnelFigures } from '@jangkau/contracts';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { z } from 'zod';
import { apiQuery } from '../api/query-options.ts';
import { childTowards, levelBelow, levelOf } from '../areas/area-path.ts';
import areaStyles from '../areas/areas.module.css';
import { CLASS_COUNT, classEnds, classOf, type Shade } from '../areas/color-classes.ts';
import { TileMap } from '../areas/tile-map.tsx';
import { useAreaNames } from '../areas/use-area-names.ts';
import { useBoundaries } from '../areas/use-boundaries.ts';
import { VillageShapes } from '../areas/village-shapes.tsx';
import { useFormat, useText } from '../text/language-context.tsx';
import { Loading } from '../ui/loading.tsx';
import { ProblemPanel } from '../ui/problem-panel.tsx';
import { Segments } from '../ui/segments.tsx';
import styles from './pesiar.module.css';
import { pesiarText } from './pesiar-text.ts';
import {
  type ProgressMeasure,
  progressMeasures,
  progressOf,
  progressShades,
  shadeOfShare,
  shareEnds,
} from './progress.ts';

type Funnel = z.output<typeof FunnelFigures>;

/**
 * How far places have come: villages on a map where outlines are loaded, else tiles one level down as large as their
 * cases. A village is shown by its banjars. The table below holds the same numbers.
 */
export function ProgressMap({ area }: { area: string | undefined }) {
  const text = useText(pesiarText);
  const boundaries = useBoundaries();
  const [measure, setMeasure] = useState<ProgressMeasure>('done');
  const below = levelBelow(area ? levelOf(area) : null) ?? 'banjar';
  const drawn = Boolean(boundaries.data) && below !== 'banjar';
  const level = drawn ? 'village' : below;
  const places = useQuery({
    ...apiQuery('getFunnel', { query: { level, area } }),
    enabled: !boundaries.isPending,
  });
  const items = places.data?.items ?? [];
  const values = items.flatMap((item) => progressOf(item, measure) ?? []);
  const ends = measure === 'pending' ? classEnds(values) : [...shareEnds];
  const [only, ...others] = items;
  // One tile shows nothing: what lies in it is shown.
  if (only?.key && others.length === 0 && !drawn && below !== 'banjar')
    return <ProgressMap area={only.key} />;
  return (
    <section className={styles.section}>
      <h2>{text.map}</h2>
      <p className={styles.why}>
        {below === 'banjar' ? text.mapBanjars : drawn ? text.mapHint : text.mapTiles}
      </p>
      <Segments
        label={text.measure}
        value={measure}
        options={progressMeasures.map((value) => ({ value, label: text.measures[value] }))}
        onChange={setMeasure}
      />
      {places.isPending ? <Loading lines={6} height={28} /> : null}
      {places.error ? <ProblemPanel error={places.error} onRetry={() => places.refetch()} /> : null}
      {places.data && values.length === 0 ? (
        <p className={styles.why}>{measure === 'target' ? text.mapNoTargets : text.noCases}</p>
      ) : null}
      {places.data && values.length > 0 ? (
        <div className={styles.map}>
          {drawn && boundaries.data ? (
            <DrawnMap
              features={boundaries.data.features}
              area={area ?? null}
              items={items}
              ends={ends}
              measure={measure}
            />
          ) : (
            <Tiles items={items} ends={ends} measure={measure} label={text.map} />
          )}
          <Legend ends={ends} measure={measure} gaps={values.length < items.length || drawn} />
        </div>
      ) : null}
    </section>
  );
}

/** Shares have a scale that never moves; people left are compared with each other, the most darkest. */
function colourOf(item: Funnel | undefined, measure: ProgressMeasure, ends: number[]): Shade {
  const value = item ? progressOf(item, measure) : null;
  if (value === null) return 'none';
  return measure === 'pending' ? classOf(value, ends) + CLASS_COUNT - ends.length : shadeOfShare(value);
}

function useSaid(): (value: number | null, measure: ProgressMeasure) => string {
  const format = useFormat();
  return (value, measure) =>
    value === null ? '–' : measure === 'pending' ? format.integer(value) : format.percent(value, 1);
}

interface PartProps {
  items: readonly Funnel[];
  ends: number[];
  measure: ProgressMeasure;
}

function DrawnMap(
  props: PartProps & {
    features: Parameters<typeof VillageShapes>[0]['features'];
    area: string | null;
  },
) {
  const { items, ends, measure, area } = props;
  const text = useText(pesiarText);
  const format = useFormat();
  const said = useSaid();
  const nameOf = useAreaNames();
  const navigate = useNavigate({ from: '/pesiar' });
  const [chosen, setChosen] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const rows = new Map(items.map((item) => [item.key, item]));
  const shown = pointed ?? chosen;
  const item = shown ? rows.get(shown) : undefined;
  const into = shown ? childTowards(shown, area) : null;
  return (
    <>
      <VillageShapes
        features={props.features}
        area={area}
        label={text.mapLabel(text.measures[measure])}
        classOf={(code) => colourOf(rows.get(code), measure, ends)}
        chosen={chosen}
        onPoint={setPointed}
        onChoose={setChosen}
        onEnter={(code) => void navigate({ search: { area: childTowards(code, area) } })}
      />
      <p className={styles.mapCard} aria-live="polite">
        {shown && into ? (
          <>
            <Link to="/pesiar" search={{ area: into }}>
              {nameOf(shown)}
            </Link>
            :{' '}
            {item
              ? [
                  `${text.measures[measure]} ${said(progressOf(item, measure), measure)}`,
                  `${text.sum} ${format.integer(item.mapped)}`,
                  `${text.funnel.active} ${format.integer(item.active)}`,
                  item.target === null ? text.noTarget : text.targetNote(format.integer(item.target)),
                ].join(' · ')
              : text.noCases}
          </>
        ) : (
          text.mapPoint
        )}
      </p>
    </>
  );
}

function Tiles({ items, ends, measure, label }: PartProps & { label: string }) {
  const text = useText(pesiarText);
  const said = useSaid();
  const nameOf = useAreaNames();
  const tiles = items.map((item) => {
    const [village, banjar] = item.key.split('/');
    return {
      code: item.key,
      name: banjar === undefined ? nameOf(village ?? '') : banjar || text.noBanjar,
      size: item.mapped,
      colour: colourOf(item, measure, ends),
      shown: said(progressOf(item, measure), measure),
    };
  });
  return (
    <TileMap
      label={label}
      tiles={tiles}
      link={({ code }, props) => {
        const [place, banjar] = code.split('/');
        return banjar === undefined ? (
          <Link key={code} to="/pesiar" search={{ area: place }} {...props} />
        ) : (
          <Link key={code} to="/pesiar/kasus" search={{ area: place, banjar }} {...props} />
        );
      }}
    />
  );
}

function Legend({ ends, measure, gaps }: { ends: number[]; measure: ProgressMeasure; gaps: boolean }) {
  const text = useText(pesiarText);
  const format = useFormat();
  const said = useSaid();
  return (
    <div className={areaStyles.legend}>
      <span>{text.measures[measure]}</span>
      <ol>
        {measure === 'pending'
          ? ends.map((end, i) => (
              <li key={end}>
                <span className={areaStyles.swatch} data-class={i + CLASS_COUNT - ends.length} />≤{' '}
                {said(end, measure)}
              </li>
            ))
          : progressShades.map((shade, i) => (
              <li key={shade}>
                <span className={areaStyles.swatch} data-class={shade} />
                {i === 0
                  ? text.notBegun
                  : i < 4
                    ? `≤ ${format.percent(ends[i] ?? 1, 0)}`
                    : `> ${format.percent(0.75, 0)}`}
              </li>
            ))}
        {gaps ? (
          <li>
            <span className={areaStyles.swatch} data-class="none" />
            {measure === 'target' ? text.noTarget : text.noCases}
          </li>
        ) : null}
      </ol>
    </div>
  );
}
