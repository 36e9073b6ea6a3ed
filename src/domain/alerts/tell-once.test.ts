import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALERT_KINDS, TONES, type Tone } from "./alert";
import { byImportance } from "./matter";
import { tellOnce } from "./tell-once";

const at = (hour: number) => new Date(Date.UTC(2026, 11, 1, hour));
const alert = (id: string, tone: Tone, hour: number, of: object = {}) => ({
  ...{ id, tone, occurredAt: at(hour), kind: "at-risk" as const, dfeCode: "X01", matter: "promise" },
  ...of,
});
const told = (alerts: Parameters<typeof tellOnce>[0]) => tellOnce(alerts).map(({ id }) => id);

describe("a message of several alerts", () => {
  it.each([
    ["what was bad and is good again, as it now is", ["bad", "good"], ["b"]],
    ["what was good and is bad again, as it now is", ["good", "bad"], ["b"]],
    ["two kinds of bad news", ["bad", "bad"], ["a", "b"]],
    ["what is neither beside either", ["neutral", "good"], ["a", "b"]],
  ] as const)("tells of %s", (_, [first, second], expected) => {
    expect(told([alert("a", first, 9), alert("b", second, 10)])).toEqual(expected);
  });

  it("takes the bad one of two at the same instant", () => {
    expect(told([alert("a", "bad", 9), alert("b", "good", 9)])).toEqual(["a"]);
    expect(told([alert("b", "good", 9), alert("a", "bad", 9)])).toEqual(["a"]);
  });

  it("keeps councils and matters apart", () => {
    const alerts = [
      alert("a", "bad", 9),
      alert("b", "good", 10, { dfeCode: "X02" }),
      alert("c", "good", 10, { matter: "payments" }),
    ];
    expect(told(alerts).toSorted()).toEqual(["a", "b", "c"]);
  });

  it("opens with the gravest", () => {
    const alerts = [
      alert("a", "neutral", 9, { kind: "outturn-published", matter: "outturn" }),
      alert("b", "bad", 10, { kind: "promise-missed" }),
      alert("c", "bad", 10, { kind: "payment-news", matter: "payments" }),
    ];
    expect(told(alerts)).toEqual(["b", "c", "a"]);
  });

  const anyAlerts = fc.uniqueArray(
    fc.record({
      id: fc.string({ minLength: 1, maxLength: 4 }),
      kind: fc.constantFrom(...ALERT_KINDS),
      tone: fc.constantFrom(...TONES),
      dfeCode: fc.constantFrom("X01", "X02", null),
      matter: fc.constantFrom("promise", "payments"),
      occurredAt: fc.integer({ min: 0, max: 4 }).map(at),
    }),
    { selector: ({ id }) => id, maxLength: 12 },
  );

  it("never tells good and bad of one matter, loses nothing bad that still holds, and minds no order", () => {
    fc.assert(
      fc.property(anyAlerts, (alerts) => {
        const now = tellOnce(alerts);
        for (const one of now)
          for (const other of now)
            if (one.matter === other.matter && one.dfeCode === other.dfeCode)
              expect([one.tone, other.tone].toSorted()).not.toEqual(["bad", "good"]);
        const neutral = alerts.filter(({ tone }) => tone === "neutral").length;
        expect(now.filter(({ tone }) => tone === "neutral")).toHaveLength(neutral);
        if (alerts.length > 0) expect(now.length).toBeGreaterThan(0);
        expect(now.map(({ id }) => id)).toEqual(told(alerts.toReversed()));
        expect([...now].sort(byImportance)).toEqual(now);
      }),
    );
  });
});
