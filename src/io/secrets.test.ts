import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createSecrets } from "./secrets";
import { sessionSecret } from "./session-secret";

const folder = mkdtempSync(join(tmpdir(), "svt-secret-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the session secret", () => {
  it("is what the environment gives", () => {
    expect(sessionSecret(join(folder, "none"), "x".repeat(32))).toBe("x".repeat(32));
  });

  it("is made once, readable by nobody else, and found again", () => {
    const data = join(folder, "data");
    const secret = sessionSecret(data, undefined);
    expect(secret.length).toBeGreaterThanOrEqual(32);
    expect(sessionSecret(data, undefined)).toBe(secret);
    const file = join(data, "session-secret");
    expect(readFileSync(file, "utf8").trim()).toBe(secret);
    expect(statSync(file).mode & 0o077).toBe(0);
  });
});

describe("secrets", () => {
  const ours = createSecrets("a".repeat(32));
  const theirs = createSecrets("b".repeat(32));

  it("gives one thing the same token each time, and no two things the same", () => {
    expect(ours.tokenFor("delivery", "1")).toBe(ours.tokenFor("delivery", "1"));
    const tokens = [
      ours.tokenFor("delivery", "1"),
      ours.tokenFor("delivery", "2"),
      ours.tokenFor("sign-up", "1"),
      theirs.tokenFor("delivery", "1"),
    ];
    expect(new Set(tokens).size).toBe(4);
    expect(tokens.every((token) => /^[\w-]{43}$/.test(token))).toBe(true);
  });

  it("opens what it sealed, and seals the same text differently each time", () => {
    const sealed = ours.seal("whsec_ £");
    expect(ours.open(sealed)).toBe("whsec_ £");
    expect(ours.seal("whsec_ £")).not.toBe(sealed);
    expect(sealed).not.toContain("whsec");
  });

  it.each([
    ["sealed with another secret", theirs.seal("text")],
    ["cut short", ours.seal("text").slice(0, -4)],
    ["tampered with", ours.seal("text").replace(/^./, (first) => (first === "A" ? "B" : "A"))],
    ["nothing", ""],
  ])("opens nothing that was %s", (_, sealed) => {
    expect(() => ours.open(sealed)).toThrow();
  });
});
