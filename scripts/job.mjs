// npm run job -- <name> [args] [--json]: one job once, beside a running start or alone. Standard output
// is the job's own; everything said on the way to it goes to standard error.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { homeOf, loadEnvironmentFile, readEnvironment } from "./environment.mjs";
import { isInstalled, nodeProblem, npmCommand } from "./installation.mjs";
import { createSupervision } from "./supervision.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const supervision = createSupervision(root);

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @param {string[]} args @returns {Promise<number>} */
async function run(args) {
  const problem = nodeProblem();
  if (problem !== undefined) throw new Error(problem);
  loadEnvironmentFile(root);
  const environment = readEnvironment(process.env, root);
  if (!isInstalled(root)) {
    console.error("dependencies: npm ci, a minute or two the first time");
    await supervision.step("npm ci", [...npmCommand(), "ci", "--include=dev", "--no-audit", "--no-fund"]);
  }
  await build(root, ["jobs"], (command) => supervision.step("The build", command));

  const [name] = args;
  if (name === undefined || name.startsWith("-")) return runJob([], process.env); // says which there are

  const { openDatabase } = await import("./database/open-database.mjs");
  const { migrate } = await import("./database/migrate.mjs");
  const home = homeOf(environment);
  const database = await openDatabase(home);
  try {
    await migrate(database.url);
    return await runJob(args, { ...process.env, DATABASE_URL: database.url, DATA_DIR: home.dataDir });
  } finally {
    await database.release();
  }
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function runJob(args, env) {
  const job = spawn(process.execPath, ["--enable-source-maps", "dist/run.mjs", ...args], {
    stdio: "inherit",
    env: { NODE_ENV: "production", ...env },
  });
  // Ctrl-C reaches the job by itself; we only must not leave before it and the database have ended.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => job.kill("SIGTERM"));
  const [code, signal] = await once(job, "exit");
  return code ?? 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}
