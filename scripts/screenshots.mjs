// npm run screenshots: true pictures of the site for the README, always of the same size and pages. Of a running
// site if SITE names one (SITE=http://localhost:3000 npm run screenshots), else of one started on the bundled archive.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { VARIABLES } from "./environment.mjs";
import { findBrowser } from "./find-browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
process.chdir(root);
const FOLDER = "docs/screenshots";
const SIZE = { width: 1200, height: 900 };
const LARGEST_BYTES = 300_000;
const PICTURES = [
  { name: "front-page", path: "/" },
  { name: "council", path: "/authorities/kent" },
  { name: "methodology", path: "/methodology" },
];

const found = findBrowser();
if (found === undefined) {
  console.error("There is no browser to take pictures with: npm test installs one, or set CHROMIUM_PATH.");
  process.exit(1);
}
if (process.env.SITE) await take(process.env.SITE.replace(/\/+$/, ""));
else await onOwnSite(take);

/** @param {string} site */
async function take(site) {
  const browser = await chromium.launch({
    executablePath: found?.executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    // The same letters on every machine, as far as that can be.
    args: ["--font-render-hinting=none", "--disable-lcd-text"],
  });
  try {
    const page = await browser.newPage({
      viewport: SIZE,
      deviceScaleFactor: 1,
      colorScheme: "light",
      reducedMotion: "reduce",
      locale: "en-GB",
      timezoneId: "Europe/London",
    });
    mkdirSync(FOLDER, { recursive: true });
    for (const { name, path } of PICTURES) {
      const answer = await page.goto(`${site}${path}`, { waitUntil: "networkidle" });
      if (!answer?.ok()) throw new Error(`${site}${path} answered ${answer?.status()}.`);
      await page.evaluate(() => document.fonts.ready);
      const file = join(FOLDER, `${name}.png`);
      await page.screenshot({ path: file, animations: "disabled" });
      const { size } = statSync(file);
      console.log(`${file}: ${Math.round(size / 1000)} kB`);
      if (size > LARGEST_BYTES) throw new Error(`${file} is larger than ${LARGEST_BYTES / 1000} kB.`);
    }
  } finally {
    await browser.close();
  }
}

/** @param {(site: string) => Promise<void>} work */
async function onOwnSite(work) {
  const dataDir = mkdtempSync(join(tmpdir(), "svt-screenshots-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const port = await freePort();
  const start = spawn(process.execPath, ["scripts/start.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
    env: {
      ...process.env,
      // Set, if to nothing: a developer's .env must not show in the pictures.
      ...Object.fromEntries(VARIABLES.map((name) => [name, ""])),
      ...{ PORT: String(port), DATA_DIR: dataDir, SOURCES: "archive", LOG_LEVEL: "warn" },
    },
  });
  const exited = once(start, "exit");
  try {
    await new Promise((resolve, reject) => {
      exited.then(() => reject(new Error("npm start ended before it was ready.")));
      createInterface({ input: start.stdout }).on("line", (line) => {
        console.log(line);
        if (/^ready /.test(line.trim())) resolve(undefined);
      });
    });
    await work(`http://localhost:${port}`);
  } finally {
    start.kill("SIGTERM");
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  server.close();
  await once(server, "close");
  return port;
}
