// What `npm run job` and `npm run admin` do alike: one of the built programs, beside a running start or alone.
// Standard output is the program's own; everything said on the way to it goes to standard error.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { homeOf, loadEnvironmentFile, readEnvironment } from "./environment.mjs";
import { isInstalled, nodeProblem, npmCommand } from "./installation.mjs";
import { createSupervision } from "./supervision.mjs";

/**
 * Installs and builds what is missing, opens and migrates the database, runs the program and sets the exit code.
 *
 * @param {string} program its file under dist
 * @param {string[]} args
 */
export async function runBuilt(program, args) {
  const root = fileURLToPath(new URL("..", import.meta.url));
  process.chdir(root);
  try {
    process.exitCode = await prepareAndRun(root, program, args);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

/** @param {string} root @param {string} program @param {string[]} args @returns {Promise<number>} */
async function prepareAndRun(root, program, args) {
  const supervision = createSupervision(root);
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
  if (name === undefined || name.startsWith("-")) return run(program, [], process.env); // says which there are

  const { openDatabase } = await import("./database/open-database.mjs");
  const { migrate } = await import("./database/migrate.mjs");
  const home = homeOf(environment);
  const database = await openDatabase(home);
  try {
    await migrate(database.url);
    return await run(program, args, { ...process.env, DATABASE_URL: database.url, DATA_DIR: home.dataDir });
  } finally {
    await database.release();
  }
}

/** @param {string} program @param {string[]} args @param {NodeJS.ProcessEnv} env */
async function run(program, args, env) {
  const child = spawn(process.execPath, ["--enable-source-maps", `dist/${program}`, ...args], {
    stdio: "inherit",
    env: { NODE_ENV: "production", ...env },
  });
  // Ctrl-C reaches the program by itself; we only must not leave before it and the database have ended.
  process.on("SIGINT", () => {});
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  const [code, signal] = await once(child, "exit");
  return code ?? 128 + (constants.signals[/** @type {NodeJS.Signals} */ (signal)] ?? 0);
}
