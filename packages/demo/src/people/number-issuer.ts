import type { Calendar } from '../chance/calendar.ts';
import type { Origin, Origins } from '../places/origins.ts';
import type { SplitNumber } from './person.ts';

/** Issued serials begin here, so that no generated number can belong to anybody. */
const firstSerial = 9000;
const serials = 1000;

/**
 * Issues NIKs and KK numbers as districts do: a serial that counts up per district, sex and date. Unique
 * by construction; the counters take the same memory for a village as for a nation.
 */
export class NumberIssuer {
  private readonly calendar: Calendar;
  private readonly origins: Origins;
  /** Per origin, sex and date without century, as a NIK has none. */
  private readonly nikCounters: Uint16Array;
  private readonly kkCounters: Uint16Array;

  constructor(calendar: Calendar, origins: Origins) {
    this.calendar = calendar;
    this.origins = origins;
    this.nikCounters = new Uint16Array(origins.all.length * 2 * 100 * 372);
    this.kkCounters = new Uint16Array(origins.all.length * 100 * 372);
  }

  /** A new NIK first registered in `origin`; when its thousand serials are used up, a neighbour issues it. */
  nik(into: SplitNumber, origin: Origin, sex: number, born: number): void {
    const { calendar, nikCounters, origins } = this;
    const date = this.dateIndex(born);
    for (let at = origin.index; ; at = (at + 1) % origins.all.length) {
      const cell = (at * 2 + sex) * 37200 + date;
      const used = nikCounters[cell] as number;
      if (used >= serials) continue;
      nikCounters[cell] = used + 1;
      const day = (calendar.day[born] as number) + sex * 40;
      into.head = this.join((origins.all[at] as Origin).prefix, day, born);
      into.serial = firstSerial + used;
      return;
    }
  }

  /** A new KK number issued in `origin` on a day. */
  kk(into: SplitNumber, origin: Origin, issued: number): void {
    for (let day = issued; ; day = day > 0 ? day - 1 : this.calendar.today) {
      const cell = origin.index * 37200 + this.dateIndex(day);
      const used = this.kkCounters[cell] as number;
      if (used >= serials) continue;
      this.kkCounters[cell] = used + 1;
      into.head = this.join(origin.prefix, this.calendar.day[day] as number, day);
      into.serial = firstSerial + used;
      return;
    }
  }

  private dateIndex(day: number): number {
    const { calendar } = this;
    return (
      ((calendar.year[day] as number) % 100) * 372 +
      ((calendar.month[day] as number) - 1) * 31 +
      (calendar.day[day] as number) -
      1
    );
  }

  private join(prefix: number, dayDigits: number, day: number): number {
    const { calendar } = this;
    return (
      prefix * 1000000 +
      dayDigits * 10000 +
      (calendar.month[day] as number) * 100 +
      ((calendar.year[day] as number) % 100)
    );
  }
}
