import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { build } from "esbuild";
import type { FuzzMessage } from "./fuzz-process";
import type { FuzzKind } from "./fuzz-seeds";
import { mutatedDocument } from "./mutated-document";
import type { Trial } from "./trial";

export const FUZZ_LIMITS = { milliseconds: 5_000, bytes: 512 * 1024 * 1024 };

/** By the clock, for what takes no processor either; what takes it ends itself by SIGXCPU, see fuzz-process.ts. */
const WAITS_AT_MOST = 1_800_000;
/** A fresh process now and then, so that no document pays for the leavings of thousands. */
const DOCUMENTS_PER_PROCESS = 500;

export interface FuzzSummary {
  readonly kind: FuzzKind;
  readonly documents: number;
  /** Of which something was published. */
  readonly read: number;
  readonly figures: number;
  readonly refused: Readonly<Record<string, number>>;
  /** The slowest, in milliseconds of the processor. */
  readonly slowest: number;
  readonly slowestDocument: string;
  /** The most memory above what the process needs with no document, in bytes. */
  readonly peakBytes: number;
  /** With what is needed to see each again: kind, number, seed, mutations. */
  readonly violations: readonly string[];
}

export interface FuzzRun {
  readonly kind: FuzzKind;
  /** The first document's number; the next have the next numbers. */
  readonly first: number;
  readonly documents: number;
  /** Where to write the mutated document, to look at one. */
  readonly keepAs?: string;
  readonly say?: (text: string) => void;
  /** Ends it before its time. */
  readonly signal?: AbortSignal;
}

/** Bundles the process that reads, under a name of its own for each that starts it as often as it wishes. */
export async function bundleFuzzProcess(name: string, root = process.cwd()): Promise<string> {
  const outfile = join(root, `dist/fuzz/${name}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ["src/testing/fuzz/fuzz-process.ts"],
    outfile,
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "warning",
  });
  return outfile;
}

/** Reads so many mutated documents of a kind and says what came of it. Never throws for what a reader does. */
export async function runFuzz(process: string, run: FuzzRun): Promise<FuzzSummary> {
  const tally = new Tally(run.kind);
  const end = run.first + run.documents;
  for (let next = run.first; next < end; ) {
    const until = Math.min(end, next + DOCUMENTS_PER_PROCESS);
    const known = tally.violations.length;
    next = await runBatch(process, { ...run, from: next, until }, tally);
    run.say?.(`${run.kind}: ${next - run.first} of ${run.documents}`);
    for (const violation of tally.violations.slice(known)) run.say?.(violation);
  }
  return tally.summary(run.documents);
}

/** @returns the number from which to go on: after the last, or after the document that ended the process */
function runBatch(
  path: string,
  { kind, from, until, keepAs, signal: given }: FuzzRun & { readonly from: number; readonly until: number },
  tally: Tally,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(path, [kind, String(from), String(until), ...(keepAs ? [keepAs] : [])], {
      execArgv: ["--expose-gc", `--max-old-space-size=${FUZZ_LIMITS.bytes / 1024 / 1024}`],
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      killSignal: "SIGKILL",
      ...(given ? { signal: given } : {}),
    });
    let said = "";
    let base = 0;
    let current: number | null = null;
    let done = from;
    let hung = false;
    let watch: NodeJS.Timeout | undefined;
    child.stderr?.on("data", (text) => {
      said = `${said}${text}`.slice(-2_000);
    });
    child.on("message", (message: FuzzMessage) => {
      clearTimeout(watch);
      if (message.type === "ready") base = message.baseBytes;
      else if (message.type === "begun") {
        current = message.number;
        watch = setTimeout(() => {
          hung = true;
          child.kill("SIGKILL");
        }, WAITS_AT_MOST);
      } else {
        tally.add(message.trial, base);
        done = message.trial.number + 1;
        current = null;
      }
    });
    child.on("error", reject);
    child.on("exit", (code, signal) => {
      clearTimeout(watch);
      if (current !== null) {
        tally.lost(
          current,
          hung || signal === "SIGXCPU" ? "hung" : `ended the process (${signal ?? code}) ${said}`,
        );
        resolve(current + 1);
      } else if (done < until)
        reject(new Error(`The fuzzing process ended before its work (${code}): ${said}`));
      else resolve(until);
    });
  });
}

function nameOf(kind: FuzzKind, number: number): string {
  try {
    const { seed, mutations } = mutatedDocument(kind, number);
    return `${seed.name}: ${mutations.join("; ")}`;
  } catch (error) {
    return `couldn't be mutated: ${error}`;
  }
}

class Tally {
  readonly violations: string[] = [];
  #read = 0;
  #figures = 0;
  #slowest = 0;
  #slowestDocument = "";
  #peakBytes = 0;
  readonly #refused = new Map<string, number>();

  constructor(readonly kind: FuzzKind) {}

  add(trial: Trial, baseBytes: number): void {
    const name = `${this.kind}:${trial.number} (${trial.seed}: ${trial.mutations.join("; ")})`;
    // Time in which other processes had the processor, or in which this one waited for nothing, is told apart.
    const milliseconds = Math.min(trial.milliseconds, trial.processorMilliseconds);
    const peak = trial.peakBytes - baseBytes;
    const violations = [...trial.violations];
    if (milliseconds > FUZZ_LIMITS.milliseconds) violations.push(`took ${Math.round(milliseconds)} ms`);
    // The peak is the process's own so far: only what raised it is to blame.
    if (peak > FUZZ_LIMITS.bytes && peak > this.#peakBytes)
      violations.push(`raised the memory by ${Math.round(peak / 1024 / 1024)} MB`);
    this.violations.push(...violations.slice(0, 5).map((each) => `${name} ${each}`));
    if (trial.refusedBy === null) this.#read += 1;
    else this.#refused.set(trial.refusedBy, (this.#refused.get(trial.refusedBy) ?? 0) + 1);
    this.#figures += trial.figures;
    this.#peakBytes = Math.max(this.#peakBytes, peak);
    if (milliseconds > this.#slowest) {
      this.#slowest = milliseconds;
      this.#slowestDocument = name;
    }
  }

  lost(number: number, how: string): void {
    this.violations.push(`${this.kind}:${number} (${nameOf(this.kind, number)}) ${how}`);
  }

  summary(documents: number): FuzzSummary {
    return {
      kind: this.kind,
      documents,
      read: this.#read,
      figures: this.#figures,
      refused: Object.fromEntries([...this.#refused].sort((a, b) => b[1] - a[1])),
      slowest: this.#slowest,
      slowestDocument: this.#slowestDocument,
      peakBytes: this.#peakBytes,
      violations: this.violations,
    };
  }
}
