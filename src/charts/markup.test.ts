import { createElement, Fragment } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { source } from "@/testing/sample-source";
import { CHART_SIZES } from "./balance-plan";
import { chartSheet, LETTER, sheetDrawing } from "./chart-sheet";
import { councilBalanceChart } from "./council-balance-chart";
import { councilTrajectory } from "./council-trajectory";
import { toMarkup } from "./markup";
import { textWidth } from "./text-width";

const outturn = (asAt: string, deficitGbp: number) => ({
  ...({
    asAt,
    deficitGbp,
    asAtInferred: false,
    basis: "net",
    scope: "dsg",
    kind: "outturn",
    source,
  } as const),
  after: { safetyValve: "yes", stabilityGrant: "no", localContribution: "unknown" } as const,
});
const trajectory = councilTrajectory({
  ...{ agreements: [], verdicts: [], events: [], validTo: null },
  outturns: [outturn("2023-03-31", 12_000_000), outturn("2024-03-31", 14_000_000)],
});
if (trajectory === null) throw new Error("Two outturns can be drawn.");

describe("the text of a drawing", () => {
  it.each(Object.entries(CHART_SIZES))("is what React would write, %s", (name, size) => {
    const drawing = councilBalanceChart({ council: "Sampleton & Son", trajectory }, size, name);
    // React closes every element with a tag of its own, and writes an apostrophe as a number.
    const written = renderToStaticMarkup(drawing).replaceAll("&#x27;", "'");
    expect(toMarkup(drawing).replace(/<(\w+)([^>]*)\/>/g, "<$1$2></$1>")).toBe(written);
  });

  it.each([
    ["text", 'Kent & "friends" <1>', "Kent &amp; &quot;friends&quot; &lt;1&gt;"],
    ["a number", 5, "5"],
    ["nothing", [null, undefined, false, true], ""],
    ["a fragment", createElement(Fragment, null, "a", "b"), "ab"],
    ["what is not set", createElement("g", { fill: undefined, id: "x" }), '<g id="x"/>'],
    ["an attribute in camel case", createElement("path", { strokeWidth: 2 }), '<path stroke-width="2"/>'],
  ])("of %s", (_, node, text) => expect(toMarkup(node)).toBe(text));
});

describe("a chart that leaves the site", () => {
  const words = {
    council: "Sampleton",
    sentence: "At risk: what was promised is a long way off. ".repeat(12).trim(),
    sourceLine:
      "Sources: DfE section 251 outturn. Each figure with its source: https://example.org/authorities/sampleton",
  };
  const sheet = chartSheet(words, trajectory);

  it("has its name, its sentence, its figures and its source line", () => {
    const markup = toMarkup(sheetDrawing(sheet, "Published balance of Sampleton"));
    expect(markup).toContain('<title id="title">Published balance of Sampleton</title>');
    for (const text of ["Sampleton", "At risk: what was promised", "£14m after DfE money", words.sourceLine])
      expect(markup).toContain(text);
  });

  it("is cut in its sentence where anybody sees it, never in its source", () => {
    const sentence = sheet.texts.filter(({ key }) => key.startsWith("sentence"));
    expect(sentence).toHaveLength(3);
    expect(sentence.at(-1)?.text).toMatch(/ …$/);
    expect(sheet.texts.find(({ key }) => key === "source")?.text).toBe(words.sourceLine);
  });

  it("has no colour that only a style sheet could give it", () =>
    expect(toMarkup(sheetDrawing(sheet, "x"))).not.toContain("var("));

  it("keeps its whole source line in a letter, in letters that can be read, and leaves its sentence to the letter", () => {
    const { texts, width } = chartSheet(
      { ...words, sourceLine: words.sourceLine.repeat(3) },
      trajectory,
      LETTER,
    );
    const sources = texts.filter(({ key }) => key.startsWith("source"));
    expect(sources.length).toBeGreaterThan(2);
    expect(sources.map(({ text }) => text).join(" ")).toBe(words.sourceLine.repeat(3));
    expect(texts.filter(({ key }) => key.startsWith("sentence"))).toEqual([]);
    for (const { text, x, size } of sources) expect(x + textWidth(text, size)).toBeLessThanOrEqual(width);
    // Half its pixels in a mail's column, and half of that again on a phone.
    for (const { size } of texts) expect(size).toBeGreaterThanOrEqual(20);
  });

  it("says its sentence alone where nothing can be drawn", () =>
    expect(chartSheet(words, null).texts.map(({ key }) => key)).toEqual([
      ...["title", "sentence 0", "sentence 1", "sentence 2", "source"],
    ]));
});
