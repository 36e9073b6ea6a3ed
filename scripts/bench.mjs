// npm run bench [-- name ...]: the benchmarks of bench/, each beside what it is compared with. Those marked
// long run when named only. A benchmark is a file bench/<name>.ts or .mjs that exports:
//   title   what is measured, for people
//   long    true when it takes minutes (optional)
//   run     async ({ say }) => measurements, see below; `say` tells what is being done
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isInstalled, npmCommand } from "./installation.mjs";
import { createSupervision } from "./supervision.mjs";

/**
 * @typedef {object} Measurement
 * @property {string} what
 * @property {string} unit of both values
 * @property {"smaller" | "larger"} better
 * @property {number} ours
 * @property {string} comparedWith
 * @property {number | { skipped: string }} theirs the other's value, or why there is none
 */

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const RESULTS = "bench/results.json";
const wanted = process.argv.slice(2);
const names = readdirSync("bench")
  .map((file) => /^([a-z0-9-]+)\.(ts|mjs)$/.exec(file)?.[1])
  .filter((name) => name !== undefined);
const unknown = wanted.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(", ")}. There are: ${names.join(", ") || "none"}.`);
  process.exit(1);
}
if (!isInstalled(root)) {
  console.log("dependencies: npm ci, a minute or two the first time");
  await createSupervision(root).step("npm ci", [
    ...npmCommand(),
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
  ]);
}

const results = [];
const problems = [];
for (const name of wanted.length > 0 ? wanted : names) {
  try {
    const { title, long, run } = await load(name);
    if (long && !wanted.includes(name)) {
      console.log(`skipped: ${name} takes long (npm run bench -- ${name})`);
      continue;
    }
    console.log(`\n${title}`);
    /** @type {Measurement[]} */
    const measurements = await run({ say: (text) => console.log(`  ${text}`) });
    console.table(measurements.map(row));
    results.push({ name, title, measurements });
  } catch (error) {
    problems.push(name);
    console.error(`${name} failed: ${error instanceof Error ? error.message : error}`);
  }
}
const machine = {
  cpus: cpus().length,
  cpu: cpus()[0]?.model,
  memoryBytes: totalmem(),
  node: process.version,
};
const measuredAt = new Date().toISOString();
const measured = results.map((result) => ({ ...result, measuredAt, machine }));
/** A benchmark that didn't run now keeps what it measured last. @type {typeof measured} */
const before = existsSync(RESULTS) ? JSON.parse(readFileSync(RESULTS, "utf8")).results : [];
const kept = before.filter(({ name }) => names.includes(name) && !measured.some((now) => now.name === name));
const all = [...kept, ...measured].sort((a, b) => a.name.localeCompare(b.name));
writeFileSync(RESULTS, `${JSON.stringify({ results: all }, null, 2)}\n`);
console.log(`\n${results.length} benchmarks, written to bench/results.json`);
if (problems.length > 0) console.error(`failed: ${problems.join(", ")}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** Bundled first, so that a benchmark may import the product's own TypeScript. @param {string} name */
async function load(name) {
  const { build } = await import("esbuild");
  const outdir = join(root, "dist", "bench");
  mkdirSync(outdir, { recursive: true });
  const entry = readdirSync("bench").find((file) => file === `${name}.ts` || file === `${name}.mjs`);
  await build({
    entryPoints: { [name]: join(root, "bench", entry ?? name) },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
  return import(pathToFileURL(join(outdir, `${name}.mjs`)).href);
}

/** @param {Measurement} measurement */
function row({ what, unit, better, ours, comparedWith, theirs }) {
  const base = { what, ours: `${shown(ours)} ${unit}`, "compared with": comparedWith };
  if (typeof theirs !== "number") return { ...base, theirs: `skipped: ${theirs.skipped}`, ratio: "-" };
  const times = better === "smaller" ? theirs / ours : ours / theirs;
  const ratio = times >= 1 ? `${shown(times)} times better` : `${shown(1 / times)} times worse`;
  return { ...base, theirs: `${shown(theirs)} ${unit}`, ratio };
}

/** @param {number} value three figures are more than one run can tell */
function shown(value) {
  return new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 3 }).format(value);
}
