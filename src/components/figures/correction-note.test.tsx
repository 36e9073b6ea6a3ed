import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { CorrectionNote } from "./correction-note";
import { WhereFromCard } from "./where-from-card";

const correction = {
  originalGbp: 25_000_000,
  reason: "A digit too many.",
  source: { title: "Letter of the council", url: "https://exampleshire.example/letter" },
  correctedOn: "2026-01-31",
};
const text = (markup: string) => markup.replaceAll(/<[^>]*>/g, "");

describe("a corrected figure", () => {
  it("says under it what was published, why it's wrong and who says so, with a link", () => {
    const markup = renderToStaticMarkup(<CorrectionNote correction={correction} />);
    expect(text(markup)).toBe(
      "Corrected: published as £25,000,000; A digit too many; Letter of the council, 31 January 2026",
    );
    expect(markup).toContain('href="https://exampleshire.example/letter"');
  });

  it("has no link where its source has no address", () => {
    const source = { ...correction.source, url: null };
    const markup = renderToStaticMarkup(<CorrectionNote correction={{ ...correction, source }} />);
    expect(text(markup)).toContain("Letter of the council");
    expect(markup).not.toContain("<a");
  });

  it("as published has no note", () => {
    expect(renderToStaticMarkup(<CorrectionNote correction={undefined} />)).toBe("");
  });

  it.each([
    [correction, true],
    [undefined, false],
  ])("says so on its card, and only then", (made, says) => {
    const source = {
      ...{ publication: "section-251-outturn", title: "Return", url: "https://example.org", licence: "OGL" },
      ...{ snapshotSha256: "0".repeat(64), retrievedAt: "2026-11-23T12:00:00.000Z", locator: {} },
      origin: "live" as const,
    };
    const provenance = { printed: "£15,000,000", what: "Exampleshire: deficit", correction: made, source };
    const said = text(renderToStaticMarkup(<WhereFromCard provenance={provenance} />));
    expect(said.includes("published as £25,000,000")).toBe(says);
  });
});
