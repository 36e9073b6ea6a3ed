import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "../scripts/find-browser.mjs";

process.env.E2E_PORT ??= "3417";
/** A second site, of invented councils, that sends its mail to a server which a test opens. */
process.env.E2E_PRACTICE_PORT ??= "3418";
process.env.E2E_SMTP_PORT ??= "3419";
const baseURL = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "../e2e",
  outputDir: "../test-results/e2e",
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  timeout: 30_000,
  use: {
    baseURL,
    locale: "en-GB",
    timezoneId: "Europe/London",
    // A trace of every test doubles the time of all; ask for one of the test that failed: --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: findBrowser()?.executablePath,
      // Chromium's sandbox refuses root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
      ],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }],
  webServer: [site("archive", process.env.E2E_PORT), site("practice", process.env.E2E_PRACTICE_PORT)],
});

function site(sources: "archive" | "practice", port: string) {
  return {
    command: `node scripts/e2e-server.mjs ${sources}`,
    cwd: "..",
    url: `http://localhost:${port}/api/ready`,
    timeout: 240_000,
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM" as const, timeout: 30_000 },
    stdout: "ignore" as const,
    stderr: "pipe" as const,
  };
}
