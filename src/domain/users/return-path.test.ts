import { describe, expect, it } from "vitest";
import { returnPath, signInPath } from "./return-path";

describe("after signing in, somebody goes on to", () => {
  it.each([
    ["/admin", "/admin"],
    ["/admin/runs?status=failed&page=2", "/admin/runs?status=failed&page=2"],
    ["/admin/readings/12", "/admin/readings/12"],
    ["", "/admin"],
    [null, "/admin"],
    ["https://evil.example/admin", "/admin"],
    ["//evil.example/admin", "/admin"],
    ["/\\evil.example/admin", "/admin"],
    ["/admin/..//evil.example", "/admin"],
    ["/admin/../api/auth/sign-out", "/admin"],
    ["/admin/%2e%2e/api/auth/sign-out", "/admin"],
    ["/admin@evil.example", "/admin"],
    ["/administration", "/admin"],
    ["/authorities", "/admin"],
    ["javascript:alert(1)", "/admin"],
    ["/admin/runs\r\nSet-Cookie: a=b", "/admin/runsSet-Cookie:%20a=b"],
    [`/admin?q=${"x".repeat(500)}`, "/admin"],
  ])("from %j to %s", (asked, path) => expect(returnPath(asked)).toBe(path));

  it("by an address that survives the way there", () => {
    expect(signInPath("/admin")).toBe("/sign-in");
    const there = new URL(signInPath("/admin/runs?page=2&q=a b"), "http://localhost");
    expect(there.searchParams.get("next")).toBe("/admin/runs?page=2&q=a b");
  });
});
