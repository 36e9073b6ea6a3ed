import { describe, expect, it } from "vitest";
import { calendarDate } from "../calendar-date";
import { CouncilRegister, comparableName, type PrintedCouncil } from "./council-register";
import type { LocalAuthority } from "./local-authority";

function entry(
  dfeCode: string,
  gssCode: string,
  name: string,
  more: Partial<LocalAuthority> = {},
): LocalAuthority {
  return {
    dfeCode,
    gssCode,
    name,
    slug: name.toLowerCase(),
    region: "Nowhere",
    type: "unitary",
    validFrom: calendarDate(2009, 4, 1),
    validTo: null,
    predecessorGssCodes: [],
    successorGssCodes: [],
    spellings: [],
    centroid: null,
    ...more,
  };
}

const ended = (year: number) => ({ validTo: calendarDate(year, 3, 31) });
const since = (year: number) => ({ validFrom: calendarDate(year, 4, 1) });

const REGISTER = new CouncilRegister([
  // Dorsetland under its third ONS code is listed first: order must not matter.
  entry("838", "X06", "Dorsetland", since(2019)),
  entry("835", "X03", "Dorsetland", ended(2019)),
  entry("991", "X12", "Exampleshire", since(2023)),
  entry("991", "X11", "Exampleshire", { ...since(2019), ...ended(2023) }),
  entry("991", "X10", "Exampleshire", ended(2019)),
  entry("992", "X20", "Sampleton, City of", { spellings: ["Sampleton upon Sea"] }),
  entry("909", "X31", "Cumbrialand", { ...since(2019), ...ended(2023) }),
  entry("909", "X30", "Cumbrialand", ended(2019)),
  entry("201", "E09000001", "City of London"),
]);

describe("finding a council", () => {
  it.each<[string, PrintedCouncil, string | null, boolean]>([
    ["by its DfE code", { dfeCode: "991", name: "Exampleshire" }, "991", false],
    ["by its code, whatever the name", { dfeCode: "991", name: "Elsewhere" }, "991", true],
    ["by its code alone", { dfeCode: " 991 ", name: "" }, "991", false],
    [
      "by its code before its ONS code",
      { dfeCode: "991", gssCode: "X20", name: "Exampleshire" },
      "991",
      false,
    ],
    ["by its present ONS code", { gssCode: "X12", name: "" }, "991", false],
    ["by an abolished ONS code", { gssCode: "X10", name: "" }, "991", false],
    [
      "by its ONS code where the DfE code is unknown",
      { dfeCode: "999", gssCode: "X20", name: "" },
      "992",
      false,
    ],
    ["by its name", { name: "Exampleshire" }, "991", false],
    ["by another spelling", { name: "sampleton UPON sea" }, "992", false],
    ["by a name that two councils had: the live one", { name: "Dorsetland" }, "838", false],
    ["by the name of one that ended", { name: "Cumbrialand" }, "909", false],
    [
      "not by an unknown code, though the name is known",
      { dfeCode: "999", name: "Exampleshire" },
      null,
      false,
    ],
    ["not by an unknown name", { name: "Elsewhere" }, null, false],
    ["not by nothing", { name: "" }, null, false],
    ["not by the region around the City of London", { name: "London" }, null, false],
    ["the City of London by its name", { name: "City of London Corporation" }, null, false],
    ["the City of London by its own name", { name: "The City of London" }, "201", false],
  ])("%s", (_, printed, code, unusualName) => {
    expect(REGISTER.find(printed)).toEqual(
      code === null ? { kind: "unknown" } : { kind: "found", dfeCode: code, unusualName },
    );
  });
});

describe("a council's entries", () => {
  it("are given oldest first", () => {
    expect(REGISTER.history("991").map(({ gssCode }) => gssCode)).toEqual(["X10", "X11", "X12"]);
    expect(REGISTER.history("999")).toEqual([]);
  });

  it.each([
    ["991", "X12"],
    ["909", "X31"],
    ["999", undefined],
  ])("current of %s is %s: the live one, or the last", (code, gssCode) => {
    expect(REGISTER.current(code)?.gssCode).toBe(gssCode);
  });
});

describe("names that are one", () => {
  it.each([
    ["Bristol, City of", "Bristol City of"],
    ["Bristol, City of", "City of Bristol"],
    ["Bristol, City of", "Bristol City Council"],
    ["Herefordshire, County of", "Herefordshire"],
    ["Kingston upon Hull, City of", "Kingston Upon Hull City of"],
    ["Kingston upon Thames", "The Royal Borough of Kingston upon Thames"],
    ["Hillingdon", "The London Borough of Hillingdon"],
    ["Isle of Wight", "Council of the Isle of Wight"],
    ["Isle of Wight", "Isle of Wight Council"],
    ["Rotherham", "Rotherham Metropolitan Borough Council"],
    ["Bradford", "City of Bradford Metropolitan District Council"],
    ["Bath and North East Somerset", "Bath & North East Somerset"],
    ["Bournemouth, Christchurch and Poole", "Bournemouth Christchurch and Poole5"],
    ["St. Helens", "St Helens"],
    ["Stockton-on-Tees", "Stockton on Tees"],
    ["Cumbria", "Cumbria8"],
    ["Cumbria", "Cumbria⁸"],
    ["Dorset", "Dorset (pre LGR 2019)"],
  ])("%s and %s", (official, printed) => {
    expect(comparableName(printed)).toBe(comparableName(official));
  });

  it.each([
    ["Bedford", "Central Bedfordshire"],
    ["Cheshire East", "Cheshire West and Chester"],
    ["City of London", "London"],
    ["North Somerset", "Somerset"],
    ["Nottingham", "Nottinghamshire"],
    ["York", "North Yorkshire"],
  ])("%s and %s aren't", (one, other) => {
    expect(comparableName(one)).not.toBe(comparableName(other));
  });
});
