// Gets a browser for the end-to-end tests where there is none: Playwright's own, else Debian's package.
import { createRequire } from "node:module";
import { findBrowser } from "./find-browser.mjs";

const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
const root = process.getuid?.() === 0;

const WAYS = [
  {
    what: "npx playwright install chromium",
    // With the libraries it needs, where we may install them.
    commands: [[process.execPath, playwright, "install", ...(root ? ["--with-deps"] : []), "chromium"]],
    possible: true,
  },
  {
    what: "apt-get install chromium-headless-shell",
    commands: aptInstall("chromium-headless-shell"),
    possible: root && process.platform === "linux",
  },
  {
    what: "apt-get install chromium",
    commands: aptInstall("chromium"),
    possible: root && process.platform === "linux",
  },
];

/** @param {string} name of a package */
function aptInstall(name) {
  return [
    ["apt-get", "update", "-q"],
    ["apt-get", "install", "-y", "-q", "--no-install-recommends", name],
  ];
}

/**
 * @param {(what: string, command: string[], options: { env: NodeJS.ProcessEnv }) => Promise<unknown>} run
 * @returns {Promise<string>} whose browser it is
 * @throws with the ways to get one by hand
 */
export async function ensureBrowser(run) {
  const found = findBrowser();
  if (found) return found.whose;
  const failures = [];
  for (const { what, commands } of WAYS.filter(({ possible }) => possible)) {
    console.log(`browser: none found, ${what}`);
    try {
      for (const command of commands) {
        await run(what, command, { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
      }
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
    }
    const gained = findBrowser();
    if (gained) return gained.whose;
  }
  throw new Error(
    `The end-to-end tests need a browser, and none could be installed:\n${failures.join("\n")}\n` +
      "Install Chromium or Chrome and set CHROMIUM_PATH to it, or run `npx playwright install chromium` with a network.",
  );
}
