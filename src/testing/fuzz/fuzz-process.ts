// Reads mutated documents one after another, in a process of its own: a reader that hangs, crashes or fills the
// memory takes only this process with it, and whoever started it knows at which document. Bundled by run-fuzz.ts.
import { Worker } from "node:worker_threads";
import { FUZZ_KINDS, fuzzSeeds } from "./fuzz-seeds";
import { inventedCouncils, type Trial, tryDocument } from "./trial";

export type FuzzMessage =
  | { readonly type: "ready"; readonly baseBytes: number }
  | { readonly type: "begun"; readonly number: number }
  | { readonly type: "ended"; readonly trial: Trial };

/** Garbage of earlier documents isn't held against a later one. */
const SWEEP_ABOVE = 80_000_000;

const [kindName, from, to, keepAs] = process.argv.slice(2);
const kind = FUZZ_KINDS.find((each) => each === kindName);
if (!kind || !process.send)
  throw new Error("fuzz-process is started by run-fuzz, with a kind and two numbers.");
// The readers' libraries complain about every damaged document.
for (const method of ["log", "warn", "error", "info", "debug"] as const) console[method] = () => undefined;

/**
 * Ends the process when one document has taken it half a minute of the processor: by the clock it might only have been
 * waiting for its turn; and when nobody waits for it any more. It takes a thread of its own to see that the first one
 * is stuck.
 */
const WATCH = `
  const { workerData } = require("node:worker_threads");
  const begun = new Float64Array(workerData);
  const startedBy = process.ppid;
  const used = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
  setInterval(() => {
    if (process.ppid !== startedBy) process.kill(process.pid, "SIGKILL");
    if (begun[0] > 0 && used() - begun[0] > 30) process.kill(process.pid, "SIGXCPU");
  }, 1_000);
`;
const begunAt = new SharedArrayBuffer(8);
new Worker(WATCH, { eval: true, workerData: begunAt }).unref();

const councils = inventedCouncils();
for (const { document, publication, isListing } of fuzzSeeds()
  .filter((seed) => seed.kind === kind)
  .slice(0, 3))
  await warmUp(document, publication, isListing);
(globalThis as { gc?: () => void }).gc?.();
const baseBytes = process.memoryUsage().rss;
await tell({ type: "ready", baseBytes });
for (let number = Number(from); number < Number(to); number += 1) {
  await tell({ type: "begun", number });
  const { user, system } = process.cpuUsage();
  new Float64Array(begunAt)[0] = (user + system) / 1e6;
  await tell({ type: "ended", trial: await tryDocument(kind, number, councils, keepAs) });
  if (process.memoryUsage().rss > baseBytes + SWEEP_ABOVE) (globalThis as { gc?: () => void }).gc?.();
}
process.disconnect();

function tell(message: FuzzMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, () => resolve()));
}

async function warmUp(
  document: Parameters<import("@/sources/publication").Publication["read"]>[0],
  id: import("@/sources/publication").PublicationId,
  isListing: boolean,
): Promise<void> {
  const { publicationById } = await import("@/sources/registry");
  const publication = publicationById(id);
  if (isListing) publication.findDocuments(document);
  else await publication.read(document);
}
