import { type CalendarDate, calendarDate } from "@/domain/calendar-date";
import {
  financialYearOf,
  financialYearStarting,
  inWords,
  yearAfter,
  yearInAddress,
  yearsBetween,
} from "@/domain/financial-year";
import { type DueEdition, lastOf } from "../due-edition";
import type { ImmediatePublication, Listing } from "../publication";
import { checkJumps } from "./check-jumps";
import { checkAllocations } from "./expectations";
import { ALLOCATIONS_HOST, findAllocationDocuments } from "./find-documents";
import { readAllocations } from "./read-allocations";

const FIRST_YEAR = financialYearStarting(2019);

/** December announces a year, March comes just before it, then July and November, and the next March is final. */
const USUAL_MONTHS = [3, 7, 11, 12];

export const dsgAllocations: ImmediatePublication = {
  id: "dsg-allocations",
  title: "Dedicated schools grant (DSG) allocations",
  publisher: "Department for Education",
  licence: "Open Government Licence v3.0",
  landingPage: "https://www.gov.uk/government/publications/dedicated-schools-grant-dsg-2026-to-2027",
  cadence: "December, then March, July and November; final the next March",
  parserVersion: "2",
  readsListing: false,
  fixedDocuments: [],
  listings,
  findDocuments: findAllocationDocuments,
  read: readAllocations,
  check: checkAllocations,
  checkAgainstHeld: checkJumps,
  nextExpected,
  due,
};

/** Both pages of every year from 2019-20 to the year after today's, which is announced in December. */
function listings(today: CalendarDate): readonly Listing[] {
  return yearsBetween(FIRST_YEAR, yearAfter(financialYearOf(today))).flatMap((year) => {
    const page = `government/publications/dedicated-schools-grant-dsg-${yearInAddress(year)}`;
    return [
      {
        addresses: [`https://www.gov.uk/api/content/${page}`, `https://www.gov.uk/${page}`],
        required: false,
      },
      {
        addresses: [
          `https://${ALLOCATIONS_HOST}/view-latest-funding/national-funding-allocations/DSG/${yearInAddress(year)}`,
        ],
        required: false,
      },
    ];
  });
}

/** The last day of the next usual month, this one included. */
function nextExpected(today: CalendarDate): CalendarDate {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7));
  const next = USUAL_MONTHS.find((usual) => usual >= month) ?? 12;
  return calendarDate(year, next, next === 11 ? 30 : 31);
}

/** An update comes out up to two months before the end of its usual month, or it's an earlier one that is late. */
const UPDATES = [
  { month: 3, name: "March", from: [1, 28] },
  { month: 7, name: "July", from: [5, 30] },
] as const;

const DUE_DAYS = [
  [3, 31],
  [7, 31],
  [12, 31],
] as const;

/** November is left out: a version of November was seen in one year only, so its absence proves no delay. */
function due(today: CalendarDate): DueEdition {
  const dueBy = lastOf(DUE_DAYS, today);
  const year = Number(dueBy.slice(0, 4));
  const update = UPDATES.find(({ month }) => month === Number(dueBy.slice(5, 7)));
  if (update) {
    const from = calendarDate(year, update.from[0], update.from[1]);
    return { name: `the update of ${update.name} ${year}`, dueBy, shownBy: { kind: "published", from } };
  }
  const announced = financialYearStarting(year + 1);
  return {
    name: `the announcement for ${inWords(announced)}`,
    dueBy,
    shownBy: { kind: "year", year: announced },
  };
}
