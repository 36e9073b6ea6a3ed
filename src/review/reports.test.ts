import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { LONGEST_ANSWER, LONGEST_NOTE, REPORTER_DAYS } from "@/domain/reports/report";
import { deliver } from "@/notify/deliver";
import { forgetOldMessages } from "@/notify/store-forgotten";
import { correctionNotes } from "@/present/correction-notes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { answerReport, closeReport, reopenReport } from "./decide-report";
import { forgetReporters } from "./forget-reporters";
import { countOpenReports, loadReport, loadReports } from "./load-reports";
import { publishNote } from "./publish-note";
import { type TakenReport, takeReport } from "./take-report";
import { withdrawNote } from "./withdraw-note";

const ANN = "ann@example.org";
const reason = "It says nothing that could be looked into.";

let testDatabase: TestDatabase;
let context: TestContext;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  context = await createTestContext(testDatabase.url);
  await fillJudgedEngland(context.database);
});
beforeEach(async () => {
  // Rows of a record can't be deleted one by one.
  await context.database
    .$executeRaw`TRUNCATE "ErrorReport", "ReportDecision", "CorrectionNote", "CorrectionNoteWithdrawal", "Delivery" CASCADE`;
  context.mailer.accepted.length = 0;
  context.clock.forward(1);
});
afterAll(async () => {
  await context.close();
  await testDatabase.drop();
});

function report(wish: Partial<TakenReport> = {}): Promise<number> {
  return takeReport(context, {
    ...{ figure: "3f2a9c1b2d3e;cell=C5", flagId: null, dfeCode: "X01" },
    ...{ about: "Exampleshire: Deficit at 31 March 2024", shown: "Deficit: £17,000,000" },
    ...{ text: "One row too low.", expected: "£16 million", sourceUrl: null, email: ANN },
    ...wish,
  });
}
const stateOf = async (reportId: number) => (await loadReport(context, reportId))?.report.state;
const answered = async (wrong: boolean, wish: Partial<TakenReport> = {}) => {
  const reportId = await report(wish);
  await answerReport(context, { reportId, wrong, text: "You are right." });
  return reportId;
};
const audits = (subjectId: number) =>
  context.database.auditEntry.findMany({
    where: { subjectId: String(subjectId), at: context.clock.now() },
    orderBy: { id: "asc" },
  });

describe("an answer", () => {
  it("is mailed to whoever gave an address, once, in its own words and nobody else's", async () => {
    const reportId = await report();
    const text = "Thank you.\r\n\r\nThe return was read one row too low.  ";
    expect(await answerReport(context, { reportId, wrong: true, text })).toEqual({
      ...{ reportId, state: "answered", mailed: true },
    });
    expect(await deliver(context, "personal")).toMatchObject({ sent: 1 });
    const [mail] = context.mailer.accepted;
    expect(mail).toMatchObject({ to: ANN, subject: `Our answer to your report ${reportId}` });
    expect(mail?.text.replaceAll("\n", " ")).toContain("Exampleshire: Deficit at 31 March 2024");
    expect(mail?.text).toContain("The return was read one row too low.");
    expect(mail?.text).toContain("https://tracker.example.org/authorities/exampleshire");
    expect(mail?.text).not.toContain("One row too low.");
    expect(mail?.headers).not.toHaveProperty("List-Unsubscribe");
    expect(await deliver(context, "personal")).toMatchObject({ sent: 0 });
  });

  it("is only kept where no address was given", async () => {
    const reportId = await report({ email: null });
    expect(await answerReport(context, { reportId, wrong: false, text: "It stands." })).toMatchObject({
      mailed: false,
    });
    expect(await context.database.delivery.count()).toBe(0);
    expect((await loadReport(context, reportId))?.report.decisions).toMatchObject([
      { verb: "answer", wrong: false, text: "It stands.", mailed: false, actor: "test" },
    ]);
  });

  it.each<[Partial<TakenReport>, string]>([
    [{}, "/authorities/exampleshire"],
    [{ figure: null, flagId: "X01-deficit-above-profile" }, "/flags/X01-deficit-above-profile"],
    [{ figure: null, dfeCode: null }, "/"],
    [{ dfeCode: "X99" }, "/"],
  ])("about %j leads to %s", async (wish, path) => {
    await answered(false, wish);
    expect((await context.database.delivery.findFirstOrThrow()).content).toMatchObject({ path });
  });

  it.each([
    ["", "The answer is missing."],
    [" \n ", "The answer is missing."],
    ["x".repeat(LONGEST_ANSWER + 1), `${LONGEST_ANSWER} characters at the most`],
  ])("has to say something, and not too much", async (text, message) => {
    const reportId = await report();
    await expect(answerReport(context, { reportId, wrong: true, text })).rejects.toThrow(message);
    expect(await stateOf(reportId)).toBe("open");
    expect(await context.database.delivery.count()).toBe(0);
  });

  it("may be as long as it may be", async () => {
    const reportId = await report();
    await answerReport(context, { reportId, wrong: true, text: "x".repeat(LONGEST_ANSWER) });
    expect(await stateOf(reportId)).toBe("answered");
  });
});

