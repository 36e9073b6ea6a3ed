import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENGLAND_HEXES } from "@/charts/england-hexes";
import { assignCells } from "./assign-cells";
import { livingCouncils } from "./council-centroids";
import { layoutModule } from "./england-hexes";
import { layOut } from "./hex-layout";
import { fitOf, piecesOf } from "./measure";
import { SHORT_CODES } from "./short-codes";

const fileOf = (path: string) =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const LIST = fileOf("archive/figures/local_authorities.csv");

describe("the map of hexagons", () => {
  const councils = livingCouncils(LIST);
  const placed = councils.map((council) => ({
    ...council,
    cell: ENGLAND_HEXES[council.dfeCode] ?? { column: Number.NaN, row: Number.NaN },
  }));

  it("has every living council of the reference list once, and nobody else", () => {
    expect(councils).toHaveLength(153);
    expect(Object.keys(ENGLAND_HEXES).sort()).toEqual(councils.map(({ dfeCode }) => dfeCode).sort());
  });

  it("has no two councils in one cell", () => {
    expect(new Set(placed.map(({ cell }) => `${cell.column} ${cell.row}`)).size).toBe(153);
  });

  it("is no wider than a phone can show", () => {
    const columns = placed.map(({ cell }) => cell.column);
    expect([Math.min(...columns), Math.max(...columns)]).toEqual([0, 15]);
  });

  it("keeps neighbours near: of each council's four nearest most lie beside it, and the right way", () => {
    const fit = fitOf(placed);
    expect(fit.adjacent).toBeGreaterThan(0.7);
    expect(fit.apart).toBeLessThan(1.3);
    expect(fit.rightWay).toBeGreaterThan(0.85);
  });

  it("keeps each region in one piece, but for the one that lies on three sides of London", () => {
    expect(fitOf(placed).broken).toEqual(["East of England"]);
    expect(
      piecesOf(placed.filter(({ region }) => region === "East of England").map(({ cell }) => cell)),
    ).toBe(3);
  });

  it("is what the script makes of the reference list, to the letter", { timeout: 120_000 }, () => {
    expect(layoutModule(LIST)).toBe(fileOf("src/charts/england-hexes.ts"));
  });

  it.each(["", "somewhere"])("isn't made of a council whose centroid is %o", (latitude) => {
    const csv = `dfe_code,name,region,status,centroid_lat,centroid_lng\nX01,Exampleshire,Nowhere,live,${latitude},-1.5\n`;
    expect(() => livingCouncils(csv)).toThrow(/Exampleshire has ".*" as its centroid_lat/);
  });
});

describe("short codes", () => {
  const codes = Object.values(SHORT_CODES);

  it("are three letters, each given once", () => {
    expect(new Set(codes).size).toBe(codes.length);
    for (const code of codes) expect(code).toMatch(/^[A-Z]{3}$/);
  });
});

describe("laying out", () => {
  const council = fc.record({
    latitude: fc.double({ min: 50, max: 55, noNaN: true }),
    longitude: fc.double({ min: -5, max: 1.7, noNaN: true }),
    region: fc.constantFrom("North", "South"),
  });

  it("gives a cell of its own to every council, the same ones again", () => {
    fc.assert(
      fc.property(fc.array(council, { minLength: 1, maxLength: 8 }), (drawn) => {
        const councils = drawn.map((one, index) => ({ ...one, dfeCode: `X${index}` }));
        const placed = layOut(councils);
        expect(new Set(placed.map(({ cell }) => `${cell.column} ${cell.row}`)).size).toBe(councils.length);
        expect(layOut(councils)).toEqual(placed);
      }),
      { numRuns: 3 },
    );
  });
});

describe("the cheapest assignment", () => {
  it.each([
    [
      [
        [1, 2],
        [2, 1],
      ],
      [0, 1],
    ],
    [
      [
        [2, 1],
        [1, 2],
      ],
      [1, 0],
    ],
    [
      [
        [1, 2, 9],
        [1, 9, 9],
      ],
      [1, 0],
    ],
    [
      [
        [4, 1, 3],
        [2, 0, 5],
        [3, 2, 2],
      ],
      [1, 0, 2],
    ],
  ])("of %j is %j", (costs, expected) => {
    expect(assignCells(costs)).toEqual(expected);
  });

  it("costs no more than any other, tried one by one", () => {
    const square = fc.integer({ min: 1, max: 5 }).chain((size) =>
      fc.array(fc.array(fc.nat(20), { minLength: size, maxLength: size }), {
        minLength: size,
        maxLength: size,
      }),
    );
    fc.assert(
      fc.property(square, (costs) => {
        const total = (columns: readonly number[]) =>
          columns.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? 0), 0);
        const least = Math.min(...ordersOf([...costs.keys()]).map(total));
        expect(total(assignCells(costs))).toBe(least);
      }),
    );
  });

  it("isn't there for more things than places", () => {
    expect(() => assignCells([[1], [1]])).toThrow("2 things can't have 1 places.");
  });
});

function ordersOf(all: readonly number[]): number[][] {
  if (all.length === 0) return [[]];
  return all.flatMap((first) => ordersOf(all.filter((one) => one !== first)).map((rest) => [first, ...rest]));
}
