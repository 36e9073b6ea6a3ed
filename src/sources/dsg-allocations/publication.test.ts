import { describe, expect, it } from "vitest";
import { readCalendarDate } from "@/domain/calendar-date";
import { dsgAllocations } from "./publication";

function day(text: string) {
  const date = readCalendarDate(text);
  if (date === null) throw new Error(`${text} isn't a date.`);
  return date;
}

describe("the pages asked", () => {
  it.each([
    ["2026-03-31", 16, "2026-to-2027"],
    ["2026-04-01", 18, "2027-to-2028"],
    ["2026-11-23", 18, "2027-to-2028"],
  ])("on %s: %i, from 2019-20 to %s", (today, number, last) => {
    const listings = dsgAllocations.listings(day(today));
    expect(listings).toHaveLength(number);
    expect(listings[0]?.addresses).toEqual([
      "https://www.gov.uk/api/content/government/publications/dedicated-schools-grant-dsg-2019-to-2020",
      "https://www.gov.uk/government/publications/dedicated-schools-grant-dsg-2019-to-2020",
    ]);
    expect(listings.at(-1)?.addresses).toEqual([
      `https://skillsfunding.service.gov.uk/view-latest-funding/national-funding-allocations/DSG/${last}`,
    ]);
  });

  it("may not exist yet", () => {
    expect(dsgAllocations.listings(day("2026-11-23")).every((listing) => !listing.required)).toBe(true);
  });
});

describe("when the next edition is expected", () => {
  it.each([
    ["2026-01-01", "2026-03-31"],
    ["2026-03-31", "2026-03-31"],
    ["2026-04-01", "2026-07-31"],
    ["2026-08-01", "2026-11-30"],
    ["2026-11-30", "2026-11-30"],
    ["2026-12-01", "2026-12-31"],
    ["2026-12-31", "2026-12-31"],
  ])("on %s: by %s", (today, expected) => {
    expect(dsgAllocations.nextExpected(day(today))).toBe(expected);
  });
});