describe("a report", () => {
  const verbs = {
    answer: (reportId: number) => answerReport(context, { reportId, wrong: true, text: "You are right." }),
    close: (reportId: number) => closeReport(context, { reportId, reason }),
    reopen: (reportId: number) => reopenReport(context, { reportId, reason }),
  };
  type Verb = keyof typeof verbs;

  it.each<[readonly Verb[], string]>([
    [["answer"], "answered"],
    [["close"], "closed"],
    [["answer", "reopen"], "open"],
    [["close", "reopen"], "open"],
    [["close", "reopen", "answer"], "answered"],
    [["answer", "reopen", "close", "reopen"], "open"],
  ])("after %j is %s", async (steps, state) => {
    const reportId = await report();
    for (const step of steps) expect(await verbs[step](reportId)).toMatchObject({ reportId });
    expect(await stateOf(reportId)).toBe(state);
  });

  it.each<[readonly Verb[], Verb]>([
    [[], "reopen"],
    [["answer"], "answer"],
    [["answer"], "close"],
    [["close"], "close"],
    [["close"], "answer"],
    [["close", "reopen"], "reopen"],
  ])("after %j can't be met with %s, and nothing is changed", async (steps, refused) => {
    const reportId = await report();
    for (const step of steps) await verbs[step](reportId);
    const before = await loadReport(context, reportId);
    await expect(verbs[refused](reportId)).rejects.toMatchObject({ kind: "already-decided" });
    expect(await loadReport(context, reportId)).toEqual(before);
  });

  it.each<Verb>(["answer", "close", "reopen"])("that isn't there can't be met with %s", async (verb) => {
    await expect(verbs[verb](999_999)).rejects.toMatchObject({ kind: "no-such-report" });
  });

  it.each(["close", "reopen"] as const)("is never met with %s without a reason", async (verb) => {
    const reportId = await report();
    const decide = verb === "close" ? closeReport : reopenReport;
    await expect(decide(context, { reportId, reason: " " })).rejects.toThrow("Say why");
  });

  it("is decided about once, though two people answer at the same time", async () => {
    const reportId = await report();
    const settled = await Promise.allSettled([verbs.answer(reportId), verbs.answer(reportId)]);
    expect(settled.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await context.database.delivery.count()).toBe(1);
  });

  it("is in the audit log with who did what, and without anybody's address or the letter to them", async () => {
    const reportId = await report();
    await verbs.answer(reportId);
    await verbs.reopen(reportId);
    const entries = await audits(reportId);
    expect(entries).toMatchObject([
      { verb: "report.answer", actor: "test", before: { state: "open" }, reason: null },
      { verb: "report.reopen", actor: "test", after: { state: "open" }, reason },
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/ann@|You are right/);
  });

  it("waits in the order in which it came; what is decided comes last first", async () => {
    const [first, second, third] = [await report(), await report(), await report()];
    expect(await countOpenReports(context)).toEqual({ count: 3, oldestAt: context.clock.now() });
    await verbs.close(first);
    context.clock.forward(1);
    await verbs.answer(second);
    const { open, decided } = await loadReports(context);
    expect(open.map(({ id }) => id)).toEqual([third]);
    expect(decided.map(({ id }) => id)).toEqual([second, first]);
    await verbs.close(third);
    expect(await countOpenReports(context)).toEqual({ count: 0, oldestAt: null });
  });

  it("keeps its decisions, which the database lets nobody edit", async () => {
    const reportId = await answered(true);
    await expect(
      context.database.reportDecision.updateMany({ where: { reportId }, data: { text: "Otherwise." } }),
    ).rejects.toThrow("are a record");
  });
});

describe("a correction note", () => {
  const text = "The deficit at 31 March 2024 was shown one row too low until today.";

  it("is public from then on, on its council's page, and taken back with its reason in sight", async () => {
    const reportId = await answered(true);
    const { id: noteId } = await publishNote(context, { reportId, text });
    const shown = { about: "Exampleshire: Deficit at 31 March 2024", text };
    expect(await correctionNotes(context.database, "X01")).toMatchObject([shown]);
    expect(await correctionNotes(context.database, "X02")).toEqual([]);
    expect(await correctionNotes(context.database)).toMatchObject([shown]);
    await withdrawNote(context, { noteId, reason: "It had been right after all." });
    expect(await correctionNotes(context.database, "X01")).toMatchObject([
      { ...shown, withdrawn: { reason: "It had been right after all." } },
    ]);
    expect(await audits(noteId)).toMatchObject([
      { verb: "note.publish", subjectKind: "correction note" },
      { verb: "note.take-back", reason: "It had been right after all." },
    ]);
  });

  it("is published anew once the first was taken back, and not before", async () => {
    const reportId = await answered(true);
    const { id: noteId } = await publishNote(context, { reportId, text });
    await expect(publishNote(context, { reportId, text })).rejects.toMatchObject({
      kind: "already-decided",
    });
    await withdrawNote(context, { noteId, reason });
    await publishNote(context, { reportId, text: "In better words." });
    expect(await correctionNotes(context.database)).toMatchObject([
      { text: "In better words." },
      { text, withdrawn: { reason } },
    ]);
  });

  it.each<[string, () => Promise<number>]>([
    ["nobody has answered", () => report()],
    ["was answered as right", () => answered(false)],
    [
      "was closed",
      async () => {
        const reportId = await report();
        await closeReport(context, { reportId, reason });
        return reportId;
      },
    ],
    [
      "was opened again",
      async () => {
        const reportId = await answered(true);
        await reopenReport(context, { reportId, reason });
        return reportId;
      },
    ],
  ])("doesn't follow a report that %s", async (_what, made) => {
    await expect(publishNote(context, { reportId: await made(), text })).rejects.toMatchObject({
      kind: "wrong-state",
    });
    expect(await context.database.correctionNote.count()).toBe(0);
  });

  it.each([
    ["", "The note is missing."],
    ["x".repeat(LONGEST_NOTE + 1), `${LONGEST_NOTE} characters at the most`],
  ])("has to say something, and not too much", async (words, message) => {
    const reportId = await answered(true);
    await expect(publishNote(context, { reportId, text: words })).rejects.toThrow(message);
  });

  it("is taken back once, and only if there is one", async () => {
    const { id: noteId } = await publishNote(context, { reportId: await answered(true), text });
    await withdrawNote(context, { noteId, reason });
    await expect(withdrawNote(context, { noteId, reason })).rejects.toMatchObject({
      kind: "already-decided",
    });
    await expect(withdrawNote(context, { noteId: 999_999, reason })).rejects.toMatchObject({
      kind: "no-such-note",
    });
  });
});

describe("the address of whoever reported", () => {
  const { afterDecision, atMost } = REPORTER_DAYS;
  const days = (count: number) => context.clock.forward(count * 24);
  const addressOf = async (reportId: number) => (await loadReport(context, reportId))?.report.email;

  it.each<[string, number, string | null]>([
    ["answered", afterDecision - 1, ANN],
    ["answered", afterDecision, null],
    ["closed", afterDecision - 1, ANN],
    ["closed", afterDecision, null],
    ["open", afterDecision, ANN],
    ["open", atMost - 1, ANN],
    ["open", atMost, null],
    ["reopened", afterDecision, ANN],
    ["reopened", atMost, null],
  ])("of one %s is, after %i days, %s", async (state, count, left) => {
    const reportId = await report();
    if (state === "answered") await answerReport(context, { reportId, wrong: true, text: "You are right." });
    if (state === "closed" || state === "reopened") await closeReport(context, { reportId, reason });
    if (state === "reopened") await reopenReport(context, { reportId, reason });
    days(count);
    expect(await forgetReporters(context)).toBe(left === null ? 1 : 0);
    expect(await addressOf(reportId)).toBe(left);
    expect((await loadReport(context, reportId))?.report.text).toBe("One row too low.");
  });

  it("is nowhere in the store afterwards", async () => {
    await answered(true);
    await deliver(context, "personal");
    days(afterDecision + 1);
    await forgetReporters(context);
    await forgetOldMessages(context);
    const rows = await context.database.$queryRaw<{ row: string }[]>`
      SELECT r::text AS row FROM "ErrorReport" r UNION ALL SELECT d::text FROM "Delivery" d
      UNION ALL SELECT m::text FROM "Message" m UNION ALL SELECT a::text FROM "AuditEntry" a`;
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ row }) => row.includes(ANN))).toEqual([]);
  });
});
