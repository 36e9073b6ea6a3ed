import { describe, expect, it } from "vitest";
import { readFlagsView } from "./search-params";

const NOTHING = { authority: null, rule: null, severity: null, state: null };

describe("the address of the flags", () => {
  it.each([
    [{}, NOTHING],
    [
      { authority: ["kent", "bury"], rule: "under-review", severity: "at-risk", state: "open" },
      { authority: "kent", rule: "under-review", severity: "at-risk", state: "open" },
    ],
    [{ authority: " ", rule: "guesswork", severity: "awful", state: "withdrawn" }, NOTHING],
    [{ state: "cleared" }, { ...NOTHING, state: "cleared" }],
  ])("%j", (params, view) => {
    expect(readFlagsView(params)).toEqual(view);
  });
});
