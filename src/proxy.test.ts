import { NextRequest } from "next/server";
import { describe, expect, it } from "vitest";
import { contentSecurityPolicy, proxy } from "./proxy";

describe("a malformed address", () => {
  const asked = (path: string) => proxy(new NextRequest(`http://localhost${path}`));

  it("of the API gets a problem document", async () => {
    const answer = asked("/api/v1/authorities/%E0%A4%A");
    expect(answer.status).toBe(400);
    expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status: 400, instance: "/api/v1/authorities/%E0%A4%A" });
  });

  it("of a page gets a plain sentence", async () => {
    const answer = asked("/authorities/%E0%A4%A");
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("not well formed");
  });

  it.each(["/authorities/kent", "/authorities/%E2%80%93", "/authorities?q=%"])("is not %s", (path) =>
    expect(asked(path).status).toBe(200),
  );
});

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
