import { beforeEach, describe, expect, it } from "vitest";
import { currentFigures } from "@/present/current-figures";
import { createTestDatabase } from "@/testing/database";
import { fillStore } from "@/testing/factories";
import {
  ALLOCATIONS_ADDRESS,
  type AllocationSheet,
  followAllocations,
  inventedAllocations,
} from "@/testing/invented-allocations";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { approveReading } from "./approve-reading";
import { confirmReading } from "./confirm-reading";
import type { Decision, DecisionRequest } from "./decide";
import { loadReadingFigures } from "./load-reading-figures";
import { loadReviewQueue } from "./load-review-queue";
import { rejectReading } from "./reject-reading";
import { ReviewProblem } from "./review-problem";
import { undoDecision } from "./undo-decision";

const VERBS = {
  approve: approveReading,
  reject: rejectReading,
  confirm: confirmReading,
  undo: undoDecision,
} as const;
type Verb = keyof typeof VERBS;

let context: TestContext;
let { read, publish }: Awaited<ReturnType<typeof followAllocations>> = {} as never;

beforeEach(async () => {
  const database = await createTestDatabase();
  context = await createTestContext(database.url);
  ({ read, publish } = await followAllocations(context));
  return async () => {
    await context.close();
    await database.drop();
  };
});

async function decide(verb: Verb, readingId: number, reason = "Compared with the document.", actor = "Ada") {
  context.clock.forward(1);
  return VERBS[verb]({ ...context, actor }, { readingId, reason });
}

/** What the pages show: pounds by council, with a question mark where nobody has checked. */
async function shown(): Promise<Record<string, string>> {
  const rows = await currentFigures(context.database).allocation.findMany({ orderBy: { dfeCode: "asc" } });
  return Object.fromEntries(
    rows.map((row) => [row.dfeCode, `${Number(row.beforeDeductionsPence) / 100}${row.checked ? "" : "?"}`]),
  );
}

async function shownOn(instant: Date): Promise<Record<string, number>> {
  const rows = await context.database.allocation.findMany({
    where: { currentFrom: { lte: instant }, OR: [{ currentUntil: null }, { currentUntil: { gt: instant } }] },
    orderBy: { dfeCode: "asc" },
  });
  return Object.fromEntries(rows.map((row) => [row.dfeCode, Number(row.beforeDeductionsPence) / 100]));
}

const statusOf = async (id: number) =>
  (await context.database.reading.findUniqueOrThrow({ where: { id } })).status;
const openFindings = async () =>
  (await context.database.finding.findMany({ where: { resolvedAt: null } })).map(({ kind }) => kind);
const waiting = async () => (await loadReviewQueue(context)).map(({ readingId, kind }) => [readingId, kind]);

const GOOD: AllocationSheet = { councils: { X01: 1000, X02: 2000 } };
const ODD: AllocationSheet = { councils: { X01: 9000, X02: 2000, X03: 3 }, wrongTotal: true };
const NOT_JSON = "<h1>The allocations have moved</h1>";

