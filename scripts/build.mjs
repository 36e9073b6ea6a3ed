// Builds what is out of date, through turbo and its cache. Node built-ins only, and turbo.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";

/** What the build reads. A file too many costs a build too many, one too few a stale product. */
const INPUTS = [
  "src",
  "jobs",
  "public",
  "prisma/schema.prisma",
  "scripts/archive",
  "scripts/environment.mjs",
  "scripts/build-jobs.mjs",
  "scripts/generate-client.mjs",
  "next.config.js",
  ".postcssrc.json",
  "turbo.json",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];
const NOT_BUILT = /[\\/](fixtures|golden|generated|testing)([\\/]|$)|\.test\.tsx?$/;

/** @typedef {"web" | "jobs"} Part */

const MADE = /** @type {const} */ ({
  web: [".next/BUILD_ID", "src/generated/prisma/client.ts"],
  jobs: [
    "dist/admin.mjs",
    "dist/run.mjs",
    "dist/scheduler.mjs",
    "dist/web.mjs",
    "src/generated/prisma/client.ts",
  ],
});

/**
 * Builds the parts that are out of date. An unchanged tree costs the reading of its sources, some 20 ms;
 * asking turbo costs half a second more.
 *
 * @param {string} root
 * @param {readonly Part[]} parts
 * @param {(turboCommand: string[]) => Promise<unknown>} run
 * @returns {Promise<Part[]>} what was built
 */
export async function build(root, parts, run) {
  const sources = fingerprint(root);
  const stale = parts.filter((part) => !isUpToDate(root, part, sources));
  if (stale.length === 0) return [];
  for (const part of stale) rmSync(stampOf(root, part), { force: true });
  await run(turboCommand([...stale.map((part) => `build:${part}`), "--output-logs=new-only"]));
  for (const part of stale) {
    mkdirSync(dirname(stampOf(root, part)), { recursive: true });
    writeFileSync(stampOf(root, part), sources);
  }
  return stale;
}

/** @param {string[]} args @returns {string[]} */
export function turboCommand(args) {
  const turbo = createRequire(import.meta.url).resolve("turbo/bin/turbo");
  return [process.execPath, turbo, "run", ...args];
}

/** @param {string} root @param {Part} part @param {string} sources */
function isUpToDate(root, part, sources) {
  const stamp = stampOf(root, part);
  const made = MADE[part].every((file) => existsSync(join(root, file)));
  return made && existsSync(stamp) && readFileSync(stamp, "utf8") === sources;
}

/** @param {string} root @param {Part} part */
const stampOf = (root, part) => join(root, ".turbo", `built-${part}`);

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash("sha256").update(`${process.versions.node} ${process.env.STANDALONE ?? ""}\n`);
  const files = INPUTS.flatMap((input) => {
    const path = join(root, input);
    if (!existsSync(path)) return [];
    if (/\.\w+$/.test(input)) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  });
  for (const file of files.filter((path) => !NOT_BUILT.test(path)).sort()) {
    hash
      .update(`${relative(root, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}
