// PostgreSQL refuses to run as root. As root we hand it to an account without rights; as anybody else
// nothing is needed.
import { spawn, spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** @typedef {{ uid: number, gid: number, name: string }} Account */

/** Whom PostgreSQL runs as, or undefined for ourselves. @returns {Account | undefined} */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"))
    .map(([name, , uid, gid]) => ({ name: name ?? "", uid: Number(uid), gid: Number(gid) }));
  const account = ["postgres", "nobody"]
    .map((name) => accounts.find((candidate) => candidate.name === name))
    .find((candidate) => candidate !== undefined && candidate.uid > 0);
  if (account === undefined) {
    throw new Error(
      "PostgreSQL does not run as root, and there is neither a user `postgres` nor `nobody` to run it as. " +
        "Start as an ordinary user, or set DATABASE_URL to a PostgreSQL server.",
    );
  }
  return account;
}

/**
 * The nearest folder on the way to `path` that the account may not pass, or undefined.
 *
 * @param {string} path
 * @param {Account} account
 */
export function closedFolder(path, account) {
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const pass = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if ((mode & pass) === 0) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

/**
 * Starts one of PostgreSQL's programs.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ account: Account | undefined, folders: string[], options: import("node:child_process").SpawnOptions }} how
 *   `folders`: what the program must reach
 */
export function spawnAs(program, args, { account, folders, options }) {
  const inRoot = { ...options, cwd: "/" };
  if (account === undefined) return spawn(program, args, options);

  const closed = folders
    .map((folder) => closedFolder(folder, account))
    .find((folder) => folder !== undefined);
  if (closed === undefined) {
    return spawn(program, args, { ...inRoot, uid: account.uid, gid: account.gid });
  }

  // A checkout under /root, or under a temporary folder that only its owner may enter. Linux lets the
  // account pass closed folders on the way, and nothing else.
  const prefix = passingClosedFolders(account);
  if (prefix === undefined) {
    throw new Error(
      `PostgreSQL runs as the user ${account.name} and may not pass the folder ${closed} (EACCES). ` +
        `Either open it (chmod o+x ${closed}), or move the project or DATA_DIR elsewhere, ` +
        "or set DATABASE_URL to a PostgreSQL server.",
    );
  }
  const [command, ...rest] = [...prefix, program, ...args];
  return spawn(command, rest, inRoot);
}

/** @param {Account} account @returns {[string, ...string[]] | undefined} */
function passingClosedFolders({ uid, gid }) {
  for (const capability of ["dac_read_search", "dac_override"]) {
    /** @type {[string, ...string[]]} */
    const prefix = [
      "setpriv",
      `--reuid=${uid}`,
      `--regid=${gid}`,
      "--clear-groups",
      // Without it access(2), by which PostgreSQL looks for its own programs, forgets the capability.
      "--securebits=+no_setuid_fixup",
      `--inh-caps=+${capability}`,
      `--ambient-caps=+${capability}`,
      "--",
    ];
    const [command, ...args] = [...prefix, "/bin/true"];
    if (spawnSync(command, args, { stdio: "ignore" }).status === 0) return prefix;
  }
  return undefined;
}
