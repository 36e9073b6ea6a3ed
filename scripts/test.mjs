// npm test: everything that must be green, from a fresh clone. Ends with one line that adds it all up.
// This file runs before dependencies are there, so it takes from node_modules only after installing.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, turboCommand } from "./build.mjs";
import { isInstalled, nodeProblem, npmCommand } from "./installation.mjs";
import { createSupervision } from "./supervision.mjs";
import { addUp, countPlaywright, countVitest, failure } from "./test-counts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const CHECKS = ["lint", "boundaries", "typecheck", "drift"];
const ANY = Array.from({ length: 256 }, (_, code) => code);

process.chdir(root);
Object.assign(process.env, { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1" });
const supervision = createSupervision(root);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
  process.on(signal, () => supervision.stop().then(() => process.exit(1)));
}

const counts = [];
try {
  await install();
  const browser = await findOrInstallBrowser();
  const reports = { unit: join(root, "test-results/unit.json"), e2e: join(root, "test-results/e2e.json") };
  for (const report of Object.values(reports)) rmSync(report, { force: true });

  const codes = await runChecks([...CHECKS, "unit"]);
  for (const check of CHECKS) {
    counts.push(codes.get(check) === 0 ? { passed: 1, failed: 0, skipped: 0 } : failure(check));
  }
  counts.push(countVitest(readReport(reports.unit), codes.get("unit")));

  heading("build");
  await build(root, ["web", "jobs"], (command) => supervision.step("The build", command));

  heading("end to end");
  if (browser === undefined) counts.push(failure("the end-to-end tests have no browser"));
  else {
    const playwright = ["node_modules/@playwright/test/cli.js", "test", "--config", ".config/playwright.ts"];
    const code = await supervision.step("e2e", [process.execPath, ...playwright], {
      output: "stdout",
      good: ANY,
    });
    counts.push(countPlaywright(readReport(reports.e2e), code));
  }
} catch (error) {
  console.error(`\n${error instanceof Error ? error.message : error}`);
  counts.push(failure("the run itself"));
}

const { passed, failed, skipped, notes } = addUp(counts);
console.log(["", ...notes].join("\n"));
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

async function install() {
  const problem = nodeProblem();
  if (problem !== undefined) throw new Error(problem);
  if (!isInstalled(root)) {
    heading("dependencies: npm ci, a minute or two the first time");
    await supervision.step("npm ci", [...npmCommand(), "ci", "--include=dev", "--no-audit", "--no-fund"]);
  }
}

/** Without one the other tests run all the same. @returns {Promise<string | undefined>} whose it is */
async function findOrInstallBrowser() {
  const { ensureBrowser } = await import("./install-browser.mjs");
  try {
    const whose = await ensureBrowser((what, command, options) => supervision.step(what, command, options));
    console.log(`browser: ${whose}`);
    return whose;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/**
 * Runs the tasks through turbo, all of them even when one fails.
 *
 * @param {string[]} tasks
 * @returns {Promise<Map<string, number>>} each one's exit code; absent when it did not run
 */
async function runChecks(tasks) {
  heading(tasks.join(", "));
  const summaries = join(root, ".turbo", "runs");
  rmSync(summaries, { recursive: true, force: true });
  const options = [
    "--continue=dependencies-successful",
    "--concurrency=2",
    "--summarize",
    "--log-order=grouped",
  ];
  await supervision.step("turbo", turboCommand([...tasks, ...options]), { output: "stdout", good: ANY });
  const [summary] = existsSync(summaries) ? readdirSync(summaries) : [];
  if (summary === undefined) return new Map();
  const { tasks: ran } = JSON.parse(readFileSync(join(summaries, summary), "utf8"));
  return new Map(ran.flatMap(({ task, execution }) => (execution ? [[task, execution.exitCode]] : [])));
}

/** @param {string} file @returns {unknown} undefined when the runner did not get as far as writing it */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/** @param {string} text */
function heading(text) {
  console.log(`\n== ${text}`);
}
