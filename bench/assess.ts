// How long it takes to judge every council by all that is held of it: the bundled archive, and a hundred times as much.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { assess } from "@/assess/assess";
import { assessCouncil } from "@/assess/assess-council";
import { dossiersOf } from "@/assess/dossiers-of";
import { type HeldRows, loadHeldRows } from "@/assess/load-held-rows";
import { londonDay } from "@/domain/calendar-date";
import { pence } from "@/domain/money";
import { type Likeness, nearestTo } from "@/domain/neighbours/nearest";
import { THRESHOLDS } from "@/domain/verdicts/thresholds";
import { ingest } from "@/ingest/ingest";
import { ArchivePublisher } from "@/testing/archive-publisher";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { migrate } from "../scripts/database/migrate.mjs";
import { openDatabase } from "../scripts/database/open-database.mjs";

export const title = "Assessment of all councils over all years, on the bundled archive";

const REPEATS = 9;
const WARMING_MS = 3000;
const TIMES = 100;
/** What the product promises of itself. */
const LIMIT_MS = 300;
const LIMIT_GROWTH = 110;

export async function run({ say }: { say: (text: string) => void }) {
  const dataDir = mkdtempSync(join(tmpdir(), "svt-bench-"));
  chmodSync(dataDir, 0o711); // the account PostgreSQL runs as must pass
  const database = await openDatabase({ dataDir });
  try {
    await migrate(database.url);
    const context = await createTestContext(database.url, new ArchivePublisher());
    say("the whole archive into an empty store");
    await readArchive(context);
    const rows = await loadHeldRows(context.database);
    const many = copied(rows, TIMES);
    say(`${rows.councils.length} councils, and ${many.councils.length}, ${REPEATS} times each`);
    say("measured: from rows in memory to verdicts, in-year balances, trends, flags and tried tolerances");
    say("not measured: loading, storing, and neighbours, which are looked for when a council is asked for");
    const today = londonDay(context.clock.now());
    const [once, growth] = growing(
      () => judgeAll(rows, today),
      () => judgeAll(many, today),
    );
    const near = [rows, many].map(({ councils }) => {
      const likened = councils.map(likenessOf);
      return median(() => void nearestTo(likened[0]?.dfeCode ?? "", likened));
    });

    say("the whole job: load, judge, store; then again with nothing changed");
    const first = await timed(() => assess(context));
    const again = await medianOf(() => assess(context));
    await context.close();
    return [
      measurement("all councils judged, from rows in memory", "ms", once, "the limit", LIMIT_MS),
      measurement(`${TIMES} times the councils`, "times as long", growth, "the limit", LIMIT_GROWTH),
      measurement(
        "neighbours of one council",
        "ms",
        near[0] ?? 0,
        `among ${TIMES} times as many`,
        near[1] ?? 0,
      ),
      measurement("the whole job, into a store never judged", "ms", first, "judging alone", once),
      measurement("the whole job again, nothing changed", "ms", again, "the first time", first),
    ];
  } finally {
    await database.release();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function readArchive(context: TestContext): Promise<void> {
  const { status } = await ingest(context, {
    ...{ runId: "bench", job: "ingest", trigger: "bench", mode: "archive", only: [] },
    progress: () => undefined,
  });
  if (status !== "ok") throw new Error(`The archive was read as ${status}.`);
}

function judgeAll(rows: HeldRows, today: ReturnType<typeof londonDay>): void {
  let judged = 0;
  for (const dossier of dossiersOf(rows).values()) {
    const { judged: council, flags } = assessCouncil(dossier, { thresholds: THRESHOLDS, today });
    judged += council.verdicts.length + flags.length;
  }
  if (judged === 0) throw new Error("Nothing was judged.");
}

/** The same figures for so many times the councils, under codes that no council has. */
function copied(rows: HeldRows, times: number): HeldRows {
  const many = <Row extends { readonly id: number; readonly dfeCode: string | null }>(all: readonly Row[]) =>
    Array.from({ length: times }, (_, copy) =>
      all.map((row) => ({
        ...row,
        id: row.id * times + copy,
        dfeCode: row.dfeCode && codeOf(row.dfeCode, copy),
      })),
    ).flat();
  const { outturn, inYearBalance, agreement, agreementDocument, profilePoint, payment } = rows;
  const { localContribution, statement, event, stabilityGrantItem } = rows;
  return {
    ...rows,
    outturn: many(outturn),
    inYearBalance: many(inYearBalance),
    agreement: many(agreement),
    agreementDocument: many(agreementDocument),
    profilePoint: many(profilePoint),
    payment: many(payment),
    localContribution: many(localContribution),
    statement: many(statement),
    event: many(event),
    stabilityGrantItem: many(stabilityGrantItem),
    councils: Array.from({ length: times }, (_, copy) =>
      rows.councils.map((dfeCode) => codeOf(dfeCode, copy)),
    ).flat(),
  };
}

function codeOf(dfeCode: string, copy: number): string {
  return `X${dfeCode}-${copy}`;
}

/** Neighbours are looked for among figures of one year; any will do to see how long it takes. */
function likenessOf(dfeCode: string, index: number): Likeness {
  return {
    dfeCode,
    type: ["county", "unitary", "metropolitan"][index % 3] ?? "",
    blockBeforeDeductions: pence(1_000_000_000 + ((index * 7919) % 10_007) * 1_000_000),
    ehcPlans: 500 + ((index * 6151) % 8_009),
    deficitPercentOfBlock: ((index * 3571) % 701) / 10,
  };
}

/**
 * How long the smaller takes, and how many times as long the larger. Each round runs the smaller as often as the
 * larger is large, so that both last as long and whatever else the machine does is shared out alike.
 */
function growing(smaller: () => void, larger: () => void): [number, number] {
  warm(smaller);
  const timed = (work: () => void) => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  const rounds = Array.from({ length: REPEATS }, () => {
    const small = Array.from({ length: TIMES }, () => timed(smaller));
    const average = small.reduce((total, each) => total + each, 0) / TIMES;
    return { once: middle(small), growth: timed(larger) / average };
  });
  return [middle(rounds.map(({ once }) => once)), middle(rounds.map(({ growth }) => growth))];
}

/** What is measured has run for so long that the engine has compiled it. */
function warm(work: () => void): void {
  const until = performance.now() + WARMING_MS;
  do work();
  while (performance.now() < until);
}

function median(work: () => void): number {
  warm(work);
  const times = Array.from({ length: REPEATS }, () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  });
  return middle(times);
}

async function medianOf(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < REPEATS; turn += 1) times.push(await timed(work));
  return middle(times);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function measurement(what: string, unit: string, ours: number, comparedWith: string, theirs: number) {
  return { what, unit, better: "smaller", ours, comparedWith, theirs };
}
