import { describe, expect, it } from "vitest";
import { USUAL_KINDS } from "@/domain/alerts/usual-kinds";
import { readAlertsView, readSlip } from "./search-params";

const USUAL = { everyCouncil: false, councils: [], kinds: USUAL_KINDS, frequency: "weekly" };

describe("the address of the page of alerts", () => {
  it.each<[string, Record<string, string | string[]>, Partial<typeof USUAL> | object]>([
    ["nothing", {}, {}],
    ["a council", { council: "kent" }, { councils: ["kent"] }],
    ["several", { council: ["kent", "devon", "kent"] }, { councils: ["kent", "devon"] }],
    ["several in one", { council: "kent, devon" }, { councils: ["kent", "devon"] }],
    ["all of them", { council: "all" }, { everyCouncil: true }],
    ["a kind", { kind: "promise-missed" }, { kinds: ["promise-missed"] }],
    ["kinds, in our order", { kind: ["target-moved", "at-risk"] }, { kinds: ["at-risk", "target-moved"] }],
    ["no kind of ours", { kind: "weather" }, {}],
    ["how often", { frequency: "daily" }, { frequency: "daily" }],
    ["no frequency of ours", { frequency: "hourly" }, {}],
    ["what is far too long for a council", { council: "x".repeat(101) }, {}],
  ])("fills in %s", (_what, params, filled) =>
    expect(readAlertsView(params)).toEqual({ ...USUAL, ...filled }),
  );

  it("hands on what a form gave it, unless that is no form's", () => {
    expect(readSlip({ slip: "x" })).toBe("x");
    expect(readSlip({ slip: ["x", "y"] })).toBe("x");
    expect(readSlip({})).toBeUndefined();
    expect(readSlip({ slip: "x".repeat(16_001) })).toBeUndefined();
  });
});
