const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** A financial year as GOV.UK writes it: `2023-24` is "2023 to 2024". */
export function formatYear(year: string): string {
  const start = year.slice(0, 4);
  return `${start} to ${Number(start) + 1}`;
}

/** A day, or what is known of it: "31 March 2024", "March 2024", "2024". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  if (month === undefined) return year ?? date;
  const name = MONTHS[Number(month) - 1] ?? month;
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`;
}

/** A year end on an axis: "Mar 2024". */
export function formatYearEnd(date: string): string {
  const [year, month] = date.split("-");
  return `${(MONTHS[Number(month) - 1] ?? "").slice(0, 3)} ${year}`;
}

/** The January count of EHC plans: "January 2025". */
export function formatJanuary(year: number): string {
  return `January ${year}`;
}

const inLondon = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "numeric",
  minute: "2-digit",
  hourCycle: "h12",
});

/** An instant as people in the United Kingdom say it: "23 November 2026, 9:24pm". */
export function formatInstant(instant: string): string {
  const parts = new Map(inLondon.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]));
  const get = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  // Midnight and noon are hour 12 on a GOV.UK clock, whatever the locale's data calls them.
  const hour = get("hour") === "0" ? "12" : get("hour");
  const half = get("dayPeriod").replace(/[^ap]/gi, "").toLowerCase().slice(0, 1);
  return `${get("day")} ${get("month")} ${get("year")}, ${hour}:${get("minute")}${half}m`;
}

/** The London day of an instant: "23 November 2026". */
export function formatDay(instant: string): string {
  return formatInstant(instant).split(",")[0] ?? instant;
}
