import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBoundaries } from "./check-boundaries.mjs";

/** A law, a file that breaks it, and what that file says. */
const BROKEN: [law: string, file: string, text: string][] = [
  ["domain-is-pure", "src/domain/imports-a-format.ts", `import "@/formats/format";`],
  ["domain-is-pure", "src/domain/imports-a-package.ts", `import "pg";`],
  [
    "domain-is-pure",
    "src/domain/imports-types-only.ts",
    `import type { Row } from "@/generated/prisma/client";`,
  ],
  ["formats-is-pure", "src/formats/reads-files.ts", `import { readFileSync } from "node:fs";`],
  ["formats-is-pure", "src/formats/imports-io.ts", `import "@/io/clock";`],
  ["sources-is-pure", "src/sources/imports-context.ts", `import type { Context } from "@/context";`],
  ["sources-is-pure", "src/sources/imports-a-package.ts", `import "pg";`],
  ["shapes-is-pure", "src/shapes/imports-prisma.ts", `import type { Row } from "@/generated/prisma/client";`],
  ["wording-is-pure", "src/wording/imports-a-stage.ts", `import "@/present/stage";`],
  [
    "charts-is-pure",
    "src/charts/imports-a-component.tsx",
    `import "@/components/lawful"; export const chart = <svg />;`,
  ],
  ["mail-is-pure", "src/mail/sends.ts", `import "node:net";`],
  ["stages-meet-in-rows", "src/present/imports-ingest.ts", `import "@/ingest/stage";`],
  ["stored-rows-serve-all-stages", "src/store/imports-a-stage.ts", `import "@/present/stage";`],
  ["stored-rows-serve-all-stages", "src/store/imports-context.ts", `import "@/context";`],
  ["only-stages-store", "src/server/stores.ts", `import "@/store/rows";`],
  ["effects-come-through-context", "src/ingest/imports-io.ts", `import "@/io/clock";`],
  ["effects-come-through-context", "src/server/imports-io.ts", `import "@/io/clock";`],
  [
    "prisma-stays-with-the-rows",
    "src/ingest/decide.ts",
    `import type { Row } from "@/generated/prisma/client";`,
  ],
  ["prisma-stays-with-the-rows", "src/server/asks.ts", `import "@/generated/prisma/client";`],
  [
    "browser-code-takes-types-only",
    "src/components/asks.tsx",
    `import { serve } from "@/server/serve"; serve();`,
  ],
  [
    "browser-code-takes-types-only",
    "src/app/client.tsx",
    `import { stage } from "@/present/stage"; stage();`,
  ],
  ["browser-code-has-no-machine", "src/components/reads.tsx", `import "node:fs";`],
  ["pages-ask-procedures", "src/app/page.tsx", `import { stage } from "@/present/stage"; stage();`],
  ["only-routes-import-the-server", "src/app/page.tsx", `import { serve } from "@/server/serve"; serve();`],
  ["tremor-stays-in-components", "src/app/layout.tsx", `import "@tremor/react";`],
  ["nothing-imports-the-outermost", "src/server/imports-a-job.ts", `import "../../jobs/run";`],
  ["the-outermost-stay-apart", "jobs/imports-a-page.ts", `import "../src/app/api/route";`],
  ["testing-is-for-tests", "src/server/imports-testing.ts", `import "@/testing/factory";`],
  ["what-runs-is-installed", "src/server/imports-a-tool.ts", `import "tool";`],
  ["imports-resolve", "src/server/imports-nothing.ts", `import "./not-there";`],
  ["no-cycles", "src/server/circle-a.ts", `import "./circle-b";`],
  ["no-orphans", "src/server/orphan.ts", "export const nobody = 1;"],
  ["no-effects", "src/domain/asks-the-clock.ts", "export const today = () => new Date();"],
  ["no-effects", "src/formats/asks-the-clock.ts", "export const now = () => Date.now();"],
  ["no-effects", "src/sources/fetches.ts", `export const page = () => fetch("https://example.org");`],
  ["no-effects", "src/wording/reads-the-environment.ts", "export const zone = process.env.TZ;"],
  ["no-effects", "src/charts/draws-lots.tsx", "export const id = <g id={String(Math.random())} />;"],
];