describe("what can be decided about a reading in which state", () => {
  const states: Readonly<Record<string, () => Promise<number>>> = {
    held: async () => (await publish(ODD)).readingId,
    "not understood": async () => (await publish(NOT_JSON)).readingId,
    published: async () => (await publish(GOOD)).readingId,
    "published with doubts": async () => (await publish({ ...GOOD, doubt: true })).readingId,
    "published, not confirmed": async () => (await publish({ ...GOOD, unchecked: ["X02"] })).readingId,
    approved: async () => (await decide("approve", (await publish(ODD)).readingId)).readingId,
    rejected: async () => (await decide("reject", (await publish(ODD)).readingId)).readingId,
    confirmed: async () => {
      const { readingId } = await publish({ ...GOOD, unchecked: ["X02"] });
      return (await decide("confirm", readingId)).readingId;
    },
    "held and replaced": async () => {
      const { readingId } = await publish(ODD);
      await publish(GOOD);
      return readingId;
    },
    "published and replaced": async () => {
      const { readingId } = await publish(GOOD);
      await publish({ councils: { X01: 1500 } });
      return readingId;
    },
    "read again by a newer reader": async () => {
      const { readingId } = await publish(ODD);
      await read(undefined, inventedAllocations("2"));
      return readingId;
    },
    "our copy of what the publisher has published": async () => {
      await publish(GOOD);
      return (await publish({ councils: { X01: 1 } }, context.fetchers.bundled)).readingId;
    },
  };

  it.each([
    ["held", "published", "rejected", "wrong-state", "wrong-state"],
    ["not understood", "wrong-state", "rejected", "wrong-state", "wrong-state"],
    ["published", "wrong-state", "rejected", "wrong-state", "wrong-state"],
    ["published with doubts", "wrong-state", "rejected", "published", "wrong-state"],
    ["published, not confirmed", "wrong-state", "rejected", "published", "wrong-state"],
    ["approved", "already-decided", "rejected", "wrong-state", "held"],
    ["rejected", "wrong-state", "already-decided", "wrong-state", "held"],
    ["confirmed", "wrong-state", "rejected", "already-decided", "published"],
    ["held and replaced", "replaced", "replaced", "wrong-state", "wrong-state"],
    ["published and replaced", "wrong-state", "replaced", "replaced", "wrong-state"],
    ["read again by a newer reader", "replaced", "replaced", "wrong-state", "wrong-state"],
    [
      "our copy of what the publisher has published",
      "wrong-state",
      "wrong-state",
      "wrong-state",
      "wrong-state",
    ],
  ])("%s: approve %s, reject %s, confirm %s, undo %s", async (state, ...expected) => {
    const reading = states[state];
    if (!reading) throw new Error(`There is no state "${state}".`);
    const readingId = await reading();
    const figures = await shown();
    const met: string[] = [];
    for (const verb of ["approve", "reject", "confirm", "undo"] as const) {
      const decided = await decide(verb, readingId).then(
        ({ status }) => ({ status, problem: null }),
        (error: unknown) => ({ status: null, problem: error }),
      );
      if (decided.status === null) {
        expect(decided.problem).toBeInstanceOf(ReviewProblem);
        met.push((decided.problem as ReviewProblem).kind);
        continue;
      }
      met.push(decided.status);
      // Taken back at once, or put back, so that each verb meets the same state.
      if (verb !== "undo") await decide("undo", readingId, "Only tried.");
      expect(await (verb === "undo" ? null : shown())).toEqual(verb === "undo" ? null : figures);
    }
    expect(met).toEqual(expected);
  });

  it("there is no such reading", async () => {
    await expect(decide("approve", 4711)).rejects.toMatchObject({ kind: "no-such-reading" });
  });
});

describe("the reason", () => {
  it.each([
    ["", false],
    [" \n\t", false],
    ["x", true],
    ["x".repeat(1000), true],
    [` ${"x".repeat(1000)} `, true],
    ["x".repeat(1001), false],
  ])("%j may be given: %s", async (reason, allowed) => {
    const { readingId } = await publish(ODD);
    const attempt = decide("approve", readingId, reason);
    if (allowed) expect((await attempt).reason).toBe(reason.trim());
    else await expect(attempt).rejects.toMatchObject({ kind: "reason" });
    expect(await context.database.reviewDecision.count()).toBe(allowed ? 1 : 0);
  });
});

