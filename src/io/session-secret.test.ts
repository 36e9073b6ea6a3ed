import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sessionSecret } from "./session-secret";

describe("the secret that signs sessions", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "svt-secret-"));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it("is the one given, and then none is kept", () => {
    expect(sessionSecret(folder, "g".repeat(32))).toBe("g".repeat(32));
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is made once, kept for this account alone, and the same for everybody who asks", () => {
    const secret = sessionSecret(join(folder, "data"), undefined);
    expect(secret).toMatch(/^[\w-]{43}$/);
    expect(sessionSecret(join(folder, "data"), undefined)).toBe(secret);
    expect(readdirSync(join(folder, "data"))).toEqual(["session-secret"]);
    expect(statSync(join(folder, "data", "session-secret")).mode & 0o777).toBe(0o600);
  });

  it("differs from folder to folder", () => {
    expect(sessionSecret(join(folder, "a"), undefined)).not.toBe(sessionSecret(join(folder, "b"), undefined));
  });

  it("isn't made in the place of an empty one, and says what to do", () => {
    writeFileSync(join(folder, "session-secret"), "\n");
    expect(() => sessionSecret(folder, undefined)).toThrow(/is empty: delete it/);
    expect(readFileSync(join(folder, "session-secret"), "utf8")).toBe("\n");
  });
});
