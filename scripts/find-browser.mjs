// Which browser the end-to-end tests drive: CHROMIUM_PATH, Playwright's own, one of the system's.
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "@playwright/test";

const NAMES = [
  // First: without a window to draw it takes half the time of the whole browser.
  "chromium-headless-shell",
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "microsoft-edge",
];
const ELSEWHERE = [
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/**
 * @returns {{ executablePath: string | undefined, whose: string } | undefined} without a path: Playwright's
 *   own, which it finds itself; undefined: there is none
 * @throws when CHROMIUM_PATH leads nowhere
 */
export function findBrowser() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (!existsSync(named))
      throw new Error(`CHROMIUM_PATH is ${JSON.stringify(named)}, but no file is there.`);
    return { executablePath: named, whose: `CHROMIUM_PATH, ${named}` };
  }
  if (existsSync(chromium.executablePath())) return { executablePath: undefined, whose: "Playwright's own" };
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...ELSEWHERE].find(
    existsSync,
  );
  return found === undefined ? undefined : { executablePath: found, whose: found };
}
