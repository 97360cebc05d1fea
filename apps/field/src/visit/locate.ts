import type { MeasuredPoint } from '@jangkau/pesiar';

/** Metres below which the phone stops looking for a better place. */
const goodMetres = 20;

/**
 * Where the phone is, as well as it can say within `ms`: it is watched until it is sure enough.
 * @throws when the person does not allow it or there is no signal
 */
export function locate(ms = 15_000): Promise<MeasuredPoint> {
  return new Promise((resolve, reject) => {
    if (!('geolocation' in navigator)) return reject(new Error('the phone has no location'));
    let best: MeasuredPoint | undefined;
    const finish = (error?: Error) => {
      navigator.geolocation.clearWatch(watch);
      clearTimeout(timer);
      if (best) resolve(best);
      else reject(error ?? new Error('no place was found'));
    };
    const watch = navigator.geolocation.watchPosition(
      ({ coords }) => {
        const { latitude, longitude, accuracy } = coords;
        const point = {
          lat: Math.round(latitude * 1e6) / 1e6,
          lon: Math.round(longitude * 1e6) / 1e6,
          accuracy: Math.round(accuracy),
        };
        if (!best || point.accuracy < best.accuracy) best = point;
        if (best.accuracy <= goodMetres) finish();
      },
      (error) => finish(new Error(error.message)),
      { enableHighAccuracy: true, timeout: ms, maximumAge: 10_000 },
    );
    const timer = setTimeout(() => finish(), ms);
  });
}
