// npm run job -- <name> [args] [--json]: one job once, beside a running start or alone.
import { runBuilt } from "./run-built.mjs";

await runBuilt("run.mjs", process.argv.slice(2));
