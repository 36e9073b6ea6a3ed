import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ingest } from "@/ingest/ingest";
import { practiceStages } from "@/io/practice-stages";
import { LARGEST_IMPORT_BYTES } from "@/shapes/register-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { importEntries, MOST_IMPORTED_ROWS } from "./import-entries";
import { type EntryOutcome, keepEntry, restoreEntry, retireEntry } from "./keep-entry";
import { exportRegister, loadEntry, loadRegister, loadRegisterFiles } from "./load-register";
import { loadRegisterNow, type RegisterContext } from "./register-context";

/*
 * The practice archive's councils and register. Exampleshire carried £18 million before DfE money at 31 March 2026, by
 * its own outturn report.
 */

let database: TestDatabase;
let context: TestContext;
let register: RegisterContext;
let runs = 0;

const practice = () => {
  const stage = practiceStages().at(-1);
  if (!stage) throw new Error("There is no practice archive.");
  return stage.fetcher;
};

async function open(): Promise<void> {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  register = { ...context, bundled: practice(), ownHost: "tracker.example" };
  await readRegister([]);
}
async function close(): Promise<void> {
  await context.close();
  await database.drop();
}

/** As a worker does it. */
async function readRegister(only: readonly "evidence-register"[] = ["evidence-register"]) {
  context.clock.forward(1);
  runs += 1;
  return ingest(
    { ...context, fetchers: { ...context.fetchers, bundled: practice() } },
    {
      ...{ runId: `register-${runs}`, job: "ingest", trigger: "test", mode: "archive" },
      ...{ only, progress: () => undefined },
    },
  );
}

const CELLS = {
  ...{ la_name: "Sampleton", as_at_date: "2026-03-31", date_inferred: "no", deficit_gbp_m: "7.4" },
  ...{ kind: "outturn", basis: "gross", scope: "dsg", local_contributions: "included" },
  ...{ published_on: "2026-11-20", basis_note: "before any of the department's money", confidence: "high" },
  source_url: "https://democracy.sampleton.example.org/outturn (page 3)",
};
const reason = "Found in the cabinet's papers.";
const asked = (cells: Record<string, string> = CELLS) =>
  ({ file: "actuals", subject: { isNew: true }, cells, reason, despiteDoubts: false }) as const;

function keptId(outcome: EntryOutcome): number {
  if (outcome.kind !== "kept") throw new Error(JSON.stringify(outcome.check));
  return outcome.entryId;
}
const doubtsOf = (outcome: EntryOutcome) => (outcome.kind === "kept" ? [] : outcome.check.doubts);
const problemsOf = (outcome: EntryOutcome) => (outcome.kind === "kept" ? [] : outcome.check.problems);

const counting = (dfeCode: string) =>
  context.database.outturn.findMany({
    where: { dfeCode, currentFrom: { not: null }, currentUntil: null, reading: { origin: "register" } },
    orderBy: { id: "asc" },
  });
const codeOf = async (name: string) => {
  const record = await context.database.authorityRecord.findFirstOrThrow({ where: { name } });
  return record.dfeCode;
};
const rowOf = async (name: string, date: string) => {
  const { bundled } = await loadRegisterNow(register, "actuals");
  const row = bundled.find(({ cells }) => cells.la_name === name && cells.as_at_date === date);
  if (!row) throw new Error(`The register has no row of ${name} at ${date}.`);
  return row;
};