describe("a held edition", () => {
  it("waits with its snapshot, its draft figures and the reasons", async () => {
    await publish(GOOD);
    const { readingId } = await publish(ODD);
    expect(await loadReviewQueue(context)).toMatchObject([
      {
        readingId,
        kind: "held",
        status: "held",
        publication: { id: "dsg-allocations", title: "Invented allocations" },
        edition: { key: "2023-24@undated" },
        url: ALLOCATIONS_ADDRESS,
        title: "Allocations",
        origin: "live",
        figures: 3,
        why: [{ kind: "total-differs", severity: "stop" }],
        decisions: [],
      },
    ]);
    const figures = await loadReadingFigures(context, readingId);
    expect(figures?.figures.map(({ columns }) => [columns.dfeCode, columns.beforeDeductionsPence])).toEqual([
      ["X01", 900_000n],
      ["X02", 200_000n],
      ["X03", 300n],
    ]);
    expect(figures?.counting).toHaveLength(2);
  });

  it("counts once it's approved, and no earlier figure is lost", async () => {
    await publish(GOOD);
    const before = context.clock.now();
    const { readingId } = await publish(ODD);
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });

    const decision = await decide("approve", readingId, "The sum is of a footnoted council.");
    expect(decision).toMatchObject({ verb: "approve", actor: "Ada", status: "published", written: 2 });
    expect(await shown()).toEqual({ X01: "9000", X02: "2000", X03: "3" });
    expect(await shownOn(before)).toEqual({ X01: 1000, X02: 2000 });
    const ended = await context.database.allocation.findMany({ where: { currentUntil: { not: null } } });
    expect(ended).toMatchObject([
      { dfeCode: "X01", endedBecause: "revised", currentUntil: decision.decidedAt },
    ]);
    expect(await context.database.reading.findUniqueOrThrow({ where: { id: readingId } })).toMatchObject({
      decidedAt: decision.decidedAt,
      decidedBy: "Ada",
      decisionReason: "The sum is of a footnoted council.",
    });
    expect(await openFindings()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it("takes the place of our archive's copy once it's approved", async () => {
    await publish({ councils: { X01: 1, X03: 7 } }, context.fetchers.bundled);
    const { readingId } = await publish({ ...ODD, key: "2023-24@2024-03-18" });
    expect(await shown()).toEqual({ X01: "1", X03: "7" });
    await decide("approve", readingId);
    expect(await shown()).toEqual({ X01: "9000", X02: "2000", X03: "3" });
    await decide("undo", readingId);
    expect(await shown()).toEqual({ X01: "1", X03: "7" });
  });

  it.each(["approve", "reject"] as const)("is settled after %s: the same file is no news", async (verb) => {
    await publish(GOOD);
    const { readingId } = await publish(ODD);
    await decide(verb, readingId);
    const figures = await shown();
    expect(await read()).toMatchObject({ status: "unchanged", figures: 0, findings: 0 });
    expect(await read(undefined, inventedAllocations("2"))).toMatchObject({ figures: 0, findings: 0 });
    expect(await shown()).toEqual(figures);
    expect(await openFindings()).toEqual([]);
    expect(await waiting()).toEqual([]);
  });

  it.each(["approve", "reject"] as const)(
    "after %s: read otherwise by a newer reader it waits again",
    async (verb) => {
      await publish(GOOD);
      const { readingId } = await publish(ODD);
      await decide(verb, readingId);
      expect(await read(undefined, inventedAllocations("2", 1))).toMatchObject({
        status: "held",
        figures: 0,
      });
      expect((await waiting()).map(([, kind]) => kind)).toEqual(["held"]);
    },
  );

  it("needs approval again when the document changes, and not when it comes back", async () => {
    const { readingId } = await publish(ODD);
    await decide("approve", readingId);
    expect(await publish({ ...ODD, councils: { X01: 9001 } })).toMatchObject({ status: "held" });
    expect(await shown()).toEqual({ X01: "9000", X02: "2000", X03: "3" });
    expect(await publish(GOOD)).toMatchObject({ status: "ok" });
    expect(await publish(ODD)).toMatchObject({ status: "ok", findings: 0 });
    expect(await shown()).toEqual({ X01: "9000", X02: "2000", X03: "3" });
    expect(await openFindings()).toEqual([]);

    // Taking the approval back then leads to what counted last, not to what counted first.
    await decide("undo", readingId);
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
    expect(await openFindings()).toEqual(["total-differs"]);
    expect(await waiting()).toEqual([[readingId, "held"]]);
  });

  it("leaves the queue when a newer document takes its place", async () => {
    await publish(ODD);
    const { readingId } = await publish({ ...ODD, councils: { X01: 8 } });
    expect(await waiting()).toEqual([[readingId, "held"]]);
    await publish(GOOD);
    expect(await waiting()).toEqual([]);
  });
});

describe("a document that wasn't understood", () => {
  it("waits, and is gone once a person has set it aside", async () => {
    const { readingId } = await publish(NOT_JSON);
    expect(await waiting()).toEqual([[readingId, "not-understood"]]);
    await decide("reject", readingId, "A page about maintenance.");
    expect(await waiting()).toEqual([]);
    expect(await read()).toMatchObject({ status: "unchanged", findings: 0 });
    await decide("undo", readingId);
    expect(await waiting()).toEqual([[readingId, "not-understood"]]);
  });
});

describe("a published reading that is rejected", () => {
  it("gives way to what it had replaced; nothing is overwritten", async () => {
    const first = await publish(GOOD);
    const { readingId } = await publish({ councils: { X01: 5, X03: 3 }, doubt: true });
    const between = context.clock.now();
    expect(await waiting()).toEqual([[readingId, "doubtful"]]);

    await decide("reject", readingId, "The publisher has withdrawn the file.");
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
    expect(await shownOn(between)).toEqual({ X01: 5, X03: 3 });
    const edition = await context.database.edition.findFirstOrThrow();
    expect(edition.currentReadingId).toBe(first.readingId);
    const back = await context.database.allocation.findFirstOrThrow({
      where: { dfeCode: "X02", currentUntil: null },
    });
    expect(back).toMatchObject({
      readingId: first.readingId,
      locator: { sheet: "Allocations", cell: "C02" },
    });
    const rejected = await context.database.allocation.findMany({ where: { endedBecause: "rejected" } });
    expect(rejected.map(({ dfeCode }) => dfeCode).sort()).toEqual(["X01", "X03"]);

    expect(await read()).toMatchObject({ status: "unchanged", figures: 0, findings: 0 });
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
  });

  it("leaves nothing where there was nothing before, and the publisher's next file counts", async () => {
    const { readingId } = await publish(GOOD);
    await decide("reject", readingId);
    expect(await shown()).toEqual({});
    await publish({ councils: { X01: 1001 } });
    expect(await shown()).toEqual({ X01: "1001" });
  });

  it("brings our archive's copy back, but not where another edition of the publisher's counts", async () => {
    await publish({ councils: { X01: 1, X02: 2 } }, context.fetchers.bundled);
    const { readingId } = await publish({ key: "2023-24@2024-03-18", councils: { X01: 10 } });
    expect(await shown()).toEqual({ X01: "10" });
    await decide("reject", readingId);
    expect(await shown()).toEqual({ X01: "1", X02: "2" });
    await decide("undo", readingId);
    expect(await shown()).toEqual({ X01: "10" });

    const later = await publish({ key: "2023-24@2024-07-18", councils: { X01: 11 } });
    await decide("reject", later.readingId);
    expect(await shown()).toEqual({ X01: "10" });
  });

  it("is rejected for good, also when a newer reader had read the same bytes in between", async () => {
    await publish(GOOD);
    await publish({ councils: { X01: 5 } });
    await read(undefined, inventedAllocations("2"));
    const again = await context.database.reading.findFirstOrThrow({ orderBy: { id: "desc" } });
    await decide("reject", again.id);
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
  });
});

describe("what is brought back", () => {
  it("isn't the document itself, met again while another one was held", async () => {
    const { readingId } = await publish(GOOD);
    await publish(ODD);
    await publish(GOOD);
    await decide("reject", readingId);
    expect(await shown()).toEqual({});
  });

  it("isn't an earlier reading of bytes that were rejected since", async () => {
    await publish(GOOD);
    await read(undefined, inventedAllocations("2"));
    const again = await context.database.reading.findFirstOrThrow({ orderBy: { id: "desc" } });
    await decide("reject", again.id);
    const odd = await publish(ODD, undefined, inventedAllocations("2"));
    await decide("approve", odd.readingId);
    await decide("undo", odd.readingId);
    expect(await shown()).toEqual({});
    expect((await context.database.edition.findFirstOrThrow()).currentReadingId).toBeNull();
  });

  it("is never nothing at all in place of the reference list, on which every figure rests", async () => {
    const fill = fillStore(context.database);
    const edition = await fill.edition({ publication: "local-authorities", key: "local-authorities" });
    await fill.council(edition, { dfeCode: "X01", gssCode: "X99000001", name: "Exampleshire" });
    await expect(decide("reject", edition.readingId)).rejects.toMatchObject({ kind: "wrong-state" });
    expect(await statusOf(edition.readingId)).toBe("published");
  });
});

describe("machine-read figures", () => {
  const machineRead: AllocationSheet = { ...GOOD, unchecked: ["X01", "X02"] };

  it("wait until a person has confirmed them, and are then checked", async () => {
    const { readingId } = await publish(machineRead);
    expect(await shown()).toEqual({ X01: "1000?", X02: "2000?" });
    expect(await loadReviewQueue(context)).toMatchObject([
      { readingId, kind: "unconfirmed-terms", unconfirmed: 2 },
    ]);
    expect(await decide("confirm", readingId)).toMatchObject({ status: "published", written: 2 });
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
    expect(await waiting()).toEqual([]);
    const ended = await context.database.allocation.findMany({ where: { currentUntil: { not: null } } });
    expect(ended.map(({ checked, endedBecause }) => [checked, endedBecause])).toEqual([
      [false, "confirmed"],
      [false, "confirmed"],
    ]);
  });

  it("stay confirmed when the same bytes are met, or read again as before", async () => {
    const { readingId } = await publish(machineRead);
    await decide("confirm", readingId);
    await read();
    expect(await read(undefined, inventedAllocations("2"))).toMatchObject({ figures: 0 });
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
    expect(await waiting()).toEqual([]);
  });

  it("wait again when a newer reader reads them otherwise", async () => {
    const { readingId } = await publish(machineRead);
    await decide("confirm", readingId);
    await read(undefined, inventedAllocations("2", 1));
    expect(await shown()).toEqual({ X01: "1001?", X02: "2001?" });
    expect((await waiting()).map(([, kind]) => kind)).toEqual(["unconfirmed-terms"]);
  });

  it("wait again in another document, even where it says the same", async () => {
    const { readingId } = await publish(machineRead);
    await decide("confirm", readingId);
    await publish({ councils: { X01: 1000, X02: 2500 }, unchecked: ["X01", "X02"] });
    expect(await shown()).toEqual({ X01: "1000?", X02: "2500?" });
  });

  it("are machine-read again when the confirmation is taken back, also after a newer reader", async () => {
    const { readingId } = await publish({ councils: { X01: 1, X02: 2 }, unchecked: ["X02"] });
    await decide("confirm", readingId);
    await read(undefined, inventedAllocations("2"));
    const again = await context.database.reading.findFirstOrThrow({ orderBy: { id: "desc" } });
    await decide("undo", again.id);
    expect(await shown()).toEqual({ X01: "1", X02: "2?" });
    expect((await waiting()).map(([, kind]) => kind)).toEqual(["unconfirmed-terms"]);
  });

  it("settles doubts too, and only those that were before the person", async () => {
    const { readingId } = await publish({ ...GOOD, doubt: true });
    await decide("confirm", readingId);
    expect(await openFindings()).toEqual([]);
    const reader = inventedAllocations("2");
    expect(await read(undefined, reader)).toMatchObject({ findings: 0 });
    const stricter = inventedAllocations("3");
    await read(undefined, {
      ...stricter,
      check: () => [{ kind: "stale-title", severity: "doubt", message: "The title is of last year." }],
    });
    expect(await openFindings()).toEqual(["stale-title"]);
  });
});

describe("taking back", () => {
  it("undoes the last decision that stands, one after the other, and keeps the record", async () => {
    await publish(GOOD);
    const { readingId } = await publish({ ...ODD, unchecked: ["X03"] });
    const decisions: Decision[] = [
      await decide("approve", readingId),
      await decide("confirm", readingId),
      await decide("reject", readingId),
    ];
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
    const states: unknown[] = [];
    for (const decision of [...decisions].reverse()) {
      await decide("undo", readingId, `Not ${decision.verb} after all.`);
      states.push([await statusOf(readingId), await shown()]);
    }
    expect(states).toEqual([
      ["published", { X01: "9000", X02: "2000", X03: "3" }],
      ["published", { X01: "9000", X02: "2000", X03: "3?" }],
      ["held", { X01: "1000", X02: "2000" }],
    ]);
    await expect(decide("undo", readingId)).rejects.toMatchObject({ kind: "wrong-state" });
    const [entry] = await loadReviewQueue(context);
    expect(entry?.decisions.map(({ verb, undoesId }) => [verb, undoesId])).toEqual([
      ["approve", null],
      ["confirm", null],
      ["reject", null],
      ["undo", decisions[2]?.id],
      ["undo", decisions[1]?.id],
      ["undo", decisions[0]?.id],
    ]);
    expect(await openFindings()).toEqual(["total-differs"]);
  });

  it("lets it be decided anew", async () => {
    const { readingId } = await publish(ODD);
    await decide("approve", readingId);
    await decide("undo", readingId);
    await decide("reject", readingId);
    expect(await statusOf(readingId)).toBe("rejected");
    expect(await context.database.reading.findUniqueOrThrow({ where: { id: readingId } })).toMatchObject({
      decidedBy: "Ada",
    });
  });

  it("the record itself refuses to be edited", async () => {
    const { readingId } = await publish(ODD);
    const { id } = await decide("approve", readingId);
    await expect(
      context.database.reviewDecision.update({ where: { id }, data: { reason: "Another." } }),
    ).rejects.toThrow(/record/);
  });
});

describe("at the same time", () => {
  it("of two people one decides, the other is told by whom it was done", async () => {
    const { readingId } = await publish(ODD);
    const request: DecisionRequest = { readingId, reason: "It adds up." };
    const both = await Promise.allSettled([
      approveReading({ ...context, actor: "Ada" }, request),
      approveReading({ ...context, actor: "Grace" }, request),
    ]);
    const [first] = both.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    const problems = both.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toBeInstanceOf(ReviewProblem);
    expect(problems[0].message).toMatch(
      new RegExp(`^Already approved by ${first?.actor} on \\d+ November 2026, \\d+:\\d\\d[ap]m\\.$`),
    );
    expect(await shown()).toEqual({ X01: "9000", X02: "2000", X03: "3" });
    expect(await context.database.reviewDecision.count()).toBe(1);
  });

  it("of approve and reject one is told what the other has decided", async () => {
    const { readingId } = await publish(ODD);
    const request: DecisionRequest = { readingId, reason: "One of us is wrong." };
    const both = await Promise.allSettled([
      approveReading({ ...context, actor: "Ada" }, request),
      rejectReading({ ...context, actor: "Grace" }, request),
    ]);
    const decided = both.filter(({ status }) => status === "fulfilled");
    const status = await statusOf(readingId);
    // Whoever comes second meets what the first has made of it: rejecting what counts is possible, approving what is rejected isn't.
    expect(decided.length).toBe(await context.database.reviewDecision.count());
    expect(status).toBe("rejected");
    expect(await shown()).toEqual({});
  });

  it("a document being stored and a decision come one after the other", async () => {
    const first = await publish(ODD);
    context.fetchers.live.publish(ALLOCATIONS_ADDRESS, JSON.stringify(GOOD));
    const [, approval] = await Promise.allSettled([
      read(),
      approveReading({ ...context, actor: "Ada" }, { readingId: first.readingId, reason: "It adds up." }),
    ]);
    if (approval.status === "rejected") expect(approval.reason).toMatchObject({ kind: "replaced" });
    expect(await shown()).toEqual({ X01: "1000", X02: "2000" });
    const rows = await context.database.allocation.findMany({ where: { currentUntil: { not: null } } });
    for (const { currentFrom, currentUntil } of rows) {
      expect(currentUntil?.getTime()).toBeGreaterThanOrEqual(currentFrom?.getTime() ?? Number.NaN);
    }
  });
});
