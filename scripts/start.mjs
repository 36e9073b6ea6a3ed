// npm start: from a fresh clone to a running dashboard. npm run dev: the same, watching.
// This file runs before dependencies are there, so it takes from node_modules only after installing.
import { createServer } from "node:net";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { build } from "./build.mjs";
import { homeOf, loadEnvironmentFile, readEnvironment } from "./environment.mjs";
import { isInstalled, nodeProblem, npmCommand } from "./installation.mjs";
import { createSupervision, nodeCommand } from "./supervision.mjs";
import { whenAbandoned } from "./when-abandoned.mjs";
import { WORKER_FLAGS } from "./worker-flags.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const watching = process.argv.includes("--watch");
const READY_WITHIN_MS = 120_000;
const QUIET = { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1", TURBO_NO_UPDATE_NOTIFIER: "1" };

const supervision = createSupervision(root);
/** @type {Promise<import("./database/open-database.mjs").OpenDatabase> | undefined} */
let database;
/** @type {Promise<void> | undefined} */
let stopped;
let askedToStopAt = 0;

process.chdir(root);
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
  process.on(signal, () => {
    if (stopped !== undefined) {
      // One Ctrl-C comes twice: from the terminal and from npm, which passes it on.
      if (performance.now() - askedToStopAt > 1000) supervision.kill();
      return;
    }
    askedToStopAt = performance.now();
    console.log("stopping");
    stop(0);
  });
}
whenAbandoned(() => {
  console.log("npm is gone: stopping");
  stop(0);
});

try {
  await start();
} catch (error) {
  if (stopped === undefined) {
    console.error(`\n${error instanceof Error ? error.message : error}`);
    if (process.env.LOG_LEVEL === "debug" && error instanceof Error) console.error(error.stack);
    stop(1);
  }
}

async function start() {
  const problem = nodeProblem();
  if (problem !== undefined) throw new Error(problem);
  loadEnvironmentFile(root);
  const environment = readEnvironment(process.env, root);
  const serves = environment.role !== "worker";
  const works = environment.role !== "web";
  if (serves) await refuseTakenPort(environment.port);

  await timed("dependencies", async () => {
    if (isInstalled(root)) return "are there";
    console.log("dependencies: npm ci, a minute or two the first time");
    await supervision.step("npm ci", [...npmCommand(), "ci", "--include=dev", "--no-audit", "--no-fund"]);
    return "installed";
  });

  await timed("build", async () => {
    const parts = /** @type {const} */ (watching ? ["jobs"] : ["web", "jobs"]);
    const built = await build(root, parts, (command) =>
      supervision.step("The build", command, { env: { ...process.env, ...QUIET } }),
    );
    return built.length > 0 ? `${built.join(" and ")} built` : "up to date";
  });

  const { openDatabase } = await import("./database/open-database.mjs");
  const home = homeOf(environment);
  database = openDatabase(home);
  const opening = database;
  await timed("database", async () => (await opening).description);
  const { url, isUp } = await opening;
  const env = {
    ...process.env,
    ...QUIET,
    DATABASE_URL: url,
    DATA_DIR: home.dataDir,
    PORT: String(environment.port),
    BASE_URL: environment.baseUrl,
    NODE_ENV: watching ? "development" : "production",
  };

  await timed("migrations", async () => {
    const { migrate } = await import("./database/migrate.mjs");
    const { applied } = await migrate(env.DATABASE_URL);
    return applied.length > 0 ? `${applied.join(", ")} applied` : "up to date";
  });

  if (environment.firstAdmin) {
    await timed("first admin", async () => ((await hasAdmin(url)) ? "is there" : createFirstAdmin(env)));
  }

  if (environment.sources === "practice") console.log("practice: every council and figure is invented");
  if (works && environment.sources !== "live") await timed("archive", () => loadArchive(env));

  if (serves) {
    await timed("web", async () => {
      const web = watching
        ? ["node_modules/next/dist/bin/next", "dev", "-p", String(environment.port)]
        : ["--enable-source-maps", "dist/web.mjs"];
      supervision.service("web", web, { env, onDeath: (how) => dies("The web server", how) });
      await becomeReady(environment.port);
      return "answers";
    });
  }
  if (works) await startScheduler(env);
  watchDatabase(isUp);
  console.log(serves ? `ready ${environment.baseUrl}` : "ready worker");
  if (serves && !(await hasAdmin(url))) {
    console.log("nobody can sign in yet; for the first admin: npm run admin -- create-user you@example.org");
  }
}

