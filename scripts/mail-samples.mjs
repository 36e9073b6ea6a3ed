// npm run mail-samples [-- name ...]: every kind of message as data/mail-samples/<name>.html and .txt, and, if there
// is a browser, as pictures on a wide and a narrow screen, in light and in dark: to be looked at. The chart is that of
// PICTURE, an SVG or PNG file; without it, it's left out as in a mailbox that shows no pictures.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "@playwright/test";
import { build } from "esbuild";
import { findBrowser } from "./find-browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const FOLDER = join(root, "data", "mail-samples");
const WIDTHS = [360, 680];
const SCHEMES = /** @type {const} */ (["light", "dark"]);
const wanted = process.argv.slice(2);

const outfile = join(root, "dist", "mail-samples.mjs");
await build({
  entryPoints: [join(root, "src/mail/sample-mails.ts")],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  jsx: "automatic",
  tsconfig: join(root, "tsconfig.json"),
  logLevel: "warning",
});
const { sampleMails } = await import(pathToFileURL(outfile).href);

/** @type {[string, { subject: string, html: string, text: string }][]} */
const all = Object.entries(await sampleMails());
const mails = all.filter(([name]) => wanted.length === 0 || wanted.includes(name));
mkdirSync(FOLDER, { recursive: true });
for (const [name, { subject, html, text }] of mails) {
  writeFileSync(join(FOLDER, `${name}.html`), html);
  writeFileSync(join(FOLDER, `${name}.txt`), `Subject: ${subject}\n\n${text}`);
  console.log(`${name}: ${Math.round(html.length / 1000)} kB, “${subject}”`);
}

const { PICTURE } = process.env;
const chart = PICTURE === undefined ? "cid:picture" : dataAddress(PICTURE);
const found = findBrowser();
if (found === undefined) {
  console.log("No pictures: there is no browser. npm test installs one, or set CHROMIUM_PATH.");
} else {
  const browser = await chromium.launch({
    executablePath: found.executablePath,
    chromiumSandbox: process.getuid?.() !== 0,
  });
  try {
    for (const colorScheme of SCHEMES) {
      const page = await browser.newPage({ colorScheme, locale: "en-GB" });
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        for (const [name, { html }] of mails) {
          await page.setContent(html.replace("cid:picture", chart));
          await page.screenshot({
            path: join(FOLDER, `${name}-${width}-${colorScheme}.png`),
            fullPage: true,
          });
        }
      }
    }
  } finally {
    await browser.close();
  }
}

/** @param {string} file */
function dataAddress(file) {
  const type = extname(file) === ".svg" ? "image/svg+xml" : "image/png";
  return `data:${type};base64,${readFileSync(file).toString("base64")}`;
}
