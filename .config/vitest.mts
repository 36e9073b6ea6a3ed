import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": `${root}src` } },
  test: {
    globalSetup: [`${root}src/testing/global-setup.ts`],
    include: ["src/**/*.test.ts", "src/**/*.test.tsx", "jobs/**/*.test.ts", "scripts/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    // One a core: by itself it would leave one idle, which on two cores is half of them.
    maxWorkers: "100%",
    reporters: ["default", ["json", { outputFile: "test-results/unit.json" }]],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
