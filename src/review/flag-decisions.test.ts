import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { LONGEST_REASON } from "@/domain/read-reason";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { hideVerdicts, showVerdicts } from "./hide-verdicts";
import { LONGEST_REPLY, recordReply, takeReplyDown } from "./record-reply";
import { restoreFlag } from "./restore-flag";
import { withdrawFlag } from "./withdraw-flag";

/*
 * Exampleshire (X01) is flagged as missed twice over: above its profile, and short of balance. Sampleton (X02) signed
 * and nothing is held of it. Testbury (X03) never signed.
 */

const ABOVE = "X01-deficit-above-profile";
const SHORT = "X01-in-year-balance-missed";
const reason = "The agreement's table was read one row too low.";

let database: TestDatabase;
let context: TestContext;

beforeEach(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await fillJudgedEngland(context.database);
  await assess(context);
  context.clock.forward(1);
});
afterEach(async () => {
  await context.close();
  await database.drop();
});

const flag = (id: string) =>
  context.database.flag.findUniqueOrThrow({
    where: { id },
    include: { history: { orderBy: { id: "asc" } } },
  });
const status = async (dfeCode = "X01") =>
  (await context.database.councilStatus.findUniqueOrThrow({ where: { dfeCode } })).status;
const without = async (severity: string) => {
  const flags = await context.database.flag.findMany({ where: { dfeCode: "X01", severity, state: "open" } });
  for (const { id } of flags) await withdrawFlag(context, { flagId: id, reason });
};
/** As when the council's figures are looked at again. */
async function judgeAgain(): Promise<void> {
  await context.database.councilStatus.updateMany({ data: { digest: "asked again" } });
  context.clock.forward(1);
  await assess(context);
}

describe("withdrawing a flag", () => {
  it("says why in public, tells it in the flag's history, and keeps who decided it when", async () => {
    const at = context.clock.now();
    expect(await withdrawFlag(context, { flagId: ABOVE, reason: `  ${reason} ` })).toMatchObject({
      ...{ flagId: ABOVE, dfeCode: "X01", verb: "withdraw", reason, actor: "test", decidedAt: at },
      ...{ stateBefore: "open", state: "withdrawn", status: "missed" },
    });
    const row = await flag(ABOVE);
    expect(row).toMatchObject({ state: "withdrawn", withdrawnReason: reason, found: true });
    expect(row.history.at(-1)).toMatchObject({ kind: "withdrawn", at, reason, severity: "missed" });
    expect(await context.database.flagDecision.findMany()).toMatchObject([
      { flagId: ABOVE, dfeCode: "X01", verb: "withdraw", reason, actor: "test", decidedAt: at },
    ]);
  });

  it("takes its say in the status at once: the next gravest open flag counts, and nothing green comes of it", async () => {
    await withdrawFlag(context, { flagId: ABOVE, reason });
    expect(await status()).toBe("missed");
    await withdrawFlag(context, { flagId: SHORT, reason });
    expect(await status()).not.toBe("missed");
    await without("at-risk");
    expect(await status()).toBe("unknown");
    const all = await context.database.flag.findMany({ where: { dfeCode: "X01" } });
    expect(all.filter(({ state, severity }) => state === "open" && severity === "missed")).toEqual([]);
  });

  it("gives the status that the next assessment finds too", async () => {
    const { since } = await context.database.councilStatus.findUniqueOrThrow({ where: { dfeCode: "X01" } });
    await without("missed");
    const decided = await context.database.councilStatus.findUniqueOrThrow({ where: { dfeCode: "X01" } });
    expect(decided.since).not.toEqual(since);
    await judgeAgain();
    const judged = await context.database.councilStatus.findUniqueOrThrow({ where: { dfeCode: "X01" } });
    expect({ status: judged.status, since: judged.since }).toEqual({
      status: decided.status,
      since: decided.since,
    });
    expect((await flag(ABOVE)).state).toBe("withdrawn");
  });

  it.each([
    ["", "Say why: a decision needs a reason."],
    ["   ", "Say why: a decision needs a reason."],
    ["x".repeat(LONGEST_REASON + 1), `Keep the reason to ${LONGEST_REASON} characters`],
  ])("needs a reason of at most a thousand characters", async (said, message) => {
    await expect(withdrawFlag(context, { flagId: ABOVE, reason: said })).rejects.toThrow(message);
    expect((await flag(ABOVE)).state).toBe("open");
  });

  it.each([
    [ABOVE, "already-decided"],
    ["X01-no-such-rule", "no-such-flag"],
  ])("is refused for %s when it is withdrawn, or isn't one", async (flagId, kind) => {
    await withdrawFlag(context, { flagId: ABOVE, reason });
    await expect(withdrawFlag(context, { flagId, reason })).rejects.toMatchObject({ kind });
    expect(await context.database.flagDecision.count()).toBe(1);
  });

  it("by two people at once is one withdrawal: the second is told", async () => {
    const both = await Promise.allSettled([
      withdrawFlag(context, { flagId: ABOVE, reason }),
      withdrawFlag(context, { flagId: ABOVE, reason }),
    ]);
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await flag(ABOVE)).history.filter(({ kind }) => kind === "withdrawn")).toHaveLength(1);
  });

  it("waits for an assessment of the same council that is being stored", async () => {
    await context.database.councilStatus.updateMany({ data: { digest: "asked again" } });
    await Promise.all([assess(context), withdrawFlag(context, { flagId: ABOVE, reason })]);
    expect((await flag(ABOVE)).state).toBe("withdrawn");
    await judgeAgain();
    expect((await flag(ABOVE)).state).toBe("withdrawn");
  });
});

