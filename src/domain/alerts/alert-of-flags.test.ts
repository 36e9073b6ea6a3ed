import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RULES, type RuleName } from "../flags/flag";
import { alertsOfFlags, FLAG_EVENTS, type FlagEvent } from "./alert-of-flags";
import { NEWS_OF_RULE } from "./matter";

let nextId = 1;
function event(of: Partial<FlagEvent> = {}): FlagEvent {
  const id = of.id ?? nextId++;
  const rule = of.rule ?? "deficit-above-profile";
  return {
    ...{ id, flagId: `X01-${rule}`, dfeCode: "X01", rule, kind: "raised", severity: "missed" },
    ...{ checked: true, checkedBefore: null, news: true },
    ...of,
  };
}

const alertOf = (events: readonly FlagEvent[], open: readonly RuleName[] = []) =>
  alertsOfFlags(events, open).map(({ kind, tone, matter, told }) => ({
    ...{ kind, tone, matter },
    told: told.map(({ rule }) => rule),
  }));

describe("an alert about flags", () => {
  it.each<[string, RuleName, string, string]>([
    ["an outturn above the profile", "deficit-above-profile", "promise-missed", "promise"],
    ["an in-year balance missed", "in-year-balance-missed", "promise-missed", "promise"],
    ["a term that ended without balance", "term-ended-without-balance", "promise-missed", "promise"],
    ["a forecast above the profile", "deficit-heading-above-profile", "at-risk", "promise"],
    ["an agreement under review", "under-review", "at-risk", "review"],
    ["a target moved", "target-moved", "target-moved", "target"],
    ["a payment withheld", "payment-withheld", "payment-news", "payments"],
  ])("tells of %s", (_, rule, kind, matter) => {
    expect(alertOf([event({ rule, severity: "at-risk" })])).toEqual([
      { kind, tone: "bad", matter, told: [rule] },
    ]);
  });

  it.each<RuleName>(["not-judged", "sources-disagree", "evidence-stale", "fall-is-grant"])(
    "never tells of %s",
    (rule) => {
      expect(alertOf([event({ rule, severity: "unknown" })])).toEqual([]);
    },
  );

  it.each<[string, Partial<FlagEvent>, boolean]>([
    ["a miss on confirmed terms", {}, true],
    ["a miss on terms nobody has confirmed", { checked: false }, false],
    ["that miss once its terms are confirmed", { kind: "restated", checkedBefore: false }, true],
    ["a miss that is worded otherwise", { kind: "restated", checkedBefore: true }, false],
    [
      "a risk that is worded otherwise",
      { kind: "restated", severity: "at-risk", checkedBefore: false },
      false,
    ],
    ["a risk on terms nobody has confirmed", { severity: "at-risk", checked: false }, true],
    ["an unconfirmed miss that is gone again", { kind: "cleared", checked: false }, false],
    ["what a first reading, a backfill or a new rule found", { news: false }, false],
  ])("tells of %s: %o gives %s", (_, of, told) => {
    expect(alertOf([event(of)])).toHaveLength(told ? 1 : 0);
  });

  it("calls a flag's clearing good only where no other of its matter stands", () => {
    const cleared = event({ kind: "cleared" });
    expect(alertOf([cleared], [])).toMatchObject([{ tone: "good" }]);
    expect(alertOf([cleared], ["under-review"])).toMatchObject([{ tone: "good" }]);
    expect(alertOf([cleared], ["says-off-track"])).toMatchObject([{ tone: "neutral" }]);
  });

  it("tells no relief beside a miss: the forecast is gone because the outturn came", () => {
    const missed = event({ rule: "deficit-above-profile" });
    const forecast = event({ rule: "deficit-heading-above-profile", kind: "cleared", severity: "at-risk" });
    const [alert] = alertsOfFlags([forecast, missed], ["deficit-above-profile"]);
    expect(alert).toMatchObject({ kind: "promise-missed", tone: "bad", told: [missed], silent: [forecast] });
  });

  it("opens with the gravest and keeps matters apart", () => {
    const events = [
      event({ rule: "says-off-track", severity: "at-risk" }),
      event({ rule: "in-year-balance-missed" }),
      event({ rule: "payment-withheld", severity: "at-risk" }),
    ];
    expect(alertOf(events)).toEqual([
      {
        ...{ kind: "promise-missed", tone: "bad", matter: "promise" },
        told: ["in-year-balance-missed", "says-off-track"],
      },
      { kind: "payment-news", tone: "bad", matter: "payments", told: ["payment-withheld"] },
    ]);
  });

  it("says of a flag that eased neither good nor bad", () => {
    expect(alertOf([event({ kind: "eased" })])).toMatchObject([{ tone: "neutral" }]);
  });

  const anyEvent = fc.record({
    rule: fc.constantFrom(...RULES),
    kind: fc.constantFrom(...FLAG_EVENTS),
    severity: fc.constantFrom("missed" as const, "at-risk" as const, "unknown" as const, "info" as const),
    checked: fc.boolean(),
    checkedBefore: fc.option(fc.boolean()),
    news: fc.boolean(),
  });

  it("never tells good and bad news of one matter together, nor of a row twice, in whatever order", () => {
    fc.assert(
      fc.property(
        fc.array(anyEvent, { maxLength: 8 }),
        fc.array(fc.constantFrom(...RULES), { maxLength: 4 }),
        (drafts, open) => {
          const events = drafts.map((draft, index) => event({ ...draft, id: index + 1 }));
          const alerts = alertsOfFlags(events, open);
          const ids = alerts.flatMap(({ told, silent }) => [...told, ...silent].map(({ id }) => id));
          expect(new Set(ids).size).toBe(ids.length);
          expect(new Set(alerts.map(({ matter }) => matter)).size).toBe(alerts.length);
          for (const { tone, told, matter } of alerts) {
            expect(told.length).toBeGreaterThan(0);
            expect(told.every(({ rule, news }) => news && NEWS_OF_RULE[rule]?.matter === matter)).toBe(true);
            expect(told.every(({ severity, checked }) => severity !== "missed" || checked)).toBe(true);
            if (tone === "bad") expect(told.some(({ kind }) => kind === "cleared")).toBe(false);
          }
          const reversed = alertsOfFlags(events.toReversed(), open);
          const sorted = (list: typeof alerts) =>
            list
              .map(({ matter, tone, told }) => `${matter} ${tone} ${told.map(({ id }) => id).join()}`)
              .sort();
          expect(sorted(reversed)).toEqual(sorted(alerts));
        },
      ),
    );
  });
});
