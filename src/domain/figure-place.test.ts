import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readFigurePlace, writeFigurePlace } from "./figure-place";
import type { Locator } from "./provenance";

const snapshotSha256 = "3f2a9c1b2d3e".padEnd(64, "0");
const document = "3f2a9c1b2d3e";

describe("the address of a figure's place", () => {
  it.each<[Locator, string]>([
    [{}, "3f2a9c1b2d3e"],
    [{ cell: "C5", sheet: "High needs" }, "3f2a9c1b2d3e;sheet=High needs;cell=C5"],
    [{ page: 2, table: "1", row: 3 }, "3f2a9c1b2d3e;table=1;page=2;row=3"],
    [{ page: 2, area: [56.7, 100, 200.25, 12] }, "3f2a9c1b2d3e;page=2;area=56.7,100,200.25,12"],
    [{ path: "data/a;b=c%3B.csv" }, "3f2a9c1b2d3e;path=data/a%3Bb=c%253B.csv"],
  ])("%j is written and read", (locator, address) => {
    expect(writeFigurePlace({ snapshotSha256, locator })).toBe(address);
    expect(readFigurePlace(address)).toEqual({ document, locator });
  });

  it.each([
    "",
    "outturn:123",
    "3F2A9C1B2D3E",
    "3f2a9c1b2d3",
    "3f2a9c1b2d3e;",
    "3f2a9c1b2d3e;page",
    "3f2a9c1b2d3e;page=two",
    "3f2a9c1b2d3e;page=1;page=2",
    "3f2a9c1b2d3e;colour=red",
    "3f2a9c1b2d3e;__proto__=x",
    "3f2a9c1b2d3e;area=1,2,3",
    "3f2a9c1b2d3e;area=1,2,3,x",
    "3f2a9c1b2d3e;area=1,2,,4",
  ])("%j is none", (address) => expect(readFigurePlace(address)).toBeNull());

  it("comes back as it was, whatever publishers call their sheets", () => {
    const text = fc.string({ maxLength: 30, unit: "grapheme" });
    const place = fc.record(
      { path: text, sheet: text, table: text, cell: text, page: fc.nat(9999), row: fc.nat(99_999) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(place, (locator) => {
        const read = readFigurePlace(writeFigurePlace({ snapshotSha256, locator }));
        expect(read).toEqual({ document, locator: { ...locator } });
      }),
    );
  });
});
