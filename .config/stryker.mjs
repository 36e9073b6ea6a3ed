// Changes the rules in src/domain one small piece at a time and asks whether any test notices: `npm run mutation`.
// Answers are remembered in data/mutation.json, so that a second run tries only what has changed.
/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  plugins: ["@stryker-mutator/vitest-runner"],
  testRunner: "vitest",
  vitest: { configFile: ".config/vitest-mutation.mts" },
  mutate: ["src/domain/**/*.ts", "!src/domain/**/*.test.ts"],
  ignorePatterns: [
    "/archive",
    "/bench",
    "/data",
    "/dist",
    "/docs",
    "/e2e",
    "/.next",
    "/prisma",
    "/test-results",
  ],
  // Stryker would rewrite a tsconfig's paths with an interface that TypeScript 7 no longer has; ours need no rewriting.
  tsconfigFile: "no-tsconfig-to-rewrite.json",
  coverageAnalysis: "perTest",
  // A value that is only there when a module is loaded can't be told apart test by test.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: "data/mutation.json",
  reporters: ["clear-text", "progress", "html"],
  htmlReporter: { fileName: "test-results/mutation.html" },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  thresholds: { high: 90, low: 85, break: 85 },
  concurrency: 2,
  timeoutMS: 20_000,
  dryRunTimeoutMinutes: 30,
  tempDirName: ".stryker-tmp",
};
