import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { nonceOf, policyWithHashes } from "./script-hashes";

const POLICY =
  "default-src 'self'; script-src 'self' 'nonce-abc' 'strict-dynamic'; style-src 'self' 'nonce-abc'";
const hashOf = (script: string) => `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
const scriptSources = (html: string) =>
  policyWithHashes(html, POLICY, "abc")
    .split("; ")
    .find((directive) => directive.startsWith("script-src"));

describe("the policy of a kept page", () => {
  it("names each inline script of the rendering once, by its hash", () =>
    expect(
      scriptSources(
        `<script nonce="abc">one()</script><p></p><script id="b" nonce="abc">two()</script><script nonce="abc">one()</script>`,
      ),
    ).toBe(`script-src 'self' ${hashOf("one()")} ${hashOf("two()")}`));

  it.each([
    ["a script without the nonce, however it got in", `<script>steal()</script>`],
    ["a script with a guessed nonce", `<script nonce="abd">steal()</script>`],
    ["an empty nonce", `<script nonce="">steal()</script>`],
    ["a file, which 'self' allows", `<script src="/_next/a.js" nonce="abc" async=""></script>`],
  ])("doesn't trust %s", (_what, html) => expect(scriptSources(html)).toBe("script-src 'self'"));

  it("has no nonce left, in any directive, and nothing unsafe", () => {
    const policy = policyWithHashes(`<script nonce="abc">one()</script>`, POLICY, "abc");
    expect(policy).not.toMatch(/nonce|unsafe|strict-dynamic/);
    expect(policy).toContain("style-src 'self'");
    expect(policy).toContain("default-src 'self'");
  });

  it("hashes a script's bytes as the browser sees them, over lines and beyond ASCII", () => {
    const script = 'self.__next_f.push([1,"£20.5 million \\u003c"])\n// –';
    expect(scriptSources(`<script nonce="abc">${script}</script>`)).toContain(hashOf(script));
  });

  it("can't be made for a page rendered without a nonce", () =>
    expect(nonceOf("script-src 'self'")).toBeNull());
});