describe("restoring it", () => {
  it("opens it again while the rule still finds it; the whole course stands in its history", async () => {
    await withdrawFlag(context, { flagId: ABOVE, reason });
    await withdrawFlag(context, { flagId: SHORT, reason });
    const why = "The table was right after all.";
    expect(await restoreFlag(context, { flagId: ABOVE, reason: why })).toMatchObject({
      ...{ verb: "restore", stateBefore: "withdrawn", state: "open", status: "missed" },
    });
    const row = await flag(ABOVE);
    expect(row).toMatchObject({ state: "open", withdrawnReason: null, clearedAt: null });
    expect(row.history.map(({ kind, reason: said }) => [kind, said])).toEqual([
      ["raised", null],
      ["withdrawn", reason],
      ["restored", why],
    ]);
    expect(row.history.map(({ at }) => at.getTime())).toEqual(
      row.history.map(({ at }) => at.getTime()).toSorted((a, b) => a - b),
    );
    expect(await status()).toBe("missed");
  });

  it("clears it where the rule has ceased to find it meanwhile", async () => {
    await withdrawFlag(context, { flagId: ABOVE, reason });
    await context.database.outturn.updateMany({
      where: { asAt: "2024-03-31" },
      data: { currentUntil: context.clock.now(), endedBecause: "revised" },
    });
    await judgeAgain();
    expect(await flag(ABOVE)).toMatchObject({ state: "withdrawn", found: false });
    await restoreFlag(context, { flagId: ABOVE, reason });
    expect(await flag(ABOVE)).toMatchObject({ state: "cleared", clearedAt: context.clock.now() });
    expect(await status()).not.toBe("missed");
    await judgeAgain();
    expect((await flag(ABOVE)).state).toBe("cleared");
  });

  it("is refused for what isn't withdrawn", async () => {
    await expect(restoreFlag(context, { flagId: ABOVE, reason })).rejects.toMatchObject({
      kind: "wrong-state",
    });
  });
});

describe("a council's reply", () => {
  const reply = {
    ...{ flagId: ABOVE, text: "We dispute the figure.\r\nThe accounts say £15 million.", url: null },
    ...{
      saidBy: "Director of finance",
      saidOn: "2026-11-20",
      reason: "By e-mail from the council's address.",
    },
  };
  const replies = () => context.database.flagReply.findMany({ orderBy: { id: "asc" } });

  it("stands beside the flag in its own words, and earlier ones stay in the record", async () => {
    await recordReply(context, reply);
    await recordReply(context, { ...reply, text: "A second one.", url: " https://exampleshire.example/a " });
    expect(await replies()).toMatchObject([
      { text: "We dispute the figure.\nThe accounts say £15 million.", saidOn: "2026-11-20", url: null },
      { text: "A second one.", url: "https://exampleshire.example/a", actor: "test" },
    ]);
  });

  it("can be taken down, once", async () => {
    await recordReply(context, reply);
    await takeReplyDown(context, { flagId: ABOVE, reason: "At the council's request." });
    expect((await replies()).map(({ text }) => text)).toEqual([expect.any(String), null]);
    await expect(takeReplyDown(context, { flagId: ABOVE, reason: "Again." })).rejects.toMatchObject({
      kind: "wrong-state",
    });
  });

  it.each([
    [{ text: " " }, "words"],
    [{ text: "x".repeat(LONGEST_REPLY + 1) }, "words"],
    [{ saidBy: "" }, "words"],
    [{ saidOn: "yesterday" }, "date"],
    [{ saidOn: "2026-11-24" }, "date"],
    [{ url: "javascript:alert(1)" }, "source"],
    [{ reason: "" }, "reason"],
    [{ flagId: "X01-nothing" }, "no-such-flag"],
  ])("is refused with %j", async (wrong, kind) => {
    await expect(recordReply(context, { ...reply, ...wrong })).rejects.toMatchObject({ kind });
    expect(await replies()).toEqual([]);
  });
});

