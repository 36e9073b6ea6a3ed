import { describe, expect, it } from "vitest";
import { hrefOfAudit, readAuditQuery } from "./search-params";

describe("a search of the record", () => {
  it("is read from the address and written into it", () => {
    const query = {
      actor: "command line",
      verb: "user.invite",
      subject: "user 12",
      day: "2026-11-29",
      before: 51,
    };
    const href = hrefOfAudit(query);
    expect(href).toBe(
      "/admin/audit?actor=command+line&verb=user.invite&subject=user+12&day=2026-11-29&before=51",
    );
    const params = Object.fromEntries(new URL(href, "http://localhost").searchParams);
    expect(readAuditQuery(params)).toEqual(query);
    expect(hrefOfAudit(readAuditQuery({}))).toBe("/admin/audit");
  });

  it.each([
    [{ day: "2026-02-30" }],
    [{ day: "yesterday" }],
    [{ before: "0" }],
    [{ before: "-1" }],
    [{ before: "99999999999" }],
    [{ actor: "  " }],
    [{ something: "else" }],
  ])("without what can't be understood: %j", (params) =>
    expect(Object.values(readAuditQuery(params)).filter((value) => value !== undefined)).toEqual([]),
  );
});
