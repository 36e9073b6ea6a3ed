import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import type { Status } from "@/shapes/api-shapes";
import { ENGLAND_HEXES } from "./england-hexes";
import { wrap } from "./hex-caption";
import { borders, CELL, middleOf } from "./hex-grid";
import { type HexCouncil, hexId, hexMap } from "./hex-map";

const council = (short: string, own: Partial<HexCouncil> = {}): HexCouncil => ({
  ...{ short, name: `${short}shire`, slug: short.toLowerCase(), region: "North", column: 0, row: 0 },
  ...{ status: "unknown", sentence: `What is said of ${short}.`, chosen: true },
  ...own,
});
const draw = (councils: readonly HexCouncil[]) =>
  renderToStaticMarkup(
    hexMap(
      { title: "How they stand", description: "two", councils, hrefOf: (slug) => `/authorities/${slug}` },
      "map",
    ),
  );

describe("the map", () => {
  it("has a link for each council, with its name, its status as a word and its sentence", () => {
    const markup = draw([council("EXA", { status: "missed" }), council("SAM", { column: 1 })]);
    expect(markup).toContain('href="/authorities/exa"');
    expect(markup).toContain("<title>EXAshire. Missed: What is said of EXA.</title>");
    expect(markup).toContain("<title>SAMshire. Not judged: What is said of SAM.</title>");
    expect(markup.match(/<a /g)).toHaveLength(2);
    expect(markup).toContain(`id="${hexId("EXA")}"`);
  });

  it("doesn't say the status twice where the sentence begins with it", () => {
    const markup = draw([council("EXA", { status: "at-risk", sentence: "At risk: payment withheld." })]);
    expect(markup).toContain("<title>EXAshire. At risk: Payment withheld.</title>");
  });

  it("tells every status by its shape alone", () => {
    const statuses: readonly Status[] = ["missed", "at-risk", "unknown", "on-track", "no-agreement"];
    const shapes = statuses.map(
      (status) =>
        /(?<shape><\w+ class="hex-mark"[^>]*>)/.exec(draw([council("EXA", { status })]))?.groups?.shape,
    );
    const withoutColour = shapes.map((shape) => shape?.replaceAll(/(?:fill|stroke)="var[^"]*"/g, ""));
    expect(new Set(withoutColour).size).toBe(statuses.length);
  });

  it("hatches what isn't judged, and nothing else", () => {
    expect(draw([council("EXA", { status: "unknown" })])).toContain('fill="url(#map-hatch)"');
    expect(draw([council("EXA", { status: "on-track" })])).not.toContain('fill="url(#map-hatch)"');
  });

  it("keeps the place and the way to a council that a filter leaves out, without its status", () => {
    const markup = draw([council("EXA", { status: "missed", chosen: false })]);
    expect(markup).toContain('href="/authorities/exa"');
    expect(markup).not.toContain("hex-mark");
    expect(markup).toContain('<path class="hex-edge hex-ground" ');
  });

  it("parts regions, and only regions", () => {
    const beside = (region: string) => borders([council("A"), council("B", { column: 1, region })]);
    expect(beside("North")).toBe("");
    expect(beside("South")).toMatch(/^M[\d.]+ [\d.]+L[\d.]+ [\d.]+$/);
  });

  it("says at most seven lines", () => {
    const lines = wrap("word ".repeat(200).trim(), 13, 240, 7);
    expect(lines).toHaveLength(7);
    expect(lines.at(-1)).toMatch(/…$/);
    expect(wrap("A short one.", 13, 240, 7)).toEqual(["A short one."]);
  });
});

describe("the grid", () => {
  it.each([
    ["its right", { column: 1, row: 0 }],
    ["below it", { column: 0, row: 1 }],
  ])("a cell is one cell away from the one to %s", (_, other) => {
    const [a, b] = [middleOf({ column: 0, row: 0 }), middleOf(other)];
    expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeCloseTo(CELL, 0);
  });

  it("leaves no two councils of England nearer than a cell", () => {
    const middles = Object.values(ENGLAND_HEXES).map(middleOf);
    const near = middles.flatMap((a, index) =>
      middles.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < CELL - 0.2),
    );
    expect(near).toEqual([]);
  });
});
