import fc from "fast-check";
import { expect, it } from "vitest";
import { createTestDatabase } from "@/testing/database";
import { type AllocationSheet, followAllocations, inventedAllocations } from "@/testing/invented-allocations";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { approveReading } from "./approve-reading";
import { confirmReading } from "./confirm-reading";
import { rejectReading } from "./reject-reading";
import { ReviewProblem } from "./review-problem";
import { undoDecision } from "./undo-decision";

const SHEETS: readonly AllocationSheet[] = [
  { councils: { X01: 1, X02: 2 } },
  { councils: { X01: 1, X02: 3 }, unchecked: ["X01"] },
  { councils: { X01: 4, X03: 5 }, wrongTotal: true },
  { councils: { X01: 4, X02: 2 }, wrongTotal: true, unchecked: ["X02"] },
  { councils: { X02: 7 }, doubt: true },
];
const VERBS = { approve: approveReading, reject: rejectReading, confirm: confirmReading } as const;

const step = fc.oneof(
  { weight: 3, arbitrary: fc.nat(SHEETS.length - 1).map((sheet) => ({ does: "publish", sheet }) as const) },
  { weight: 1, arbitrary: fc.nat(1).map((correction) => ({ does: "read again", correction }) as const) },
  {
    weight: 4,
    arbitrary: fc
      .constantFrom("approve", "reject", "confirm")
      .map((verb) => ({ does: "decide", verb }) as const),
  },
  { weight: 1, arbitrary: fc.constant({ does: "undo" } as const) },
);

/** What counts, as a person would see it, and what each reading is. */
async function state({ database }: TestContext) {
  const figures = await database.allocation.findMany({
    where: { currentFrom: { not: null }, currentUntil: null },
    orderBy: { series: "asc" },
  });
  const editions = await database.edition.findMany();
  const readings = await database.reading.findMany({ orderBy: { id: "asc" } });
  return {
    figures: figures.map(({ series, fingerprint, checked }) => ({ series, fingerprint, checked })),
    current: editions.map(({ currentReadingId }) => currentReadingId),
    readings: readings.map(({ id, status }) => ({ id, status })),
  };
}

async function expectSound({ database }: TestContext): Promise<void> {
  const rows = await database.allocation.findMany();
  const counting = rows.filter(({ currentFrom, currentUntil }) => currentFrom && !currentUntil);
  expect(new Set(counting.map(({ series }) => series)).size).toBe(counting.length);
  for (const { currentFrom, currentUntil, endedBecause } of rows) {
    if (currentUntil) expect(currentUntil.getTime()).toBeGreaterThan(currentFrom?.getTime() ?? Number.NaN);
    expect(endedBecause !== null).toBe(currentUntil !== null);
  }
  const readings = new Map((await database.reading.findMany()).map((reading) => [reading.id, reading]));
  for (const { currentReadingId } of await database.edition.findMany()) {
    if (currentReadingId !== null) expect(readings.get(currentReadingId)?.status).toBe("published");
    else expect(counting).toEqual([]);
  }
}

it("in whatever order it's published, read and decided: one figure each, none overwritten, all can be taken back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 12 }), async (steps) => {
      const database = await createTestDatabase();
      const context = await createTestContext(database.url);
      try {
        const { publish, read } = await followAllocations(context);
        let parserVersion = 1;
        let correction = 0;
        for (const next of steps) {
          const written = await context.database.allocation.findMany({ orderBy: { id: "asc" } });
          const reader = () => inventedAllocations(String(parserVersion), correction);
          if (next.does === "publish") await publish(SHEETS[next.sheet] ?? "", undefined, reader());
          else if (next.does === "read again") {
            parserVersion += 1;
            correction += next.correction;
            await read(undefined, reader());
          } else await decide(context, next.does === "undo" ? "undo" : next.verb);
          await expectSound(context);
          const kept = await context.database.allocation.findMany({ orderBy: { id: "asc" } });
          const said = ({ currentUntil: _, endedBecause: __, ...row }: (typeof kept)[number]) => row;
          expect(kept.slice(0, written.length).map(said)).toEqual(written.map(said));
        }
      } finally {
        await context.close();
        await database.drop();
      }
    }),
    { numRuns: 20 },
  );
}, 180_000);

/** Decides about the reading met last; what can be decided can be taken back, and decided again. */
async function decide(context: TestContext, verb: keyof typeof VERBS | "undo"): Promise<void> {
  const reading = await context.database.reading.findFirst({ orderBy: [{ readAt: "desc" }, { id: "desc" }] });
  if (!reading) return;
  const request = { readingId: reading.id, reason: "Because." };
  const before = await state(context);
  context.clock.forward(1);
  try {
    if (verb === "undo") {
      await undoDecision(context, request);
      return;
    }
    await VERBS[verb](context, request);
  } catch (error) {
    if (!(error instanceof ReviewProblem)) throw error;
    expect(await state(context)).toEqual(before);
    return;
  }
  const after = await state(context);
  context.clock.forward(1);
  await undoDecision(context, request);
  expect(await state(context)).toEqual(before);
  context.clock.forward(1);
  await VERBS[verb](context, request);
  expect(await state(context)).toEqual(after);
}
