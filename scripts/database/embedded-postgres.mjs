// A PostgreSQL of our own under DATA_DIR, shared by all node processes that use the same folder:
//   postgres/           the cluster            postgres-users/<pid>  who uses the server now
//   postgres-password   its password, 0600     postgres.log          what the server last said
// It listens on 127.0.0.1 and a free port; the port stands in postgres/postmaster.pid, so that any
// process finds a running server there. The last user to leave stops it. After a kill -9 of node it
// stays up, and the next start takes it over.

import { randomBytes } from "node:crypto";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { postgresAccount, spawnAs } from "./postgres-account.mjs";
import { findPostgres, HOW_TO_GET_POSTGRES } from "./postgres-binaries.mjs";
import { inTurn, isAlive, signOff, signOn } from "./process-register.mjs";

const USER = "app";
const PATIENCE_MS = 60_000;

/**
 * @typedef {{ port: number, pid: number, password: string, attached: boolean }} RunningServer
 * `attached`: it was running already
 */

/**
 * Starts the server of that folder, or joins the running one, and signs this process on as its user.
 *
 * @param {{ dataDir: string, disposable?: boolean }} options `dataDir` absolute; `disposable`: a test's
 *   database, which may be lost in a power cut
 * @returns {Promise<RunningServer>}
 * @throws with a message for people when there is no PostgreSQL, or one of another major version
 */
export async function joinServer({ dataDir, disposable = false }) {
  mkdirSync(dataDir, { recursive: true });
  return inTurn(join(dataDir, "postgres-lock"), async () => {
    const password = readOrMakePassword(dataDir);
    const found = await findRunning(dataDir, password);
    const server = found ?? (await startServer(dataDir, password, disposable));
    signOn(join(dataDir, "postgres-users"));
    return { ...server, password, attached: found !== undefined };
  });
}

/**
 * Signs this process off, and stops the server if no other uses it.
 *
 * @param {{ dataDir: string, whoever?: boolean }} options `whoever`: stop it whoever uses it
 * @returns {Promise<"stopped" | "in use">}
 */
export async function leaveServer({ dataDir, whoever = false }) {
  return inTurn(join(dataDir, "postgres-lock"), async () => {
    if (signOff(join(dataDir, "postgres-users")) > 0 && !whoever) return "in use";
    await stopServer(dataDir);
    return "stopped";
  });
}

/** Whether the server of that folder runs. @param {string} dataDir */
export function serverRuns(dataDir) {
  return readPidFile(dataDir) !== undefined;
}

/** @param {string} dataDir */
function readOrMakePassword(dataDir) {
  const file = join(dataDir, "postgres-password");
  if (existsSync(file)) return readFileSync(file, "utf8").trim();
  if (existsSync(join(dataDir, "postgres", "PG_VERSION"))) {
    throw new Error(
      `The database in ${join(dataDir, "postgres")} is there, but its password file ${file} is not. ` +
        "Put it back from a backup, or move the folder away to begin with an empty database.",
    );
  }
  const password = randomBytes(24).toString("base64url");
  writeFileSync(file, password, { mode: 0o600 });
  return password;
}

/**
 * What postmaster.pid says of a living server. Its lines: 1 process, 4 port, 8 state.
 * A file left behind by a dead server is no answer, even when its number belongs to another program now.
 *
 * @param {string} dataDir
 */
function readPidFile(dataDir) {
  let lines;
  try {
    lines = readFileSync(join(dataDir, "postgres", "postmaster.pid"), "utf8").split("\n");
  } catch {
    return undefined;
  }
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || !isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3] ?? 0), ready: (lines[7] ?? "").trim() === "ready" };
}

/** @param {number} pid */
function isPostgres(pid) {
  if (process.platform !== "linux") return true;
  try {
    return readFileSync(`/proc/${pid}/comm`, "utf8").trim() === "postgres";
  } catch {
    return false;
  }
}

/** @param {string} dataDir @param {string} password */
async function findRunning(dataDir, password) {
  for (const deadline = Date.now() + PATIENCE_MS; ; await wait(20)) {
    const server = readPidFile(dataDir);
    if (server === undefined) return undefined;
    if (server.ready) {
      await greet(server.port, password);
      return { pid: server.pid, port: server.port };
    }
    if (Date.now() > deadline) throw new Error(`PostgreSQL does not become ready.\n${lastWords(dataDir)}`);
  }
}

/** @param {number} port @param {string} password */
async function greet(port, password) {
  const client = new pg.Client({ host: "127.0.0.1", port, user: USER, password, database: "postgres" });
  await client.connect();
  await client.end();
}

/**
 * @param {string} dataDir
 * @param {string} password
 * @param {boolean} disposable
 */
