import { spawnSync } from "node:child_process";
import { build } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";

let program: string;
beforeAll(async () => {
  const { outputFiles } = await build({
    entryPoints: ["src/ingest/without-stray-faults.ts"],
    ...{ bundle: true, write: false, platform: "node", format: "cjs" },
  });
  program = outputFiles[0]?.text ?? "";
});

/** How a process ends in which a promise is rejected with such an error and nobody awaits it. */
function endOf(error: string, during: "reading" | "later"): number | null {
  const stray = `void Promise.reject(Object.assign(new Error("x"), { name: "${error}" }))`;
  const script =
    during === "reading"
      ? `withoutStrayFaults(async () => { ${stray}; }).then(() => setTimeout(() => process.exit(7), 50))`
      : `withoutStrayFaults(async () => {}).then(() => { ${stray}; setTimeout(() => process.exit(7), 50); })`;
  const { status } = spawnSync(process.execPath, ["-e", `${program}\n${script}`], { stdio: "ignore" });
  return status;
}

describe("a promise rejected and awaited by nobody", () => {
  it.each([
    ["XRefEntryException", "reading", 7],
    ["FormatError", "reading", 7],
    ["TypeError", "reading", 1],
    ["XRefEntryException", "later", 1],
  ] as const)("%s while %s: the process ends with %i", (error, during, status) => {
    expect(endOf(error, during)).toBe(status);
  });
});