describe("hiding a council's verdicts", () => {
  const hidings = () => context.database.verdictHiding.findMany({ include: { ending: true } });

  it("is kept with who, when and why, and can be ended; then they may be hidden again", async () => {
    const at = context.clock.now();
    expect(await hideVerdicts(context, { dfeCode: "X01", reason })).toMatchObject({ dfeCode: "X01", at });
    await expect(hideVerdicts(context, { dfeCode: "X01", reason })).rejects.toMatchObject({
      kind: "already-decided",
    });
    await showVerdicts(context, { dfeCode: "X01", reason: "Settled." });
    await hideVerdicts(context, { dfeCode: "X01", reason: "Once more." });
    expect(await hidings()).toMatchObject([
      { reason, hiddenAt: at, actor: "test", ending: { reason: "Settled." } },
      { reason: "Once more.", ending: null },
    ]);
  });

  it("doesn't keep the council from being judged, out of sight", async () => {
    await hideVerdicts(context, { dfeCode: "X01", reason });
    await judgeAgain();
    expect(await status()).toBe("missed");
    expect((await flag(ABOVE)).state).toBe("open");
  });

  it.each([
    ["X03", "wrong-state"],
    ["X99", "no-such-council"],
  ])("is refused for %s, of which nothing is judged", async (dfeCode, kind) => {
    await expect(hideVerdicts(context, { dfeCode, reason })).rejects.toMatchObject({ kind });
    expect(await hidings()).toEqual([]);
  });

  it("can't be ended before it began", async () => {
    await expect(showVerdicts(context, { dfeCode: "X01", reason })).rejects.toMatchObject({
      kind: "wrong-state",
    });
  });
});

it.each([
  `UPDATE "FlagDecision" SET "reason" = 'x'`,
  `DELETE FROM "FlagDecision"`,
  `UPDATE "FlagReply" SET "text" = 'x'`,
  `DELETE FROM "FlagReply"`,
  `UPDATE "VerdictHiding" SET "reason" = 'x'`,
  `DELETE FROM "VerdictHidingEnd"`,
])("the database refuses %s", async (statement) => {
  await withdrawFlag(context, { flagId: ABOVE, reason });
  await recordReply(context, {
    ...{ flagId: ABOVE, text: "A reply.", saidBy: "Leader", saidOn: "2026-11-20", url: null, reason },
  });
  await hideVerdicts(context, { dfeCode: "X01", reason });
  await showVerdicts(context, { dfeCode: "X01", reason });
  await expect(context.database.$executeRawUnsafe(statement)).rejects.toThrow(/they are added to, never/);
});

describe("the audit log", () => {
  it("says who did what to which flag or council, from what to what, and why", async () => {
    const flagId = ABOVE;
    const office = { saidBy: "Director of Finance", saidOn: "2026-11-01", url: null, reason };
    await withdrawFlag(context, { flagId, reason });
    await restoreFlag(context, { flagId, reason });
    await hideVerdicts(context, { dfeCode: "X01", reason });
    await showVerdicts(context, { dfeCode: "X01", reason });
    await recordReply(context, { flagId, text: "We disagree.", ...office });
    await takeReplyDown(context, { flagId, reason });
    const entries = await context.database.auditEntry.findMany({ orderBy: { id: "asc" } });
    const flag = { actor: "test", reason, subjectKind: "flag", subjectId: ABOVE };
    const council = { ...flag, subjectKind: "council", subjectId: "X01" };
    expect(entries).toMatchObject([
      { ...flag, verb: "flag.withdraw", before: { state: "open" }, after: { state: "withdrawn" } },
      { ...flag, verb: "flag.restore", before: { state: "withdrawn" }, after: { state: "open" } },
      { ...council, verb: "verdicts.hide", before: { hidden: false }, after: { hidden: true } },
      { ...council, verb: "verdicts.show", before: { hidden: true }, after: { hidden: false } },
      { ...flag, verb: "reply.record", after: { saidOn: "2026-11-01" } },
      { ...flag, verb: "reply.take-down", after: { reply: null } },
    ]);
  });

  it("has nothing of what was refused", async () => {
    await withdrawFlag(context, { flagId: ABOVE, reason });
    await expect(withdrawFlag(context, { flagId: ABOVE, reason })).rejects.toThrow(/withdrawn already/);
    await expect(showVerdicts(context, { dfeCode: "X01", reason })).rejects.toThrow(/aren't hidden/);
    expect(await context.database.auditEntry.count()).toBe(1);
  });
});
