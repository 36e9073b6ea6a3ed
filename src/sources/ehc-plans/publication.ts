import { type CalendarDate, calendarDate } from "@/domain/calendar-date";
import { financialYearStarting } from "@/domain/financial-year";
import { type DueEdition, lastOf } from "../due-edition";
import { findRelease } from "../ees/find-release";
import type { ImmediatePublication } from "../publication";
import { checkEhcPlans } from "./check-ehc-plans";
import { readEhcPlans } from "./read-ehc-plans";

const LANDING_PAGE =
  "https://explore-education-statistics.service.gov.uk/find-statistics/education-health-and-care-plans";

export const ehcPlans: ImmediatePublication = {
  id: "ehc-plans",
  title: "Education, health and care plans",
  publisher: "Department for Education, Explore education statistics",
  licence: "Open Government Licence v3.0",
  landingPage: LANDING_PAGE,
  cadence: "June, with the count of January",
  parserVersion: "2",
  readsListing: false,
  fixedDocuments: [],
  listings: () => [{ addresses: [LANDING_PAGE], required: true }],
  findDocuments: findRelease,
  read: readEhcPlans,
  check: (draft, councils) => checkEhcPlans(draft, councils),
  nextExpected,
  due,
};

function nextExpected(today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4));
  const thisYears = calendarDate(year, 6, 30);
  return today <= thisYears ? thisYears : calendarDate(year + 1, 6, 30);
}

/** On 1 July 2026 the count of January 2026, in the financial year 2025-26, is late. */
function due(today: CalendarDate): DueEdition {
  const dueBy = lastOf([[6, 30]], today);
  const january = Number(dueBy.slice(0, 4));
  const year = financialYearStarting(january - 1);
  return { name: `the count of January ${january}`, dueBy, shownBy: { kind: "year", year } };
}
