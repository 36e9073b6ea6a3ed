import { beforeEach, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import type { Money } from "@/domain/money";
import { pence } from "@/domain/money";
import { authorityProfile } from "@/present/authority-profile";
import { listChanges } from "@/present/changes";
import { exportTable } from "@/present/export-table";
import { readFigureAddress } from "@/review/figure-address";
import { type CorrectionRequest, recordCorrection } from "@/review/record-correction";
import { ReviewProblem } from "@/review/review-problem";
import { withdrawCorrection } from "@/review/withdraw-correction";
import { authorityShape } from "@/shapes/api-shapes";
import { changeShape } from "@/shapes/change-shapes";
import { createTestDatabase } from "@/testing/database";
import { fillStore, type StoredEdition, type StoreFiller } from "@/testing/factories";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { reviewJob } from "./review";

/*
 * Exampleshire (X01) plans £20 million before DfE money for 31 March 2025. Its return says £25 million: a digit too
 * many, says the council, it was £15 million. Oldshire (X02) is there to be left alone.
 */

const SERIES = "outturn|X01|2025-03-31";

let context: TestContext;
let store: StoreFiller;
let release: StoredEdition;

beforeEach(async () => {
  const database = await createTestDatabase();
  context = await createTestContext(database.url);
  store = fillStore(context.database);
  const list = await store.edition({ publication: "local-authorities", key: "list" });
  const documents = await store.edition({ publication: "safety-valve-agreements", key: "documents" });
  release = await store.edition({
    ...{ publication: "section-251-outturn", key: "2024-25", origin: "live", publishedOn: "2025-12-11" },
  });
  for (const [dfeCode, name] of [
    ["X01", "Exampleshire"],
    ["X02", "Oldshire"],
  ] as const) {
    await store.council(list, { dfeCode, name, gssCode: `X990000${dfeCode.slice(1)}` });
    await store.agreement(documents, {
      ...{ dfeCode, version: "2022", cohort: "2021-22", signedOn: "2022-03-01", totalPence: millions(20) },
      ...{ fromYear: "2021-22", toYear: "2026-27", balanceBy: "2026-27", balanceBySource: "agreement" },
    });
    await store.profilePoint(documents, {
      ...{ dfeCode, agreementVersion: "2022", financialYear: "2024-25", localContributions: "included" },
      deficitPence: millions(20),
    });
  }
  await publish(release, 25, "as printed");
  await publish(release, 19, "of Oldshire", "X02");
  return async () => {
    await context.close();
    await database.drop();
  };
});

const millions = (amount: number) => BigInt(amount * 100_000_000);

function publish(edition: StoredEdition, deficit: number, fingerprint: string, dfeCode = "X01") {
  return store.outturn(edition, {
    ...{ dfeCode, asAt: "2025-03-31", deficitPence: millions(deficit), basis: "gross", fingerprint },
    ...{ afterSafetyValve: "no", afterLocalContribution: "yes", series: `outturn|${dfeCode}|2025-03-31` },
  });
}

async function figureOf(dfeCode = "X01", fingerprint = "as printed") {
  const { id } = await context.database.outturn.findFirstOrThrow({ where: { dfeCode, fingerprint } });
  return { table: "outturn", id, column: "deficitPence" } as const;
}

async function request(wish: Partial<CorrectionRequest> = {}): Promise<CorrectionRequest> {
  return {
    figure: await figureOf(),
    corrected: pence(Number(millions(15))),
    reason: "A digit too many.",
    source: { title: "Letter of the council", url: "https://exampleshire.example/letter" },
    correctedOn: "2026-01-31",
    ...wish,
  };
}

async function correct(wish: Partial<CorrectionRequest> = {}) {
  context.clock.forward(1);
  return recordCorrection({ ...context, actor: "Ada" }, await request(wish));
}

function withdraw(correctionId: number, reason = "The council was mistaken.") {
  context.clock.forward(1);
  return withdrawCorrection({ ...context, actor: "Grace" }, { correctionId, reason });
}

function judge() {
  context.clock.forward(1);
  return assess(context);
}

async function profile() {
  const shown = await authorityProfile(context, "X01");
  if (!shown) throw new Error("Exampleshire isn't there.");
  return authorityShape.parse(shown);
}

const standing = async () => {
  const { status, verdicts, outturns } = await profile();
  return { status, verdict: verdicts[0]?.verdict, shown: outturns.map(({ deficitGbp }) => deficitGbp) };
};
const MISSED = { status: "missed", verdict: "missed", shown: [25_000_000] };
const KEPT = { status: "on-track", verdict: "met", shown: [15_000_000] };
const CORRECTION = {
  originalGbp: 25_000_000,
  reason: "A digit too many.",
  source: { title: "Letter of the council", url: "https://exampleshire.example/letter" },
  correctedOn: "2026-01-31",
};

describe("a figure corrected", () => {
  it("is judged by and shown corrected, with what was published and who says otherwise", async () => {
    await judge();
    expect(await standing()).toEqual(MISSED);
    await correct();
    expect(await judge()).toMatchObject({ unchanged: 1, cleared: 1 });
    expect(await standing()).toEqual(KEPT);
    const { outturns, latestOutturn, verdicts, corrections } = await profile();
    expect([outturns[0], latestOutturn].map((outturn) => outturn?.correction)).toEqual([
      CORRECTION,
      CORRECTION,
    ]);
    expect(verdicts[0]?.evidence.find(({ label }) => label.startsWith("Published deficit"))).toMatchObject({
      valueGbp: 15_000_000,
      correction: { ...CORRECTION, correctedGbp: 15_000_000 },
      source: { publication: "section-251-outturn" },
    });
    expect(corrections).toMatchObject([
      {
        ...{ figure: "Deficit at 31 March 2025, before DfE money (gross)", financialYear: "2024-25" },
        ...{ correctedGbp: 15_000_000, correction: CORRECTION, state: "applies" },
        source: { publication: "section-251-outturn", locator: { sheet: "Figures" } },
      },
    ]);
  });

  it("leaves the row, other councils and every other figure as they were", async () => {
    const before = await context.database.outturn.findMany({ orderBy: { id: "asc" } });
    await correct();
    await judge();
    expect(await context.database.outturn.findMany({ orderBy: { id: "asc" } })).toEqual(before);
    const { rows } = await exportTable(context, "outturns");
    expect(rows.map(({ dfeCode, deficitGbp }) => [dfeCode, deficitGbp])).toEqual([
      ["X01", 15_000_000],
      ["X02", 19_000_000],
    ]);
    expect((await exportTable(context, "corrections")).rows).toMatchObject([
      {
        ...{ dfeCode: "X01", correctedGbp: 15_000_000, correctionOriginalGbp: 25_000_000, state: "applies" },
        correctionSourceTitle: "Letter of the council",
      },
    ]);
  });

  it("judged again it is the same, and nothing is told twice", async () => {
    await correct();
    await judge();
    expect(await judge()).toMatchObject({ unchanged: 2, raised: 0, cleared: 0 });
    await expect(correct()).rejects.toMatchObject({ kind: "already-decided" });
    await expect(correct({ corrected: pence(1) })).rejects.toMatchObject({ kind: "already-decided" });
    expect(await context.database.correction.count()).toBe(1);
    expect(await context.database.change.count()).toBe(1);
  });

  it("is one change, from what was published to what it should have been", async () => {
    await correct();
    const { changes } = await listChanges(context, { kind: "figure-corrected" }, null);
    expect(changes.map((change) => changeShape.parse(change))).toMatchObject([
      {
        authority: { dfeCode: "X01" },
        summary:
          "Deficit at 31 March 2025, before DfE money (gross), corrected from £25 million to £15 million (down £10 million)",
        sizeGbp: -10_000_000,
        evidence: { before: { publication: "section-251-outturn" }, after: null },
        correction: {
          reason: CORRECTION.reason,
          source: CORRECTION.source,
          correctedOn: CORRECTION.correctedOn,
        },
      },
    ]);
  });

  it("of two people who correct it at once, one is told who was quicker", async () => {
    const outcomes = await Promise.allSettled([correct(), correct({ corrected: pence(1) })]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await context.database.correction.count()).toBe(1);
  });
});

describe("the publisher's own correction", () => {
  it.each<[string, () => Promise<unknown>, number[]]>([
    [
      "in the same edition",
      async () => {
        await context.database.outturn.updateMany({
          where: { fingerprint: "as printed" },
          data: { currentUntil: context.clock.now(), endedBecause: "revised" },
        });
        await publish(release, 16, "as mended");
      },
      [16_000_000],
    ],
    [
      "in a newer edition",
      async () =>
        publish(
          await store.edition({
            ...{
              publication: "section-251-outturn",
              key: "2025-26",
              origin: "live",
              publishedOn: "2026-11-12",
            },
          }),
          16,
          "as mended",
        ),
      [25_000_000, 16_000_000],
    ],
  ])("%s overtakes ours; the record keeps both", async (_, mend, shown) => {
    const { id } = await correct();
    await judge();
    await mend();
    expect(await judge()).toMatchObject({ unchanged: 1 });
    expect(await standing()).toEqual({ ...KEPT, shown });
    const { outturns, corrections, verdicts } = await profile();
    expect(outturns.map(({ correction }) => correction)).toEqual(shown.map(() => undefined));
    expect(JSON.stringify(verdicts)).not.toContain("Letter of the council");
    expect(corrections).toMatchObject([{ id, state: "overtaken", correction: CORRECTION }]);
    // Taking it back then changes no figure, and is no news.
    expect(await withdraw(id)).toMatchObject({ applied: false });
    expect((await profile()).corrections).toMatchObject([{ state: "withdrawn" }]);
    expect(await context.database.change.count({ where: { kind: "correction-withdrawn" } })).toBe(0);
  });

  it("comes to nothing where a newer edition repeats the error", async () => {
    await correct();
    const newer = await store.edition({
      ...{ publication: "section-251-outturn", key: "2025-26", origin: "live", publishedOn: "2026-11-12" },
    });
    await publish(newer, 25, "as printed");
    await judge();
    expect(await standing()).toEqual({ ...KEPT, shown: [15_000_000, 15_000_000] });
  });

  it("leaves nothing to correct in the older edition", async () => {
    const newer = await store.edition({
      ...{ publication: "section-251-outturn", key: "2025-26", origin: "live", publishedOn: "2026-11-12" },
    });
    await publish(newer, 16, "as mended");
    await expect(correct()).rejects.toMatchObject({ kind: "replaced" });
    expect(await context.database.correction.count()).toBe(0);
  });
});

describe("a correction withdrawn", () => {
  it("leaves the figure as published, and both in the record", async () => {
    const { id } = await correct();
    await judge();
    expect(await withdraw(id)).toMatchObject({ applied: true, actor: "Grace" });
    expect(await judge()).toMatchObject({ unchanged: 1, raised: 1 });
    expect(await standing()).toEqual(MISSED);
    const { outturns, corrections } = await profile();
    expect(outturns[0]).not.toHaveProperty("correction");
    expect(corrections).toMatchObject([
      { state: "withdrawn", withdrawn: { reason: "The council was mistaken." }, correction: CORRECTION },
    ]);
    const { changes } = await listChanges(context, {}, null);
    expect(changes.map(({ kind, correction }) => [kind, correction?.withdrawnBecause])).toEqual([
      ["correction-withdrawn", "The council was mistaken."],
      ["figure-corrected", undefined],
    ]);
    await expect(withdraw(id)).rejects.toMatchObject({ kind: "already-decided" });
  });

  it("can be followed by another, which is told again", async () => {
    await withdraw((await correct()).id);
    await correct({ reason: "The council has written again." });
    await judge();
    expect(await standing()).toEqual(KEPT);
    expect(await context.database.change.count({ where: { kind: "figure-corrected" } })).toBe(2);
    expect((await profile()).outturns[0]?.correction?.reason).toBe("The council has written again.");
  });

  it("with another reason is judged anew, though the sum is the same", async () => {
    const { id } = await correct();
    await judge();
    await withdraw(id);
    await correct({ reason: "The council has written again." });
    expect(await judge()).toMatchObject({ unchanged: 1 });
    expect(JSON.stringify((await profile()).verdicts)).toContain("The council has written again.");
  });

  it.each([
    ["there is none of that number", 4711, "Why.", "no-such-correction"],
    ["no reason is given", null, " ", "reason"],
  ])("%s: refused", async (_, number, reason, kind) => {
    const { id } = await correct();
    await expect(withdraw(number ?? id, reason)).rejects.toMatchObject({ kind });
    expect(await context.database.correctionWithdrawal.count()).toBe(0);
  });

  it.each(["correction", "correctionWithdrawal"] as const)("nobody edits a %s", async (table) => {
    await withdraw((await correct()).id);
    const rows = context.database[table] as typeof context.database.correction;
    await expect(rows.updateMany({ data: { actor: "Somebody else" } })).rejects.toThrow(/are a record/);
    await expect(rows.deleteMany()).rejects.toThrow(/are a record/);
  });
});

describe("what can be recorded", () => {
  const titled = (title: string, url: string | null = null) => ({ source: { title, url } });
  it.each<[string, Partial<CorrectionRequest>, string | null]>([
    ["a deficit that was none", { corrected: pence(0) }, null],
    ["a deficit that was a surplus", { corrected: pence(-1) }, null],
    ["a penny beside it", { corrected: pence(Number(millions(25)) + 1) }, null],
    ["what was published", { corrected: pence(Number(millions(25))) }, "amount"],
    ["all of England's money, ten times", { corrected: pence(10_000_000_000_000) }, null],
    ["a penny more", { corrected: pence(10_000_000_000_001) as Money }, "amount"],
    ["without a reason", { reason: " \n" }, "reason"],
    ["with a long reason", { reason: "x".repeat(1000) }, null],
    ["with too long a one", { reason: "x".repeat(1001) }, "reason"],
    ["without a source", titled(" "), "source"],
    ["with a source that has no address", titled("Letter"), null],
    ["with a long title", titled("x".repeat(300)), null],
    ["with too long a one", titled("x".repeat(301)), "source"],
    ["with an address that isn't one", titled("Letter", "the council's site"), "source"],
    ["with an address that runs", titled("Letter", "javascript:alert(1)"), "source"],
    ["today", { correctedOn: "2026-11-23" }, null],
    ["tomorrow", { correctedOn: "2026-11-24" }, "date"],
    ["on a day that doesn't exist", { correctedOn: "2026-02-30" }, "date"],
    ["before there was a grant", { correctedOn: "2006-03-31" }, "date"],
    ["on its first day", { correctedOn: "2006-04-01" }, null],
    [
      "of a figure that doesn't exist",
      { figure: { table: "outturn", id: 4711, column: "deficitPence" } },
      "no-such-figure",
    ],
  ])("%s", async (_, wish, problem) => {
    const attempt = correct(wish);
    if (problem === null) expect((await attempt).actor).toBe("Ada");
    else {
      await expect(attempt).rejects.toBeInstanceOf(ReviewProblem);
      await expect(attempt).rejects.toMatchObject({ kind: problem });
    }
    expect(await context.database.correction.count()).toBe(problem === null ? 1 : 0);
    expect(await context.database.change.count()).toBe(problem === null ? 1 : 0);
  });

  it.each<[string, object, string]>([
    ["held back", { currentFrom: null }, "wrong-state"],
    ["ended", { currentUntil: new Date("2026-11-23T09:30:00Z") }, "replaced"],
    ["published as missing", { deficitPence: null, missing: "not-available" }, "wrong-state"],
  ])("a figure that is %s can't be corrected", async (_, data, kind) => {
    await context.database.outturn.updateMany({ where: { series: SERIES }, data });
    await expect(correct()).rejects.toMatchObject({ kind });
  });

  it("what is allotted can't be below zero", async () => {
    await store.allocation(release, {
      ...{ dfeCode: "X01", financialYear: "2024-25", publishedOn: "2024-03-28" },
      ...{ beforeDeductionsPence: 1000n, afterDeductionsPence: 900n },
    });
    const { id } = await context.database.allocation.findFirstOrThrow();
    const figure = { table: "allocation", id, column: "afterDeductionsPence" } as const;
    await expect(correct({ figure, corrected: pence(-1) })).rejects.toMatchObject({ kind: "amount" });
    await correct({ figure, corrected: pence(800) });
    expect((await profile()).allocations).toMatchObject([
      {
        ...{ beforeDeductionsGbp: 10, afterDeductionsGbp: 8 },
        afterDeductionsCorrection: { originalGbp: 9 },
      },
    ]);
    expect((await profile()).allocations[0]).not.toHaveProperty("beforeDeductionsCorrection");
  });
});

describe("terms of an agreement", () => {
  it("each show their own correction", async () => {
    const { id: agreement } = await context.database.agreement.findFirstOrThrow({
      where: { dfeCode: "X01" },
    });
    const { id: point } = await context.database.profilePoint.findFirstOrThrow({ where: { dfeCode: "X01" } });
    const total = { table: "agreement", id: agreement, column: "totalPence" } as const;
    await correct({ figure: total, corrected: pence(Number(millions(21))) });
    const planned = { table: "profilePoint", id: point, column: "deficitPence" } as const;
    await correct({ figure: planned, corrected: pence(Number(millions(26))) });
    await judge();
    const shown = await profile();
    expect(shown.verdicts).toMatchObject([{ verdict: "met", promisedGbp: 26_000_000 }]);
    expect(shown.agreements).toMatchObject([
      {
        ...{ totalFundingGbp: 21_000_000, totalFundingCorrection: { originalGbp: 20_000_000 } },
        profile: [{ deficitGbp: 26_000_000, correction: { originalGbp: 20_000_000 } }],
      },
    ]);
  });
});

describe("npm run job -- review", () => {
  const run = async (...args: string[]) => {
    const lines: string[] = [];
    const settings = {
      runId: "test",
      sourceMode: "auto",
      trigger: "test",
      signal: AbortSignal.timeout(60_000),
    } as const;
    await reviewJob.run({
      ...settings,
      context,
      databaseUrl: "unused",
      args,
      progress: (line) => lines.push(line),
    });
    return lines.join("\n");
  };

  it("lists figures, corrects one, lists what was corrected and takes it back", async () => {
    const listed = await run("figures", "exampleshire");
    const address = /(outturn:\d+) {2}Deficit at 31 March 2025.*: £25,000,000\.00/.exec(listed)?.[1] ?? "";
    expect(readFigureAddress(address)).toEqual(await figureOf());
    const corrected = await run(
      ...[
        "correct",
        address,
        "£15 million",
        "2026-01-31",
        "Letter of the council",
        "-",
        "A digit",
        "too many.",
      ],
    );
    expect(corrected).toBe(
      `correction 1: ${address} published as £25,000,000.00, corrected to £15,000,000.00.`,
    );
    expect(await run("corrections")).toMatch(/^1 {2}X01 Deficit at .*\(applies\)\n.*A digit too many\.\n/);
    expect(await run("withdraw-correction", "1", "Mistaken.")).toContain("stands as published again");
    expect(await run("corrections")).toContain("(withdrawn)");
  });

  it.each([
    [["figures", "nowhere"], /no council "nowhere"/],
    [["correct", "outturn", "1"], /"outturn" isn't a figure/],
    [["correct", "flag:1", "1"], /isn't a figure/],
    [["correct", "outturn:1", "TBC", "2026-01-31", "Letter", "-", "Why."], /"TBC" isn't an amount/],
    [["withdraw-correction", "one"], /Usage/],
  ])("%j is refused in words", async (args, words) => {
    await expect(run(...args)).rejects.toThrow(words);
  });
});
