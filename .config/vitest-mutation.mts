import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

/** The tests of src/domain alone: they need no database, so none is started for each changed piece. */
export default defineConfig({
  root,
  resolve: { alias: { "@": `${root}src` } },
  // Stryker has a patience of its own for what a change makes endless; on a busy machine five seconds say nothing.
  test: { include: ["src/domain/**/*.test.ts"], environment: "node", testTimeout: 60_000 },
});
