import type { DriveFigures } from '@jangkau/contracts';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { rupiah } from '../members/rupiah.ts';
import { useFormat, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './drive.module.css';
import { driveText } from './drive-text.ts';

type Areas = z.output<typeof DriveFigures>['areas'];

/** Areas by their share of inactive members; a name goes one level down. */
export function AreaBars({ areas }: { areas: Areas }) {
  const text = useText(driveText);
  const format = useFormat();
  const share = (area: Areas[number]) => (area.members > 0 ? area.inactive / area.members : 0);
  const widest = Math.max(...areas.map(share), 0.0001);
  return (
    <ScrollBox label={text.areas}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.areaName}</th>
            <th scope="col">{text.share}</th>
            <th scope="col" className={table.number}>
              {text.inactive}
            </th>
            <th scope="col" className={table.number}>
              {text.arrears}
            </th>
            <th scope="col" className={table.number}>
              {text.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {areas
            .filter((area) => area.members > 0)
            .sort((a, b) => share(b) - share(a))
            .map((area) => (
              <tr key={area.code}>
                <td>
                  {area.code === '' ? (
                    text.nowhere
                  ) : (
                    <Link to="/reaktivasi" search={{ area: area.code }}>
                      {area.name}
                    </Link>
                  )}
                </td>
                <td data-label={text.share}>
                  <span className={styles.share}>
                    <i style={{ width: `${(share(area) / widest) * 100}%` }} aria-hidden />
                    {format.percent(share(area), 1)}
                  </span>
                </td>
                <td data-label={text.inactive} className={table.number}>
                  {area.code === '' ? (
                    format.integer(area.inactive)
                  ) : (
                    <Link to="/reaktivasi/daftar" search={{ area: area.code }}>
                      {format.integer(area.inactive)}
                    </Link>
                  )}
                </td>
                <td data-label={text.arrears} className={table.number}>
                  {format.integer(area.arrears)}
                </td>
                <td data-label={text.amount} className={table.number}>
                  {rupiah(format, area.amount)}
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
