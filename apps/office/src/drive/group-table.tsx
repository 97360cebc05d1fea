import type { DriveGroup } from '@jangkau/contracts';
import { type ReasonCode, reasons } from '@jangkau/membership';
import { Link } from '@tanstack/react-router';
import type { z } from 'zod';
import { rupiah } from '../members/rupiah.ts';
import { peopleText } from '../people/people-text.ts';
import { useFormat, useLanguage, useText } from '../text/language-context.tsx';
import { ScrollBox } from '../ui/scroll-box.tsx';
import table from '../ui/table.module.css';
import styles from './drive.module.css';
import { driveText } from './drive-text.ts';

type Group = z.output<typeof DriveGroup>;

/** Groups of inactive members, largest first; each count opens the work list of the group. */
export function GroupTable({ groups, area }: { groups: readonly Group[]; area: string | undefined }) {
  const text = useText(driveText);
  const people = useText(peopleText);
  const format = useFormat();
  const { language } = useLanguage();
  const sum = (of: (group: Group) => number) => groups.reduce((total, group) => total + of(group), 0);
  return (
    <ScrollBox label={text.groups}>
      <table className={`${table.table} ${table.cards}`}>
        <thead>
          <tr>
            <th scope="col">{text.group}</th>
            <th scope="col" className={table.number}>
              {text.people}
            </th>
            <th scope="col" className={table.number}>
              {text.family}
            </th>
            <th scope="col" className={table.number}>
              {text.amount}
            </th>
            <th scope="col">{text.next}</th>
          </tr>
        </thead>
        <tbody>
          {[...groups]
            .sort((a, b) => b.people - a.people)
            .map((group) => {
              const { kind, reason, segment, band } = group;
              return (
                <tr key={`${kind} ${reason} ${segment} ${band}`}>
                  <td>
                    <span className={styles.group}>
                      <strong>{reasons[reason as ReasonCode]?.[language] ?? reason}</strong>
                      <small>
                        {text.kinds[kind]} · {people.segments[segment] ?? segment}
                        {band === '0' ? '' : ` · ${text.bands[band]}`}
                      </small>
                    </span>
                  </td>
                  <td data-label={text.people} className={table.number}>
                    <Link
                      to="/reaktivasi/daftar"
                      search={{ area, kind, reason, segment, band }}
                      aria-label={`${text.list}: ${format.integer(group.people)}`}
                    >
                      {format.integer(group.people)}
                    </Link>
                  </td>
                  <td data-label={text.family} className={table.number}>
                    {format.integer(group.families)}
                  </td>
                  <td data-label={text.amount} className={table.number}>
                    {group.amount > 0 ? rupiah(format, group.amount) : '–'}
                  </td>
                  <td>
                    <span className={styles.next}>{group.nextStep}</span>
                  </td>
                </tr>
              );
            })}
        </tbody>
        <tfoot>
          <tr>
            <td>{text.sum}</td>
            <td data-label={text.people} className={table.number}>
              {format.integer(sum((group) => group.people))}
            </td>
            <td data-label={text.family} className={table.number}>
              {format.integer(sum((group) => group.families))}
            </td>
            <td data-label={text.amount} className={table.number}>
              {rupiah(
                format,
                sum((group) => group.amount),
              )}
            </td>
            <td />
          </tr>
        </tfoot>
      </table>
    </ScrollBox>
  );
}
