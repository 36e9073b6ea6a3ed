import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("./tokens.css", import.meta.url), "utf8");

function tokensIn(block: string): ReadonlyMap<string, string> {
  return new Map(
    [...block.matchAll(/--(?<name>[a-z-]+): (?<colour>#[0-9a-f]{6});/g)].map(({ groups }) => [
      groups?.name ?? "",
      groups?.colour ?? "",
    ]),
  );
}

function blockAfter(opening: string): string {
  const start = css.indexOf(opening);
  if (start < 0) throw new Error(`tokens.css has no "${opening}".`);
  return css.slice(start, css.indexOf("\n}", start));
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [lighter = 0, darker = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (lighter + 0.05) / (darker + 0.05);
}

const light = tokensIn(blockAfter(":root {"));
const palettes = [
  ["light", light],
  ["dark", new Map([...light, ...tokensIn(blockAfter("prefers-color-scheme: dark"))])],
  ["print", new Map([...light, ...tokensIn(blockAfter("@media print"))])],
] as const;

const SURFACES = ["paper", "raised", "wash"];
const TEXT = [
  "ink",
  "ink-soft",
  "ink-faint",
  "accent",
  "accent-strong",
  "missed",
  "at-risk",
  "unknown",
  "on-track",
  "chart-net",
  "chart-gross",
  "chart-unlike",
  "chart-planned",
  "chart-first",
];
const GRAPHICS = [
  "control-edge",
  "focus",
  "no-agreement",
  "rule-strong",
  "chart-zero",
  "chart-gap",
  "chart-bar",
  "chart-bar-older",
];

describe.each(palettes)("the %s palette", (_, tokens) => {
  const colour = (name: string) => {
    const value = tokens.get(name);
    if (value === undefined) throw new Error(`tokens.css has no --${name}.`);
    return value;
  };

  it.each(TEXT.flatMap((text) => SURFACES.map((surface) => [text, surface] as const)))(
    "%s reads on %s (4.5:1)",
    (text, surface) => expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5),
  );

  it.each(GRAPHICS.flatMap((graphic) => SURFACES.map((surface) => [graphic, surface] as const)))(
    "%s shows on %s (3:1)",
    (graphic, surface) => expect(contrast(colour(graphic), colour(surface))).toBeGreaterThanOrEqual(3),
  );

  it.each([
    ["ink", "notice"],
    ["ink-soft", "notice"],
    ["accent", "notice"],
    ["ink", "accent-wash"],
    ["accent-strong", "accent-wash"],
    ["paper", "accent"],
  ])("%s reads on %s (4.5:1)", (text, surface) =>
    expect(contrast(colour(text), colour(surface))).toBeGreaterThanOrEqual(4.5),
  );

  it("edges notices visibly (3:1)", () => {
    expect(contrast(colour("notice-edge"), colour("notice"))).toBeGreaterThanOrEqual(3);
  });
});

it("names every colour of the dark palette in the light one too", () => {
  for (const name of tokensIn(blockAfter("prefers-color-scheme: dark")).keys())
    expect(light.has(name)).toBe(true);
});

it("measures contrast as WCAG does", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
});