/**
 * Prints what was done and how long it took.
 *
 * @param {string} what
 * @param {() => Promise<string>} work says how it went
 */
async function timed(what, work) {
  const begun = performance.now();
  const how = await work();
  if (supervision.isStopping()) throw new Error(`Stopped at: ${what}`);
  console.log(`${what}: ${how} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
}

/** The one that ADMIN_EMAIL and ADMIN_PASSWORD name, if there is none yet. @param {NodeJS.ProcessEnv} env */
async function createFirstAdmin(env) {
  const { execFile } = await import("node:child_process");
  const { promisify } = await import("node:util");
  const { stdout } = await promisify(execFile)(process.execPath, ["dist/admin.mjs", "first-admin"], { env });
  return stdout.trim();
}

/** @param {string} url */
async function hasAdmin(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `SELECT FROM "User" WHERE "role" = 'admin' AND "deactivatedAt" IS NULL LIMIT 1`,
    );
    return (rowCount ?? 0) > 0;
  } finally {
    await client.end();
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function loadArchive(env) {
  // 2: some figures await a person's review; the good ones are there. 1: none were changed.
  const code = await supervision.step("load-archive", nodeCommand(["dist/run.mjs", "load-archive"]), {
    env,
    output: "stdout",
    good: [0, 1, 2],
  });
  if (code === 1) return "COULD NOT BE LOADED (see above): the pages show what the store held before";
  return code === 2 ? "loaded, with findings to review" : "loaded";
}

/** @param {NodeJS.ProcessEnv} env */
async function startScheduler(env) {
  const begin = () =>
    supervision.service("worker", [...WORKER_FLAGS, "dist/scheduler.mjs"], {
      env,
      onDeath: (how) => dies("The scheduler", how),
    });
  let scheduler = begin();
  if (!watching) return;
  const { watchJobs } = await import("./build-jobs.mjs");
  let builds = 0;
  await watchJobs(async (errors) => {
    builds += 1;
    if (builds === 1 || errors > 0 || supervision.isStopping()) return;
    const outdated = scheduler;
    await supervision.stopService(outdated);
    console.log("jobs changed: the scheduler starts again");
    scheduler = begin();
  });
}

/** @param {number} port */
async function refuseTakenPort(port) {
  const server = createServer();
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, () => server.close(resolve));
  }).catch((error) => {
    if (error.code === "EADDRINUSE") {
      throw new Error(
        `Port ${port} is in use by another program, perhaps by an earlier start. Stop that program, ` +
          `or choose another port: PORT=${port === 65_535 ? port - 1 : port + 1} npm start`,
      );
    }
    if (error.code === "EACCES") {
      throw new Error(
        `Port ${port} may not be used by this user. Choose one above 1023: PORT=3000 npm start`,
      );
    }
    throw error;
  });
}

/** @param {number} port */
async function becomeReady(port) {
  let met = "no answer";
  for (const deadline = Date.now() + READY_WITHIN_MS; !supervision.isStopping(); await wait(50)) {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/api/ready`, {
        signal: AbortSignal.timeout(30_000),
      });
      if (answer.status === 200) return;
      met = `${answer.status}: ${(await answer.text()).slice(0, 500)}`;
    } catch (error) {
      met = String(error instanceof Error ? (error.cause ?? error) : error);
    }
    if (Date.now() > deadline) {
      throw new Error(
        `The web server did not become ready within ${READY_WITHIN_MS / 1000} s. /api/ready: ${met}`,
      );
    }
  }
}

/**
 * An embedded server is nobody's child once another start has joined it, so it is looked after by looking.
 *
 * @param {() => boolean} isUp
 */
function watchDatabase(isUp) {
  const timer = setInterval(() => {
    if (!isUp()) dies("The embedded database", "gone");
  }, 1000);
  timer.unref();
}

/** @param {string} what @param {string} how */
function dies(what, how) {
  if (stopped !== undefined) return;
  console.error(`${what} ended unexpectedly (${how}). Stopping the rest; npm start begins again.`);
  stop(1);
}

/** Web, worker, then the database. @param {number} exitCode */
function stop(exitCode) {
  stopped ??= (async () => {
    await supervision.stop();
    const opened = await database?.catch(() => undefined); // whoever awaited it has told why
    await opened?.release();
  })().then(
    () => process.exit(exitCode),
    (error) => {
      console.error(error instanceof Error ? error.message : error);
      process.exit(1);
    },
  );
}
