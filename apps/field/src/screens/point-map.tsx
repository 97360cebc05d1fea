import type { Point } from '@jangkau/pesiar';
import { linkTo, metresText, useSay } from '@jangkau/phone';
import { useState } from 'preact/hooks';
import { useDesk } from '../app/use-app.ts';
import type { Household } from '../people/field-desk.ts';
import { locate } from '../visit/locate.ts';

const size = 340;
const margin = 18;
const metresPerDegree = 111_195;

/** Households as points, without a map below: it needs no connection. North is up. */
export function PointMap() {
  const say = useSay();
  const desk = useDesk();
  const [here, setHere] = useState<Point | null>(null);
  const [chosen, setChosen] = useState<Household>();
  const placed = desk.households.filter(({ point, cases }) => point !== null && cases.length > 0);
  const missing = desk.households.filter(({ point, cases }) => point === null && cases.length > 0).length;
  const points = [...placed.map(({ point }) => point as Point), ...(here ? [here] : [])];
  const box = frameOf(points);
  const barMetres = [20, 50, 100, 200, 500, 1000, 2000].findLast((m) => m <= box.metres / 2) ?? 20;
  return (
    <>
      <header class="head">
        <h1>{say('Peta titik rumah', 'Map of houses')}</h1>
        <p>
          {say(`${placed.length} rumah bertitik`, `${placed.length} houses with a point`)}
          {missing > 0 && say(`, ${missing} belum`, `, ${missing} without`)}
        </p>
      </header>
      {points.length === 0 ? (
        <p class="empty">
          {say(
            'Belum ada titik. Titik rumah tersimpan saat kunjungan pertama.',
            'No points yet. The place of a house is kept at its first visit.',
          )}
        </p>
      ) : (
        <svg class="map" viewBox={`0 0 ${size} ${size}`}>
          <title>{say('Peta rumah', 'Map of houses')}</title>
          <rect width={size} height={size} rx="10" class="ground" />
          {placed.map((household) => {
            const [x, y] = box.place(household.point as Point);
            const open = household.cases.some(({ state }) => state.bucket === null);
            const pick = () => setChosen(household);
            return (
              <a
                key={household.key}
                href={linkTo('household', household.key)}
                aria-label={household.address ?? household.key}
                onClick={(event) => {
                  event.preventDefault();
                  pick();
                }}
              >
                <circle cx={x} cy={y} r="16" class="touch" />
                <circle cx={x} cy={y} r={chosen === household ? 10 : 7} class={open ? 'todo' : 'over'} />
              </a>
            );
          })}
          {here && <circle cx={box.place(here)[0]} cy={box.place(here)[1]} r="9" class="here" />}
          <path d={`M${margin} ${size - 12}h${(barMetres / box.metres) * (size - 2 * margin)}`} class="bar" />
          <text x={margin} y={size - 17} class="scale">
            {metresText(barMetres)}
          </text>
          <text x={size - 22} y="22" class="scale">
            {say('U', 'N')} ↑
          </text>
        </svg>
      )}
      <div class="row">
        <button type="button" onClick={() => void locate().then(setHere, () => setHere(null))}>
          {say('Tampilkan tempat saya', 'Show where I am')}
        </button>
      </div>
      <p class="legend">
        <span class="dot todo" /> {say('belum selesai', 'open')} <span class="dot over" />{' '}
        {say('selesai', 'done')}
        <span class="dot here" /> {say('Anda', 'you')}
      </p>
      {chosen && (
        <a class="card" href={linkTo('household', chosen.key)}>
          <strong>{chosen.address}</strong>
          <span>{chosen.cases.map(({ state }) => state.subject.name).join(', ')}</span>
        </a>
      )}
    </>
  );
}

/** How places become points of the picture, and how many metres it is wide. */
function frameOf(points: readonly Point[]): { metres: number; place: (point: Point) => [number, number] } {
  const lats = points.map(({ lat }) => lat);
  const lons = points.map(({ lon }) => lon);
  const middle = {
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
    lon: (Math.min(...lons) + Math.max(...lons)) / 2,
  };
  const shrink = Math.cos((middle.lat * Math.PI) / 180);
  const high = (Math.max(...lats) - Math.min(...lats)) * metresPerDegree;
  const wide = (Math.max(...lons) - Math.min(...lons)) * metresPerDegree * shrink;
  const metres = Math.max(80, high, wide);
  const scale = (size - 2 * margin) / metres;
  return {
    metres,
    place: ({ lat, lon }) => [
      Math.round(size / 2 + (lon - middle.lon) * metresPerDegree * shrink * scale),
      Math.round(size / 2 - (lat - middle.lat) * metresPerDegree * scale),
    ],
  };
}
