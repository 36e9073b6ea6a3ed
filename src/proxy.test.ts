import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, proxy } from "./proxy";

describe("the content security policy of a page", () => {
  const policy = contentSecurityPolicy("abc", false);

  it.each([
    "default-src 'self'",
    "script-src 'self' 'nonce-abc' 'strict-dynamic'",
    "style-src 'self' 'nonce-abc'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ])("says %s", (directive) => expect(policy.split("; ")).toContain(directive));

  it("allows nothing unsafe", () => expect(policy).not.toContain("unsafe"));

  it("has another nonce for every answer", () => {
    const answer = () => proxy(new NextRequest("http://localhost/")).headers.get("Content-Security-Policy");
    expect(answer()).not.toBe(answer());
  });
});