/** What the laws allow; each would be reported if the check were too strict. */
const LAWFUL: [file: string, text: string][] = [
  [
    "src/components/lawful.tsx",
    `import type { serve } from "@/server/serve"; import "@tremor/react"; export type S = typeof serve;`,
  ],
  [
    "src/components/names-types.tsx",
    `import { type serve } from "@/server/serve"; import "./lawful"; export type S = typeof serve;`,
  ],
  [
    "src/app/api/route.ts",
    `import { serve } from "@/server/serve"; import "@/components/names-types"; serve();`,
  ],
  [
    "src/formats/format.ts",
    `import { inflateSync } from "node:zlib"; import "@/domain/money"; export default inflateSync;`,
  ],
  [
    "src/domain/money.ts",
    "// A year's new Date() and process.env are only named here.\nexport const of = (then: number) => new Date(then);",
  ],
  [
    "src/domain/money.test.ts",
    `import { readFileSync } from "node:fs"; import "@/testing/factory"; import "./money"; readFileSync("x");`,
  ],
  ["src/ingest/load-rows.ts", `import type { Row } from "@/generated/prisma/client"; export type R = Row;`],
  ["src/ingest/stage.ts", `import "./load-rows"; import "@/context"; import "@/formats/format";`],
  ["src/store/rows.ts", `import "@/generated/prisma/client"; import "@/domain/money"; import "node:crypto";`],
  ["src/review/decide.ts", `import "@/store/rows"; import "@/generated/prisma/client";`],
  ["src/present/stage.ts", `import "@/generated/prisma/client"; export const stage = () => 1;`],
  ["src/server/context.ts", `import "@/io/clock";`],
  ["src/server/serve.ts", `import "./context"; import "@/present/stage"; export const serve = () => 1;`],
  ["src/io/clock.ts", `import "node:fs"; export const now = () => new Date();`],
  ["src/context.ts", `import type { Row } from "@/generated/prisma/client"; export type Context = Row;`],
  ["src/testing/factory.ts", `import "@/io/clock"; import "tool";`],
  ["jobs/run.ts", `import "@/ingest/stage"; import "@/io/clock";`],
  ["src/generated/prisma/client.ts", "export type Row = 1;"],
];

const PACKAGES: [file: string, text: string][] = [
  ["package.json", `{"dependencies":{"pg":"1","@tremor/react":"1"},"devDependencies":{"tool":"1"}}`],
  ...["pg", "@tremor/react", "tool"].flatMap((name): [string, string][] => [
    [`node_modules/${name}/package.json`, `{"name":"${name}","version":"1.0.0","main":"index.js"}`],
    [`node_modules/${name}/index.js`, "module.exports = 1;"],
  ]),
];

let root: string;
beforeAll(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), "boundaries-")));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function plant(tree: string, files: readonly (readonly [file: string, text: string])[]): string {
  for (const [file, text] of files) {
    const path = join(root, tree, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, `${text}\n`);
  }
  return join(root, tree);
}

describe("checkBoundaries", () => {
  it("finds nothing in a tree that keeps the laws, and has read it", async () => {
    const { modules, violations } = await checkBoundaries(plant("lawful", [...PACKAGES, ...LAWFUL]));
    expect(violations).toEqual([]);
    expect(modules).toBe(LAWFUL.length);
  });

  it("reads no module in an empty tree", async () => {
    expect((await checkBoundaries(plant("empty", PACKAGES))).modules).toBe(0);
  });

  it.each(BROKEN)("%s: %s", async (law, file, text) => {
    const tree = `${law}-${file.replaceAll("/", "-")}`;
    const circle: [string, string][] = [["src/server/circle-b.ts", `import "./circle-a";`]];
    const planted = plant(tree, [
      ...PACKAGES,
      ...LAWFUL,
      ...(law === "no-cycles" ? circle : []),
      [file, text],
    ]);
    const { violations } = await checkBoundaries(planted);
    const found = violations.filter((violation) => violation.law === law);
    expect(found.map(({ message }) => message).join("\n")).toContain(file);
    expect(found[0]?.message).toMatch(/Cure: /);
  });
});
