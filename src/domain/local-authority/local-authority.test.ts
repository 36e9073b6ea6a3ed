import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar-date";
import { financialYearStarting } from "../financial-year";
import { commonName, existedAtEndOf, type LocalAuthority, slugOf } from "./local-authority";

const EXAMPLESHIRE: LocalAuthority = {
  dfeCode: "991",
  gssCode: "X99000001",
  name: "Exampleshire",
  slug: "exampleshire",
  region: "Nowhere",
  type: "county",
  validFrom: calendarDate(2009, 4, 1),
  validTo: null,
  predecessorGssCodes: [],
  successorGssCodes: [],
  spellings: [],
  centroid: null,
};

type Day = [year: number, month: number, day: number];

describe("whether a council existed at the end of 2020-21", () => {
  it.each<[string, Day, Day | null, boolean]>([
    ["since before, still live", [2009, 4, 1], null, true],
    ["since the last day of the year", [2021, 3, 31], null, true],
    ["since the day after", [2021, 4, 1], null, false],
    ["ended on the last day of the year", [2009, 4, 1], [2021, 3, 31], true],
    ["ended the day before", [2009, 4, 1], [2021, 3, 30], false],
    ["ended a year later", [2009, 4, 1], [2022, 3, 31], true],
  ])("%s: %s", (_, from, to, expected) => {
    const authority = {
      ...EXAMPLESHIRE,
      validFrom: calendarDate(...from),
      validTo: to === null ? null : calendarDate(...to),
    };
    expect(existedAtEndOf(authority, financialYearStarting(2020))).toBe(expected);
  });
});

describe("names for people and for addresses", () => {
  it.each([
    ["Bristol, City of", "Bristol", "bristol"],
    ["Herefordshire, County of", "Herefordshire", "herefordshire"],
    ["Kingston upon Hull, City of", "Kingston upon Hull", "kingston-upon-hull"],
    ["Kingston upon Thames", "Kingston upon Thames", "kingston-upon-thames"],
    ["City of London", "City of London", "city-of-london"],
    ["St. Helens", "St Helens", "st-helens"],
    [
      "Bournemouth, Christchurch and Poole",
      "Bournemouth, Christchurch and Poole",
      "bournemouth-christchurch-and-poole",
    ],
    ["Bath & North East Somerset", "Bath & North East Somerset", "bath-and-north-east-somerset"],
    ["Stockton-on-Tees", "Stockton-on-Tees", "stockton-on-tees"],
    ["King’s Lynn", "King’s Lynn", "kings-lynn"],
  ])("%s is %s at /%s", (official, common, slug) => {
    expect(commonName(official)).toBe(common);
    expect(slugOf(commonName(official))).toBe(slug);
  });
});