async function startServer(dataDir, password, disposable) {
  const account = postgresAccount();
  const cluster = join(dataDir, "postgres");
  const binaries = chooseBinaries(cluster);
  if (!existsSync(join(cluster, "PG_VERSION"))) await createCluster(dataDir, binaries, account, disposable);
  // Left behind by a dead server: PostgreSQL would believe it if another program has its number now.
  rmSync(join(cluster, "postmaster.pid"), { force: true });

  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    log_checkpoints: "off",
    ...(disposable ? { fsync: "off", synchronous_commit: "off", full_page_writes: "off" } : {}),
  };
  for (const deadline = Date.now() + PATIENCE_MS; ; await wait(250)) {
    const args = ["-D", cluster, "-p", String(await freePort())];
    for (const [name, value] of Object.entries(settings)) args.push("-c", `${name}=${value}`);
    const log = openSync(join(dataDir, "postgres.log"), "w");
    const child = spawnAs(join(binaries.folder, "postgres"), args, {
      account,
      folders: [binaries.folder, dataDir],
      // In a process group of its own: Ctrl-C in the terminal must not reach it before the web server is down.
      options: { detached: true, stdio: ["ignore", log, log], windowsHide: true },
    });
    closeSync(log);
    let over = false;
    child.once("error", () => {
      over = true;
    });
    child.once("exit", () => {
      over = true;
    });
    child.unref();
    while (!over) {
      const server = readPidFile(dataDir);
      if (server?.ready) {
        await greet(server.port, password);
        return { pid: server.pid, port: server.port };
      }
      if (Date.now() > deadline) break;
      await wait(15);
    }
    // A server killed outright leaves helpers behind that hold its memory for a moment; another program
    // may have taken the port meanwhile. Both pass.
    const passing = /pre-existing shared memory block|Address already in use|could not bind/i;
    if (!passing.test(lastWords(dataDir)) || Date.now() > deadline) {
      throw new Error(`PostgreSQL ${binaries.major} did not start. It said:\n${lastWords(dataDir)}`);
    }
  }
}

/** @param {string} cluster */
function chooseBinaries(cluster) {
  const found = findPostgres();
  const [preferred] = found;
  if (preferred === undefined) {
    throw new Error(
      `There is no PostgreSQL for this machine (${process.platform}-${process.arch}). ${HOW_TO_GET_POSTGRES}`,
    );
  }
  const versionFile = join(cluster, "PG_VERSION");
  if (!existsSync(versionFile)) return preferred;
  const made = Number(readFileSync(versionFile, "utf8").trim());
  const fitting = found.find(({ major }) => major === made);
  if (fitting === undefined) {
    throw new Error(
      `The database in ${cluster} was made by PostgreSQL ${made}, and here is PostgreSQL ` +
        `${found.map(({ major }) => major).join(" and ")} only. One cannot read the other's files. Either install ` +
        `PostgreSQL ${made}, or take a backup with the version that made it (npm run job -- backup <file>), move the ` +
        "folder away, start, and restore the backup.",
    );
  }
  return fitting;
}

/** Made beside its place and moved there when whole, so that a kill in between leaves nothing half-made. */
async function createCluster(dataDir, binaries, account, disposable) {
  const place = join(dataDir, "postgres");
  if (existsSync(place) && readdirSync(place).length > 0) {
    throw new Error(
      `${place} holds files, but no PostgreSQL database (no PG_VERSION). Move it away, then start again.`,
    );
  }
  for (const name of readdirSync(dataDir)) {
    if (name.startsWith("postgres-new-")) rmSync(join(dataDir, name), { recursive: true, force: true });
  }
  const folder = join(dataDir, `postgres-new-${process.pid}`);
  const passwordFile = join(dataDir, "postgres-password");
  mkdirSync(folder, { mode: 0o700 });
  if (account !== undefined) {
    chownSync(folder, account.uid, account.gid);
    chownSync(passwordFile, account.uid, account.gid);
  }
  // Letters fold and sort by code point alike on every machine; plain C would leave É alone.
  const locale =
    binaries.major >= 17
      ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
      : ["--locale=C.UTF-8"];
  const args = ["-D", folder, "-U", USER, "-A", "scram-sha-256", "--pwfile", passwordFile, "--encoding=UTF8"];
  const child = spawnAs(
    join(binaries.folder, "initdb"),
    [...args, ...locale, ...(disposable ? ["--no-sync"] : [])],
    {
      account,
      folders: [binaries.folder, dataDir],
      options: { stdio: ["ignore", "pipe", "pipe"], windowsHide: true },
    },
  );
  let said = "";
  child.stdout?.on("data", (chunk) => {
    said += chunk;
  });
  child.stderr?.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL's initdb could not create the database in ${dataDir}. It said:\n${said.trim()}`,
    );
  }
  renameSync(folder, place);
}

/** @param {string} dataDir */
async function stopServer(dataDir) {
  const server = readPidFile(dataDir);
  if (server === undefined) return;
  process.kill(server.pid, "SIGINT"); // PostgreSQL's fast shutdown: transactions rolled back, all written
  for (const deadline = Date.now() + PATIENCE_MS; readPidFile(dataDir) !== undefined; await wait(15)) {
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (process ${server.pid}) does not stop.\n${lastWords(dataDir)}`);
    }
  }
}

/** @param {string} dataDir */
function lastWords(dataDir) {
  const file = join(dataDir, "postgres.log");
  if (!existsSync(file)) return "(nothing)";
  return readFileSync(file, "utf8").trim().split("\n").slice(-12).join("\n") || "(nothing)";
}

/** @returns {Promise<number>} */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}
