// npm runs a script through a shell that does not pass signals on: whoever stops npm (a process manager, a
// test harness) leaves the script behind with nobody to stop it. Node built-ins only.
import { readFileSync } from "node:fs";

const LOOK_EVERY_MS = 500;

/**
 * Calls back once when the npm that started this process is gone. Without npm it never does: then the
 * parent may be a shell that was closed on purpose.
 *
 * @param {() => void} callback
 */
export function whenAbandoned(callback) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const ancestors = lineage();
  const timer = setInterval(() => {
    if (lineage() === ancestors) return;
    clearInterval(timer);
    callback();
  }, LOOK_EVERY_MS);
  timer.unref();
}

/** The parent, and where the system tells, the parent's parent: shell and npm. */
function lineage() {
  const parent = process.ppid;
  if (process.platform !== "linux") return String(parent);
  try {
    const stat = readFileSync(`/proc/${parent}/stat`, "utf8");
    return `${parent} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]}`;
  } catch {
    return `${parent} gone`;
  }
}
