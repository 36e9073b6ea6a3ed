import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isInstalled, nodeProblem } from "./installation.mjs";

describe("nodeProblem", () => {
  it.each([
    ["18.20.8", false],
    ["20.18.3", false],
    ["20.19.0", true],
    ["20.20.2", true],
    ["22.0.0", true],
  ])("Node %s will do: %s", (version, good) => {
    expect(nodeProblem(version) === undefined).toBe(good);
  });
});

describe("isInstalled", () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), "installation-"));
    mkdirSync(join(root, "node_modules"));
    lock({
      "": {},
      "node_modules/a": { version: "1.0.0", integrity: "x" },
      "node_modules/mac": { version: "1.0.0", optional: true },
    });
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  const lock = (packages: object) =>
    writeFileSync(join(root, "package-lock.json"), JSON.stringify({ packages }));
  const installed = (packages: object) =>
    writeFileSync(join(root, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));

  it("is content with what the lock asks for, without other machines' packages", () => {
    installed({ "node_modules/a": { version: "1.0.0", integrity: "x" } });
    expect(isInstalled(root)).toBe(true);
  });

  it.each([
    ["nothing was installed", undefined],
    ["a package is missing", {}],
    ["a package is of another version", { "node_modules/a": { version: "1.0.1", integrity: "x" } }],
    ["a package has other content", { "node_modules/a": { version: "1.0.0", integrity: "y" } }],
  ])("is not when %s", (_, packages) => {
    if (packages) installed(packages);
    expect(isInstalled(root)).toBe(false);
  });
});
