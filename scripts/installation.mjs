// Are the dependencies there that package-lock.json asks for? Node built-ins only.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const MINIMUM_NODE = [20, 19];

/** @returns {string | undefined} what is wrong with this Node, for people */
export function nodeProblem(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor, wantedMinor] = MINIMUM_NODE;
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return undefined;
  return (
    `This is Node ${version}; the project needs ${MINIMUM_NODE.join(".")} or later. ` +
    "Install it from https://nodejs.org or with your version manager, then start again."
  );
}

/**
 * Whether what npm noted of its last installation is what the lock file asks for. npm writes the note last,
 * so an installation that was interrupted counts as none. Optional packages may be absent: most are for
 * other machines.
 *
 * @param {string} root
 */
export function isInstalled(root) {
  const note = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(note)) return false;
  const installed = packagesOf(note);
  return Object.entries(packagesOf(join(root, "package-lock.json"))).every(([path, wanted]) => {
    if (path === "") return true;
    const found = installed[path];
    return found === undefined
      ? wanted.optional === true
      : found.version === wanted.version && found.integrity === wanted.integrity;
  });
}

/** @param {string} file @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }>} */
function packagesOf(file) {
  return JSON.parse(readFileSync(file, "utf8")).packages;
}

/** How to call npm: the one that called us, else the one on the PATH. @returns {[string, ...string[]]} */
export function npmCommand() {
  const npm = process.env.npm_execpath;
  if (npm !== undefined && /npm-cli\.c?js$/.test(npm)) return [process.execPath, npm];
  return [process.platform === "win32" ? "npm.cmd" : "npm"];
}
