import { describe, expect, it } from "vitest";
import { hrefOfFlagsView, readFlagsView } from "./search-params";

const NOTHING = { authority: null, rule: null, severity: null, state: null, page: 1 };

describe("the address of the flags", () => {
  it.each([
    [{}, NOTHING],
    [
      { authority: ["kent", "bury"], rule: "under-review", severity: "at-risk", state: "open" },
      { authority: "kent", rule: "under-review", severity: "at-risk", state: "open", page: 1 },
    ],
    [{ authority: " ", rule: "guesswork", severity: "awful", state: "withdrawn" }, NOTHING],
    [{ state: "cleared" }, { ...NOTHING, state: "cleared" }],
    [{ page: "2" }, { ...NOTHING, page: 2 }],
    [{ page: "0" }, NOTHING],
    [{ page: "1e3" }, NOTHING],
  ])("%j", (params, view) => {
    expect(readFlagsView(params)).toEqual(view);
  });
});

describe("the address of a view of the flags", () => {
  it.each([
    [NOTHING, "/flags"],
    [{ ...NOTHING, rule: "under-review", page: 2 } as const, "/flags?rule=under-review&page=2"],
    [
      { authority: "kent", rule: null, severity: "at-risk", state: "open", page: 1 } as const,
      "/flags?authority=kent&severity=at-risk&state=open",
    ],
  ])("%j is %s, and is read back", (view, href) => {
    expect(hrefOfFlagsView(view)).toBe(href);
    const params = new URL(href, "http://localhost").searchParams;
    expect(readFlagsView(Object.fromEntries(params))).toEqual(view);
  });
});
