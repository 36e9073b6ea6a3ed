import { type CalendarDate, calendarDate } from "@/domain/calendar-date";
import { financialYearStarting, inWords } from "@/domain/financial-year";
import { type DueEdition, lastOf } from "../due-edition";
import { findRelease } from "../ees/find-release";
import type { ImmediatePublication } from "../publication";
import { checkSection251Outturn } from "./check-section-251-outturn";
import { readSection251Outturn } from "./read-section-251-outturn";

const LANDING_PAGE =
  "https://explore-education-statistics.service.gov.uk/find-statistics/la-and-school-expenditure";

export const section251Outturn: ImmediatePublication = {
  id: "section-251-outturn",
  title: "LA and school expenditure (section 251 outturn)",
  publisher: "Department for Education, Explore education statistics",
  licence: "Open Government Licence v3.0",
  landingPage: LANDING_PAGE,
  cadence: "December or January after the year",
  parserVersion: "2",
  readsListing: false,
  fixedDocuments: [],
  listings: () => [{ addresses: [LANDING_PAGE], required: true }],
  findDocuments: findRelease,
  read: readSection251Outturn,
  check: (draft, councils) => checkSection251Outturn(draft, councils),
  nextExpected,
  due,
};

/** The 2022-23 outturn came out on 25 January 2024: by the end of January the last finished year is out. */
function nextExpected(today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4));
  const thisYears = calendarDate(year, 1, 31);
  return today <= thisYears ? thisYears : calendarDate(year + 1, 1, 31);
}

/** On 1 February 2026 the outturn of 2024-25, the year that ended the March before, is late. */
function due(today: CalendarDate): DueEdition {
  const dueBy = lastOf([[1, 31]], today);
  const year = financialYearStarting(Number(dueBy.slice(0, 4)) - 2);
  return { name: `the outturn of ${inWords(year)}`, dueBy, shownBy: { kind: "year", year } };
}
