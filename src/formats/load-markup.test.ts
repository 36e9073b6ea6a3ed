import { describe, expect, it } from "vitest";
import { loadMarkup } from "./load-markup";

const nested = (tag: string, times: number) => `<${tag}>`.repeat(times) + `</${tag}>`.repeat(times);

describe("markup that is asked, and markup that isn't", () => {
  it.each([
    ["a page", "<main><p>One.<p>Two.<br></main>", true],
    ["paragraphs without end", "<p>".repeat(5_000), true],
    ["rows and cells without end", `<table>${"<tr><td>".repeat(5_000)}</table>`, true],
    ["many elements side by side", "<b>x</b>".repeat(5_000), true],
    ["tags inside a script", `<script>${"'<b>'".repeat(5_000)}</script>`, true],
    ["nested as deep as may be", nested("div", 256), true],
    ["nested deeper", nested("div", 257), false],
    ["a hundred thousand tags", "<br>".repeat(100_000), true],
    ["one more", "<br>".repeat(100_001), false],
    ["tables in tables", "<table><tr><td>".repeat(10_000), false],
    ["hundreds of elements never closed", "<b>x".repeat(300), false],
    ["a script without end", `<script>${"<b>".repeat(5_000)}`, true],
  ])("%s", (_, html, isAsked) => {
    expect(loadMarkup(html) !== null).toBe(isAsked);
  });
});
