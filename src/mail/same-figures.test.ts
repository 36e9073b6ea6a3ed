import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALERT_KINDS, TONES } from "@/domain/alerts/alert";
import type { AlertContent } from "@/shapes/alert-shapes";
import { formatGbp } from "@/wording/money";
import type { RenderedMail } from "./mail-settings";
import { renderAlertMail } from "./render-alert-mail";
import { renderDigestMail } from "./render-digest-mail";
import { SAMPLE_SETTINGS } from "./sample-mails";

const sum = fc.integer({ min: -400_000_000, max: 400_000_000 }).map(formatGbp);
const line = fc.record({
  text: fc.oneof(
    sum.map((amount) => `Published deficit at 31 March 2025: ${amount}`),
    fc
      .tuple(sum, sum)
      .map(([before, after]) => `The plan moved from ${before} to ${after}, as the council <says>.`),
  ),
  source: fc.option(
    fc.record({
      title: fc.constantFrom("Accounts & notes", "“Draft” accounts"),
      url: fc.constantFrom("https://publisher.example/accounts.pdf?a=1&b=2", "nowhere"),
      where: fc.integer({ min: 1, max: 400 }).map((page) => `page ${page}`),
    }),
  ),
});
const content: fc.Arbitrary<AlertContent> = fc.record({
  kind: fc.constantFrom(...ALERT_KINDS),
  tone: fc.constantFrom(...TONES),
  council: fc.option(
    fc.constantFrom("Exampleshire", "Sampleton").map((name) => ({
      ...{ dfeCode: name === "Sampleton" ? "X02" : "X01", name, slug: name.toLowerCase() },
    })),
  ),
  title: sum.map((amount) => `Exampleshire: Payment of ${amount}`),
  lines: fc.array(line, { minLength: 1, maxLength: 9 }),
  more: fc.nat({ max: 40 }),
  checked: fc.boolean(),
  derived: fc.boolean(),
  path: fc.nat({ max: 999 }).map((id) => `/changes?document=${id}`),
  occurredAt: fc
    .date({ min: new Date("2024-01-01"), max: new Date("2027-01-01"), noInvalidDate: true })
    .map((date) => date.toISOString()),
});

/** Every figure that a reader meets, in order: sums, pages, counts and days, without what addresses hold. */
function figuresOf(words: string): string[] {
  return (
    words
      .replace(/https?:\/\/\S+/g, " ")
      .replace(/\s+/g, " ")
      .match(/[\u2212-]?£?\d[\d.,]*\d|\d/g) ?? []
  );
}

const ENTITY: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** The words of the HTML as they are seen: addresses behind links aren't, the words of a picture are heard. */
function wordsOf(html: string): string {
  return (
    html
      .replace(/^.*?<body/s, "<body")
      // What a mailbox shows beside the subject says again what the message says.
      .replace(/<div style="display:none.*?<\/div><\/div>/s, "")
      .replace(/<img [^>]*alt="([^"]*)"[^>]*>/g, " $1 ")
      .replace(/<!--.*?-->/gs, "")
      .replace(/<[^>]+>/g, " ")
      .replace(/&(#?\w+);/g, (whole, name) => ENTITY[name] ?? whole)
  );
}

function expectSameFigures({ html, text }: RenderedMail): void {
  const seen = figuresOf(wordsOf(html));
  expect(seen.length).toBeGreaterThan(0);
  expect([...seen].sort()).toEqual([...figuresOf(text)].sort());
}

describe("HTML and text say the same figures", () => {
  it("of one alert", async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.boolean(), async (alert, practice) => {
        const picture = { alt: "Owed: £8.2m in Mar 2022, £21.4m in Mar 2023." };
        expectSameFigures(await renderAlertMail(alert, { ...SAMPLE_SETTINGS, practice, picture }));
      }),
      { numRuns: 60 },
    );
  });

  it("of a digest", async () => {
    const period = {
      frequency: "daily",
      from: "2026-11-28T08:00:00Z",
      until: "2026-11-29T08:00:00Z",
    } as const;
    await fc.assert(
      fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 12 }), async (alerts) => {
        const mail = await renderDigestMail(alerts, period, SAMPLE_SETTINGS);
        if (mail === null) throw new Error("There was something to tell.");
        expectSameFigures(mail);
      }),
      { numRuns: 30 },
    );
  });
});
