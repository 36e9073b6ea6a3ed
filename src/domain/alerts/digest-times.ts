import { type CalendarDate, londonDay } from "../calendar-date";

/** London hours at which a day's or a week's news is gathered: before work, after the night's runs. */
const HOUR = 8;

/**
 * The last moment, gone by, at which a digest was due: 08:00 in London today or yesterday, or on the last Monday.
 *
 * @returns the moment, and the London day that names the digest
 */
export function lastDigest(
  frequency: "daily" | "weekly",
  now: Date,
): { readonly day: CalendarDate; readonly at: Date } {
  for (let back = 0; back <= 8; back += 1) {
    const day = londonDay(new Date(now.getTime() - back * 86_400_000));
    if (frequency === "weekly" && new Date(`${day}T12:00:00Z`).getUTCDay() !== 1) continue;
    const at = londonMoment(day, HOUR);
    // What is released in that very millisecond still belongs to it: it's gathered only afterwards.
    if (at.getTime() < now.getTime()) return { day, at };
  }
  throw new RangeError(`No digest is due before ${now.toISOString()}.`);
}

/** An hour of a London day; 08:00 exists once on every day of the year. */
function londonMoment(day: CalendarDate, hour: number): Date {
  const asUtc = new Date(`${day}T${String(hour).padStart(2, "0")}:00:00Z`);
  const shown = Number(
    new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", hour: "2-digit", hourCycle: "h23" }).format(
      asUtc,
    ),
  );
  return new Date(asUtc.getTime() - (shown - hour) * 3_600_000);
}
