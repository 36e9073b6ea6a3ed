// Which node processes use something they share, and whose turn it is to change it. Kept as small files,
// because the processes know nothing of each other but the folder; a process killed outright cannot sign
// off, so each entry says enough to tell that its writer is dead.
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Whether that process runs. On Linux a zombie counts as dead, and so does a newer process that was
 * given the same number (containers reuse small ones at every start).
 *
 * @param {number} pid
 * @param {string} [startedAt] what `startOf(pid)` said when the entry was written
 */
export function isAlive(pid, startedAt) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === "ESRCH") return false; // EPERM: it runs, under another user
  }
  const now = startOf(pid);
  return now !== "dead" && (startedAt === undefined || startedAt === now);
}

/** The process's start in clock ticks since boot; "unknown" where /proc does not exist. @param {number} pid */
function startOf(pid) {
  if (process.platform !== "linux") return "unknown";
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? "dead" : (fields[19] ?? "unknown");
  } catch {
    return "dead";
  }
}

const ourselves = () => `${process.pid} ${startOf(process.pid)}\n`;

/** @param {string} file */
function writerIsAlive(file) {
  try {
    const [pid, startedAt] = readFileSync(file, "utf8").trim().split(" ");
    return isAlive(Number(pid), startedAt);
  } catch {
    return false; // signed off in this very moment
  }
}

/** Signs this process on. @param {string} folder */
export function signOn(folder) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), ourselves());
}

/** Signs this process off and says how many living ones remain. @param {string} folder */
export function signOff(folder) {
  rmSync(join(folder, String(process.pid)), { force: true });
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder).map((name) => join(folder, name));
  const living = files.filter(writerIsAlive);
  for (const file of files) if (!living.includes(file)) rmSync(file, { force: true });
  return living.length;
}

/**
 * Runs the work while no other process runs work under the same lock file.
 *
 * @template T
 * @param {string} lockFile
 * @param {() => Promise<T>} work
 * @param {number} [patienceMs]
 * @returns {Promise<T>}
 */
export async function inTurn(lockFile, work, patienceMs = 120_000) {
  const ours = join(dirname(lockFile), `.${basename(lockFile)}-${process.pid}`);
  const deadline = Date.now() + patienceMs;
  writeFileSync(ours, ourselves());
  try {
    while (!tryLink(ours, lockFile)) {
      if (!writerIsAlive(lockFile)) rmSync(lockFile, { force: true });
      else if (Date.now() > deadline) {
        throw new Error(
          `Another process has held ${lockFile} for ${patienceMs / 1000} s: ` +
            `process ${readFileSync(lockFile, "utf8").split(" ")[0]}. Stop it, then try again.`,
        );
      } else await wait(25);
    }
  } finally {
    rmSync(ours, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

/** A hard link comes into being whole or not at all, with its content. */
function tryLink(from, to) {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}