describe("an entry of the evidence register", () => {
  beforeEach(open);
  afterEach(close);

  it("counts once the register is read, as a figure with its citation, its place and a snapshot", async () => {
    const dfeCode = await codeOf("Sampleton");
    const before = (await counting(dfeCode)).length;
    const id = keptId(await keepEntry(register, asked()));
    expect(await counting(dfeCode)).toHaveLength(before);
    expect((await loadRegister(register, "actuals")).rows[0]).toMatchObject({
      ...{ entryId: id, bundledKey: null, waits: true, retired: false, last: { verb: "added", reason } },
    });

    expect(await readRegister()).toMatchObject({ status: "ok", sources: [{ figures: 1 }] });
    const added = (await counting(dfeCode)).at(-1);
    expect(added).toMatchObject({
      ...{ asAt: "2026-03-31", deficitPence: 740_000_000n, errorPence: 5_000_000n, basis: "gross" },
      ...{ citationUrl: "https://democracy.sampleton.example.org/outturn", confidence: "high" },
      ...{ citationTitle: "democracy.sampleton.example.org (page 3)", checked: true },
    });
    const bytes = await context.snapshots.read(added?.snapshotSha256 ?? "");
    expect(new TextDecoder().decode(bytes ?? undefined)).toContain("Sampleton,2026-03-31,no,7.4,,outturn");
    expect((await loadRegister(register, "actuals")).rows[0]).toMatchObject({ waits: false });
  });

  it.each([
    ["2026-10-15", null],
    ["2026-08-01", "backfill"],
  ])("published on %s: not news because %s", async (published_on, notNews) => {
    keptId(await keepEntry(register, asked({ ...CELLS, published_on })));
    await readRegister();
    const changes = await context.database.change.findMany({ where: { runId: `register-${runs}` } });
    expect(changes).toMatchObject([{ kind: "outturn-published", notNews }]);
  });

  it("changes nothing when the register is read once more", async () => {
    keptId(await keepEntry(register, asked()));
    await readRegister();
    expect(await readRegister()).toMatchObject({ sources: [{ status: "unchanged", figures: 0 }] });
  });

  it("edited, takes the place of what it said; each version stays with who, when and why", async () => {
    const dfeCode = await codeOf("Sampleton");
    const id = keptId(await keepEntry(register, asked()));
    await readRegister();
    const edit = { ...asked({ ...CELLS, deficit_gbp_m: "7.6" }), subject: { entryId: id } };
    expect(keptId(await keepEntry(register, { ...edit, reason: "Misread." }))).toBe(id);
    await readRegister();
    expect((await counting(dfeCode)).filter(({ asAt }) => asAt === "2026-03-31")).toMatchObject([
      { deficitPence: 760_000_000n },
    ]);
    expect((await loadEntry(register, id))?.versions).toMatchObject([
      { verb: "added", actor: "test", reason, cells: { deficit_gbp_m: "7.4" } },
      { verb: "edited", actor: "test", reason: "Misread.", cells: { deficit_gbp_m: "7.6" } },
    ]);
  });

  it("retired, ceases to count, and brought back counts again", async () => {
    const dfeCode = await codeOf("Sampleton");
    const before = (await counting(dfeCode)).length;
    const entryId = keptId(await keepEntry(register, asked()));
    await readRegister();
    await retireEntry(register, { file: "actuals", subject: { entryId }, reason: "Not theirs." });
    await readRegister();
    expect(await counting(dfeCode)).toHaveLength(before);
    await expect(
      retireEntry(register, { file: "actuals", subject: { entryId }, reason }),
    ).rejects.toMatchObject({ kind: "already-decided" });
    await restoreEntry(register, { entryId, reason: "Theirs after all." });
    await readRegister();
    expect(await counting(dfeCode)).toHaveLength(before + 1);
    expect((await loadEntry(register, entryId))?.versions.map(({ verb }) => verb)).toEqual([
      ...["added", "retired", "restored"],
    ]);
    await expect(restoreEntry(register, { entryId, reason })).rejects.toMatchObject({ kind: "wrong-state" });
  });

  it("can stand in the place of a row of the project's own file, and give it back", async () => {
    const dfeCode = await codeOf("Exampleshire");
    const own = await rowOf("Exampleshire", "2026-03-31");
    const at2026 = async () =>
      (await counting(dfeCode))
        .filter(({ asAt }) => asAt === "2026-03-31")
        .map(({ deficitPence }) => deficitPence);
    const subject = { bundledKey: own.key };
    const cells = { ...own.cells, deficit_gbp_m: "18.20" };
    const entryId = keptId(await keepEntry(register, { ...asked(cells), subject }));
    await readRegister();
    expect(await at2026()).toEqual([1_820_000_000n]);

    await retireEntry(register, { file: "actuals", subject: { entryId }, reason });
    await readRegister();
    expect(await at2026()).toEqual([]);

    await restoreEntry(register, { entryId, reason });
    expect(keptId(await keepEntry(register, { ...asked(own.cells), subject }))).toBe(entryId);
    await readRegister();
    expect(await at2026()).toEqual([1_800_000_000n]);
    expect(await loadRegisterFiles(register)).toContainEqual({
      file: "actuals",
      rows: 9,
      touched: 1,
      waiting: 0,
    });
  });

  it("says what speaks against it before it's kept, and is kept when a person says that it's right", async () => {
    const differing = { ...CELLS, la_name: "Exampleshire", deficit_gbp_m: "19.5" };
    const outcome = await keepEntry(register, asked(differing));
    expect(doubtsOf(outcome)).toEqual([
      expect.stringContaining(
        "We already hold another figure for that day: £18,000,000, outturn, before DfE money (gross)",
      ),
    ]);
    expect(await context.database.registerEntry.count()).toBe(0);
    keptId(await keepEntry(register, { ...asked(differing), despiteDoubts: true }));
  });

  it("isn't kept with a cell that is missing or wrong: each is told at its column", async () => {
    for (const [column, wrong] of [
      ["la_name", "Nowhereshire"],
      ["as_at_date", "2026-02-30"],
      ["as_at_date", "2027-03-31"],
      ["deficit_gbp_m", "seven"],
      ["source_url", "https://tracker.example/a"],
      ["source_url", ""],
      ["basis_note", ""],
    ] as const) {
      const request = asked({ ...CELLS, [column]: wrong });
      const outcome = await keepEntry(register, { ...request, despiteDoubts: true });
      expect(problemsOf(outcome).map((one) => one.column)).toEqual([column]);
    }
    expect(await context.database.registerEntry.count()).toBe(0);
  });

  it("isn't kept twice, by one person or by two at once", async () => {
    const both = await Promise.all([keepEntry(register, asked()), keepEntry(register, asked())]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(["kept", "not-kept"]);
    expect(problemsOf(await keepEntry(register, asked()))).toMatchObject([
      { column: null, message: expect.stringContaining("says exactly this already") },
    ]);
  });

  it("needs a reason, and a row that is there", async () => {
    await expect(keepEntry(register, { ...asked(), reason: " " })).rejects.toMatchObject({ kind: "reason" });
    const none = { ...asked(), subject: { entryId: 999 } };
    await expect(keepEntry(register, none)).rejects.toMatchObject({ kind: "no-such-entry" });
    const gone = { file: "actuals", subject: { bundledKey: "0".repeat(64) }, reason } as const;
    await expect(retireEntry(register, gone)).rejects.toMatchObject({ kind: "no-such-entry" });
    const worked = { ...asked({}), file: "derived_balances" as const };
    await expect(keepEntry(register, worked)).rejects.toMatchObject({ kind: "wrong-state" });
  });

  it("never leaves a file without a row: its figures would cease to count unread", async () => {
    const { bundled } = await loadRegisterNow(register, "stability_grant");
    const keys = bundled.map(({ key }) => key);
    const retire = (bundledKey: string) =>
      retireEntry(register, { file: "stability_grant", subject: { bundledKey }, reason });
    for (const key of keys.slice(1)) await retire(key);
    await expect(retire(keys[0] ?? "")).rejects.toMatchObject({ kind: "wrong-state" });
  });

  it("is in the audit log with what it said and says, and nothing is of what was refused", async () => {
    const entryId = keptId(await keepEntry(register, asked()));
    const edit = { ...asked({ ...CELLS, deficit_gbp_m: "7.6" }), subject: { entryId }, reason: "Misread." };
    keptId(await keepEntry(register, edit));
    await retireEntry(register, { file: "actuals", subject: { entryId }, reason });
    await restoreEntry(register, { entryId, reason });
    await keepEntry(register, asked({ ...CELLS, source_url: "" }));
    await expect(restoreEntry(register, { entryId, reason })).rejects.toThrow(/isn't retired/);
    const was = { file: "actuals", deficit_gbp_m: "7.4" };
    const is = { file: "actuals", deficit_gbp_m: "7.6" };
    const entry = { actor: "test", reason, subjectKind: "register entry", subjectId: String(entryId) };
    expect(await context.database.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
      { ...entry, verb: "entry.add", before: null, after: was },
      { ...entry, verb: "entry.edit", before: was, after: is, reason: "Misread." },
      { ...entry, verb: "entry.retire", before: is, after: null },
      { ...entry, verb: "entry.restore", before: null, after: is },
    ]);
  });

  it("is a record: the database refuses to change it", async () => {
    keptId(await keepEntry(register, asked()));
    for (const statement of [
      `UPDATE "RegisterEntry" SET "file" = 'x'`,
      `UPDATE "RegisterEntryVersion" SET "reason" = 'x'`,
      `DELETE FROM "RegisterEntryVersion"`,
    ]) {
      await expect(context.database.$executeRawUnsafe(statement)).rejects.toThrow(/are a record/);
    }
  });
});

describe("rows that somebody brings in a file", () => {
  beforeAll(open);
  afterAll(close);

  const csv = (text: string) => new TextEncoder().encode(text);
  const HEAD =
    "la_name,as_at_date,date_inferred,deficit_gbp_m,error_gbp_m,kind,basis,scope,local_contributions,published_on,basis_note,source_url,confidence,copy_of";
  const row = (name: string, amount: string, date = "2022-03-31") =>
    `${name},${date},no,${amount},,outturn,gross,dsg,included,2022-11-01,before DfE money,https://${name.toLowerCase()}.example.org/a,high,`;
  const bring = (lines: readonly string[], own: Partial<Parameters<typeof importEntries>[1]> = {}) =>
    importEntries(register, {
      ...{ csv: csv([HEAD, ...lines, ""].join("\n")), reason, keep: "nothing", despiteDoubts: false },
      ...own,
    });
  const MIXED = [row("Sampleton", "4.1"), row("Nowhereshire", "5"), row("Testbury", "6.2", "2021-03-31")];

  it("are checked all of them, and nothing is kept by looking", async () => {
    const report = await bring(MIXED);
    expect(report).toMatchObject({ file: "actuals", refused: null, kept: 0 });
    expect(report.rows.map(({ line, state }) => [line, state])).toEqual([
      [2, "good"],
      [3, "bad"],
      [4, "good"],
    ]);
    expect(await context.database.registerEntry.count()).toBe(0);
  });

  it("are kept all or none, unless the good ones are asked for", async () => {
    expect(await bring(MIXED, { keep: "all" })).toMatchObject({ kept: 0 });
    expect(await context.database.registerEntry.count()).toBe(0);
    expect(await bring(MIXED, { keep: "the good ones" })).toMatchObject({ kept: 2 });
    expect(await context.database.registerEntryVersion.findMany()).toMatchObject([
      { verb: "added", reason, actor: "test", dfeCode: await codeOf("Sampleton") },
      { verb: "added", reason, dfeCode: await codeOf("Testbury") },
    ]);
    const again = await bring(MIXED, { keep: "the good ones" });
    expect(again.rows.map(({ state }) => state)).toEqual(["held", "bad", "held"]);
    expect(again.kept).toBe(0);
  });

  it("doubtful ones only by whoever says that they're right", async () => {
    await readRegister();
    const doubtful = [row("Sampleton", "9.9")];
    expect(await bring(doubtful, { keep: "the good ones" })).toMatchObject({
      ...{ kept: 0, rows: [{ state: "doubtful", doubts: [expect.stringContaining("£4,100,000")] }] },
    });
    expect(await bring(doubtful, { keep: "all" })).toMatchObject({ kept: 0 });
    expect(await bring(doubtful, { keep: "all", despiteDoubts: true })).toMatchObject({ kept: 1 });
  });

  it("twice in one file are one", async () => {
    const same = row("Draftshire", "3.3");
    const report = await bring([same, same]);
    expect(report.rows.map(({ state }) => state)).toEqual(["good", "held"]);
  });

  it("with a comma too many are bad, each by itself", async () => {
    const report = await bring([`${row("Draftshire", "3.3")},x`, row("Draftshire", "3.3")]);
    expect(report.rows.map(({ line, state }) => [line, state])).toEqual([
      [2, "bad"],
      [3, "good"],
    ]);
  });

  it.each([
    ["nothing", "", "can't be read"],
    ["headings alone", `${HEAD}\n`, "no row"],
    ["other headings", "a,b\n1,2\n", "headings of no register file"],
    ["a heading missing", `${HEAD.replace(",copy_of", "")}\nx\n`, "headings of no register file"],
    ["a web page", "<!doctype html><p>x", "web page"],
    ["an open quotation mark", `${HEAD}\n"x\n`, "quotation mark"],
    ["too much", `${HEAD}\n${"x".repeat(LARGEST_IMPORT_BYTES)}`, "kB"],
    [
      "too many rows",
      `${HEAD}\n${`${row("Sampleton", "1")}\n`.repeat(MOST_IMPORTED_ROWS + 1)}`,
      `at most ${MOST_IMPORTED_ROWS}`,
    ],
  ])("of %s is refused whole", async (_, text, why) => {
    const report = await importEntries(register, {
      ...{ csv: csv(text), reason, keep: "all", despiteDoubts: true },
    });
    expect(report).toMatchObject({ rows: [], kept: 0, refused: expect.stringContaining(why) });
  });

  it("taken away and brought again, unchanged, are all held", async () => {
    const exported = await exportRegister(register, "actuals");
    const report = await importEntries(register, {
      ...{ csv: exported, reason, keep: "all", despiteDoubts: true },
    });
    expect(report.rows.length).toBeGreaterThan(9);
    expect(new Set(report.rows.map(({ state }) => state))).toEqual(new Set(["held"]));
    expect(report.kept).toBe(0);
  });
});
