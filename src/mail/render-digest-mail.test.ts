import { describe, expect, it } from "vitest";
import type { AlertContent } from "@/shapes/alert-shapes";
import { renderDigestMail } from "./render-digest-mail";
import {
  AT_RISK,
  CLEARED,
  MISSED,
  OUTTURN,
  OVERDUE,
  PAYMENT,
  SAMPLE_SETTINGS,
  TARGET_MOVED,
} from "./sample-mails";

const DAY = { frequency: "daily", from: "2026-11-28T08:00:00Z", until: "2026-11-29T08:00:00Z" } as const;
const render = (contents: Parameters<typeof renderDigestMail>[0]) =>
  renderDigestMail(contents, DAY, SAMPLE_SETTINGS);

async function textOf(contents: Parameters<typeof renderDigestMail>[0]): Promise<string> {
  const mail = await render(contents);
  if (mail === null) throw new Error("There was something to tell.");
  return mail.text;
}

/** What stands in the text, in the order in which it does. */
const inOrder = (text: string, parts: readonly string[]) =>
  [...parts].sort((a, b) => text.indexOf(a) - text.indexOf(b));

it("says nothing when nothing is new", async () => expect(await render([])).toBeNull());

it("goes by council, the gravest news first, whatever the order it came in", async () => {
  const text = await textOf([OVERDUE, OUTTURN, PAYMENT, TARGET_MOVED, AT_RISK, MISSED]);
  const expected = [
    ...["\nExampleshire\n", "Promise missed,", "Target moved,"],
    ...["\nSampleton\n", "Promise at risk,", "Outturn published,"],
    ...["\nModelborough and Specimen\n", "Payments,"],
    ...["\nNot about a single council\n", "Publication overdue,"],
  ];
  for (const part of expected) expect(text.split(part)).toHaveLength(2);
  expect(inOrder(text, expected)).toEqual(expected);
});

it("says once that readings are our own, and only where some are", async () => {
  const ours = "our own reading of published figures";
  const unbroken = async (contents: readonly AlertContent[]) =>
    (await textOf(contents)).replaceAll("\n", " ");
  expect((await unbroken([MISSED, TARGET_MOVED, OUTTURN])).split(ours)).toHaveLength(2);
  expect(await unbroken([OUTTURN, PAYMENT])).not.toContain(ours);
});

it("is called by its only news", async () => {
  expect((await render([MISSED]))?.subject).toBe(MISSED.title);
});

describe("what it's called", () => {
  const of = (name: string, dfeCode: string): AlertContent => ({
    ...{ ...OUTTURN, title: `${name}: Deficit published` },
    council: { dfeCode, name, slug: name.toLowerCase() },
  });
  it.each([
    ["one council", [of("Bury", "1"), of("Bury", "1")], "2 changes at Bury, 28 to 29 November 2026"],
    ["two", [of("Bury", "1"), of("Kent", "2")], "2 changes at Bury and Kent, 28 to 29 November 2026"],
    [
      "three and the rest",
      [of("Bury", "1"), of("Kent", "2"), of("Leeds", "3"), of("Ware", "4"), OVERDUE],
      "5 changes at 4 councils and elsewhere, 28 to 29 November 2026",
    ],
    [
      "names that hold an and",
      [of("Brighton and Hove", "1"), of("Kent", "2")],
      "2 changes at 2 councils, 28 to 29 November 2026",
    ],
    ["no council", [OVERDUE, OVERDUE], "2 changes, 28 to 29 November 2026"],
  ])("%s", async (_, contents, subject) => expect((await render(contents))?.subject).toBe(subject));
});

describe("one matter", () => {
  const bad = { ...AT_RISK, matter: "promise" };
  const good = { ...AT_RISK, tone: "good", path: "/flags/9-other", matter: "promise" } as const;

  it("is never both good and bad news", async () => {
    await expect(render([bad, OUTTURN, good])).rejects.toThrow("X02 promise both as good and as bad news");
  });

  it("is recognised by its flag where it has no name", async () => {
    await expect(render([AT_RISK, { ...AT_RISK, tone: "good" }])).rejects.toThrow(AT_RISK.path);
  });

  it.each([
    ["of another council is another", [bad, { ...good, council: MISSED.council }]],
    ["may be neutral beside", [bad, { ...good, tone: "neutral" as const }]],
    ["is another than a second one", [bad, { ...good, matter: "payments" }]],
    [
      "isn't told by a page of many things",
      [
        { ...PAYMENT, tone: "good" as const },
        { ...PAYMENT, tone: "bad" as const },
      ],
    ],
    ["stands beside other flags", [AT_RISK, CLEARED]],
  ])("%s", async (_, contents) => expect(await render(contents)).not.toBeNull());
});

describe("more than anybody reads", () => {
  const many = (count: number, lines: number): AlertContent[] =>
    Array.from({ length: count }, (_, index) => ({
      ...PAYMENT,
      title: `Modelborough and Specimen: payment number ${index}`,
      lines: Array.from({ length: lines }, (_, line) => ({
        text: `Payment ${line} of ${index}: £${line + 1} million, and what the council says about it in a line or two.`,
        source: {
          title: "Letter of the department",
          url: "https://publisher.example/letter",
          where: `page ${line}`,
        },
      })),
    }));

  it.each([
    ["200 alerts of one line", 200, 1],
    ["one alert of 200 lines", 1, 200],
    ["20 alerts of 10 lines", 20, 10],
    ["1,000 alerts of 12 lines", 1_000, 12],
  ])("%s: short enough, and the rest is counted", async (_, count, lines) => {
    const mail = await render(many(count, lines));
    const { html = "", text = "" } = mail ?? {};
    expect(new TextEncoder().encode(html).length).toBeLessThan(60_000);
    const shown = text.split("\nPayments, ").length - 1;
    expect(shown).toBeGreaterThanOrEqual(Math.min(count, 15));
    const left = count - shown;
    for (const words of [html, text]) {
      expect(words.includes(`And ${left.toLocaleString("en-GB")} more: all changes on the site`)).toBe(
        left > 0,
      );
      expect(words).toContain("{{unsubscribe}}");
    }
  });
});
