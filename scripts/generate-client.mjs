// `prisma generate` needs no engine, but tries to download one first and gives up when it can't.
// Any existing executable in its place keeps it from trying; the generated client never runs it.
import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";

const prisma = createRequire(import.meta.url).resolve("prisma/build/index.js");
const run = spawnSync(process.execPath, [prisma, "generate", "--schema", "prisma/schema.prisma"], {
  stdio: ["ignore", "pipe", "pipe"],
  encoding: "utf8",
  env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: "1" },
});
if (run.status !== 0) {
  process.stderr.write(`The database client could not be generated:\n${run.stdout}${run.stderr}`);
}
process.exit(run.status ?? 1);
