// What Lighthouse says of the pages people come to first, on a slow phone, beside an empty page of the same build and
// a page of no build at all: what they get is as much as this machine can give.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { gzipSync } from "node:zlib";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { findBrowser } from "../scripts/find-browser.mjs";

export const title = "Lighthouse, on a phone";
export const long = true;

const PAGES = [
  ["the front page", "/"],
  ["the councils", "/authorities"],
  ["a council", "/authorities/kent"],
];
const EMPTY = ["an empty page of the same build", "/design/empty"];
const ROUNDS = 5;
const WHOLE = ["accessibility", "best-practices", "seo"];
const SCRIPT_LIMIT_KB = 190;
/** Where a kept page's own data has its address (src/server/pages/page-cache.ts). */
const TOLD = "/page-scripts/";
const SHIFT_LIMIT = 0.02;

/** @param {{ say: (text: string) => void }} bench */
export async function run({ say }) {
  const found = findBrowser();
  if (found === undefined)
    throw new Error("there is no browser; npm test installs one, or set CHROMIUM_PATH.");
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [`--remote-debugging-port=${port}`, "--no-first-run", "--disable-background-networking"],
  });
  const nothing = await serveNothing();
  try {
    return await onTheSite(say, async (site) => {
      const addresses = [
        ...[...PAGES, EMPTY].map(([name, path]) => [name, `${site}${path}`]),
        ["nothing at all", nothing.address],
      ];
      const results = new Map(addresses.map(([name]) => [name, []]));
      // In turn, so that whatever else the machine does is shared out alike.
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const [name, address] of addresses) {
          say(`round ${round} of ${ROUNDS}: ${name}`);
          // The first answer renders the page; readers after it get the kept one.
          await fetch(address);
          results.get(name).push(await measure(address, port));
        }
      }
      const measured = new Map([...results].map(([name, of]) => [name, summary(of, say)]));
      const council = measured.get("a council");
      if (council.brought.length === 0) throw new Error("No script of the page was fetched ahead.");
      const [loadedKb, usedKb] = [await gzippedKb(council.loaded), await gzippedKb(council.brought)];
      const ofEmpty = measured.get(EMPTY[0]);
      return [
        ...PAGES.map(([name]) =>
          row(`performance of ${name} (median of ${ROUNDS})`, "of 100", measured.get(name).performance, {
            [EMPTY[0]]: ofEmpty.performance,
          }),
        ),
        row(`performance of ${EMPTY[0]}`, "of 100", ofEmpty.performance, {
          "nothing at all": measured.get("nothing at all").performance,
        }),
        ...PAGES.flatMap(([name]) =>
          WHOLE.map((category) =>
            row(`${category} of ${name} (least of ${ROUNDS})`, "of 100", measured.get(name)[category], {
              "the whole": 100,
            }),
          ),
        ),
        ...PAGES.map(([name]) =>
          row(`largest paint of ${name} (median)`, "ms", measured.get(name).largestPaint, {
            "nothing at all": measured.get("nothing at all").largestPaint,
          }),
        ),
        ...PAGES.map(([name]) =>
          row(`layout shift of ${name} (most of ${ROUNDS})`, "", measured.get(name).shift, {
            "the limit": SHIFT_LIMIT,
          }),
        ),
        row("script that a council's page loads, gzip", "kB", loadedKb, { "the limit": SCRIPT_LIMIT_KB }),
        row("script that it has once it's used, gzip", "kB", usedKb, { "the limit": SCRIPT_LIMIT_KB }),
      ];
    });
  } finally {
    await browser.close();
    nothing.close();
  }
}

/** @param {string} address @param {number} port of the browser */
async function measure(address, port) {
  const result = await lighthouse(address, {
    port,
    logLevel: "error",
    onlyCategories: ["performance", ...WHOLE],
    maxWaitForLoad: 60_000,
  });
  if (!result || result.lhr.runtimeError) throw new Error(result?.lhr.runtimeError?.message ?? "no result");
  return result.lhr;
}

/** @param {(text: string) => void} say */
function summary(results, say) {
  for (const [what, lhr] of new Map(results.flatMap((lhr) => failures(lhr).map((one) => [one, lhr]))))
    say(`  not whole: ${what} (${new URL(lhr.requestedUrl).pathname})`);
  const scores = (category) => results.map((lhr) => Math.round((lhr.categories[category]?.score ?? 0) * 100));
  const requests = results[0]?.audits["network-requests"]?.details?.items ?? [];
  const values = (audit) => results.map((lhr) => lhr.audits[audit]?.numericValue ?? Number.NaN);
  return {
    performance: median(scores("performance")),
    ...Object.fromEntries(WHOLE.map((category) => [category, Math.min(...scores(category))])),
    largestPaint: Math.round(median(values("largest-contentful-paint"))),
    shift: Math.round(Math.max(...values("cumulative-layout-shift")) * 10_000) / 10_000,
    loaded: requests.filter(({ resourceType }) => resourceType === "Script").map(({ url }) => url),
    // Fetched ahead and not run before somebody uses the page. What the page tells its script is content, not script:
    // of an ordinary page it stands in the page itself.
    brought: requests
      .map(({ url }) => url)
      .filter((url) => new URL(url).pathname.endsWith(".js") && !new URL(url).pathname.startsWith(TOLD)),
  };
}

/** What keeps a category below 100, by name. */
function failures(lhr) {
  return WHOLE.flatMap((category) =>
    lhr.categories[category].auditRefs
      .filter(({ weight }) => weight > 0)
      .map(({ id }) => lhr.audits[id])
      .filter(({ score }) => score !== null && score < 1)
      .map(({ id, title: name }) => `${category}: ${id}, ${name}`),
  );
}

/** Of what a browser of today loads: it passes over scripts for browsers without modules. @param {string[]} scripts */
async function gzippedKb(scripts) {
  let bytes = 0;
  for (const script of new Set(scripts)) {
    bytes += gzipSync(Buffer.from(await (await fetch(script)).arrayBuffer()), { level: 9 }).length;
  }
  return Math.round(bytes / 100) / 10;
}

function row(what, unit, ours, other) {
  const [[comparedWith, theirs]] = Object.entries(other);
  return { what, unit, better: unit === "of 100" ? "larger" : "smaller", ours, comparedWith, theirs };
}

/** @param {number[]} values */
function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/**
 * The product as `npm start` runs it, on the bundled archive.
 *
 * @template T
 * @param {(text: string) => void} say
 * @param {(site: string) => Promise<T>} measure
 */
async function onTheSite(say, measure) {
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const port = await freePort();
  const env = {
    ...process.env,
    ...{ PORT: String(port), BASE_URL: "", DATA_DIR: dataDir, DATABASE_URL: "" },
    ...{ SOURCES: "archive", LOG_LEVEL: "silent", MEASURE_EMPTY_PAGE: "yes" },
  };
  say("starting the site on the bundled archive");
  const start = spawn(process.execPath, ["scripts/start.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(start, "exit");
  try {
    await new Promise((resolve, reject) => {
      exited.then(() => reject(new Error("npm start ended before it was ready.")));
      createInterface({ input: start.stdout }).on("line", (line) => {
        if (/^ready /.test(line.trim())) resolve(undefined);
      });
    });
    return await measure(`http://localhost:${port}`);
  } finally {
    start.kill("SIGTERM");
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function serveNothing() {
  const page =
    '<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Nothing</title><meta name="viewport" content="width=device-width"><p>Nothing.';
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { address: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
