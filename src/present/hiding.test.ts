import { readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { assess } from "@/assess/assess";
import { councilTrajectory } from "@/charts/council-trajectory";
import { hideVerdicts, showVerdicts } from "@/review/hide-verdicts";
import { recordReply, takeReplyDown } from "@/review/record-reply";
import { restoreFlag } from "@/review/restore-flag";
import { withdrawFlag } from "@/review/withdraw-flag";
import { authorityShape, nationalShape } from "@/shapes/api-shapes";
import { flagShape, flagWithHistoryShape } from "@/shapes/judgement-shapes";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { fillJudgedEngland } from "@/testing/judged-england";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { authorityProfile } from "./authority-profile";
import { councilRows } from "./council-rows";
import { exportTable } from "./export-table";
import { councilsWithFlags } from "./find-council";
import { flagNews, flagWithHistory, hiddenCouncils, hiddenFlag, listFlags } from "./flags";
import { hidingNews } from "./hiding-news";
import { listAuthorities } from "./list-authorities";
import { presentMethodology } from "./methodology";
import { nationalOverview } from "./national-overview";
import { nationalStandings } from "./national-standings";
import { siteMap } from "./site-map";

const ABOVE = "X01-deficit-above-profile";
const reason = "The agreement's table was read one row too low";

let database: TestDatabase;
let context: TestContext;

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await fillJudgedEngland(context.database);
  await assess(context);
  context.clock.forward(1);
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

const exampleshire = async () => {
  const council = await authorityProfile(context, "X01");
  if (!council) throw new Error("Exampleshire isn't there.");
  return authorityShape.parse(council);
};

describe("a council whose verdicts are hidden", () => {
  let before: Awaited<ReturnType<typeof exampleshire>>;

  beforeAll(async () => {
    before = await exampleshire();
    await hideVerdicts(context, { dfeCode: "X01", reason });
  });
  afterAll(async () => {
    await showVerdicts(context, { dfeCode: "X01", reason: "Settled." });
    expect(await exampleshire()).toEqual(before);
  });

  it("has the reason in place of status, verdicts, flags and trend; what was published stays", async () => {
    const council = await exampleshire();
    expect(council).toMatchObject({
      ...{ status: "unknown", openFlags: 0, verdicts: [], flags: [], trend: null, noTrend: null },
      verdictsHidden: { reason, since: "2026-11-23T10:00:00.000Z" },
    });
    expect(council.outturns).toEqual(before.outturns);
    expect(council.agreements).toEqual(before.agreements);
    expect(council.latestOutturn).toEqual(before.latestOutturn);
  });

  it("has a chart without a judged gap", async () => {
    expect(councilTrajectory(before)?.gap).not.toBeNull();
    expect(councilTrajectory(await exampleshire())?.gap).toBeNull();
  });

  it("is known and not judged in every list and count", async () => {
    const [first] = await listAuthorities(context);
    expect(first).toMatchObject({ status: "unknown", openFlags: 0, verdictsHidden: { reason } });
    expect((await councilRows(context))[0]).toMatchObject({ status: "unknown", hidden: true });
    const national = nationalShape.parse(await nationalOverview(context));
    expect(national.statuses).toMatchObject({ missed: 0, unknown: 2, "on-track": 0 });
    expect(national).toMatchObject({ verdictsHidden: 1, verdicts: { missed: 0 } });
    for (const year of [null, "2023-24"]) {
      const { councils } = await nationalStandings(context, year);
      const row = councils.find(({ dfeCode }) => dfeCode === "X01");
      expect(row).toMatchObject({ status: "unknown", hidden: true, verdict: null });
      expect(row?.sentence).toBe(
        `Hidden by us since 23 November 2026: ${reason}. No verdict, flag or trend is shown until that is settled; what was published stays.`,
      );
    }
    expect((await presentMethodology(context)).verdicts).toEqual({ judged: 0, missed: 0 });
  });

  it("is in no list of flags or verdicts, on no map and in no table to take away, but in that of councils", async () => {
    expect((await listFlags(context, {})).map(({ authority }) => authority.dfeCode)).not.toContain("X01");
    expect((await councilsWithFlags(context)).map(({ name }) => name)).toEqual(["Sampleton"]);
    expect((await siteMap(context)).flags.map(({ name }) => name)).not.toContain(ABOVE);
    for (const table of ["verdicts", "flags", "in-year-balances"] as const) {
      expect((await exportTable(context, table)).rows.filter(({ dfeCode }) => dfeCode === "X01")).toEqual([]);
    }
    const { rows } = await exportTable(context, "authorities");
    expect(rows[0]).toMatchObject({ status: "unknown", verdictsHiddenReason: reason });
  });

  it("has flags whose pages say why they can't be seen", async () => {
    expect(await flagWithHistory(context, ABOVE)).toBeNull();
    expect(await hiddenFlag(context, ABOVE)).toMatchObject({
      ...{ authority: { name: "Exampleshire" }, verdictsHidden: { reason } },
    });
    expect(await hiddenFlag(context, "X02-evidence-stale")).toBeNull();
    expect(await hiddenCouncils(context)).toMatchObject([{ authority: { slug: "exampleshire" } }]);
    expect(await hiddenCouncils(context, "X02")).toEqual([]);
  });

  it("is in feeds with that alone", async () => {
    expect(await flagNews(context, { dfeCode: "X01", limit: 50 })).toEqual([]);
    expect(await hidingNews(context, { dfeCode: "X01", limit: 50 })).toMatchObject([
      {
        title: "Exampleshire: what we make of its figures is hidden",
        summary: expect.stringContaining(reason),
      },
    ]);
  });
});

describe("a council shown again", () => {
  it("is in feeds with both", async () => {
    expect((await hidingNews(context, { limit: 50 })).map(({ title }) => title)).toEqual([
      "Exampleshire: what we make of its figures is shown again",
      "Exampleshire: what we make of its figures is hidden",
    ]);
    expect((await flagNews(context, { dfeCode: "X01", limit: 50 })).length).toBeGreaterThan(0);
  });
});

describe("a withdrawn flag", () => {
  beforeAll(async () => {
    await recordReply(context, {
      ...{ flagId: ABOVE, text: "We said so.", saidBy: "Leader", saidOn: "2026-11-20", url: null },
      reason: "By letter.",
    });
    await withdrawFlag(context, { flagId: ABOVE, reason });
  });

  it("says that and why, and nothing of what it said before", async () => {
    const flag = await flagWithHistory(context, ABOVE);
    expect(flagWithHistoryShape.parse(flag)).toMatchObject({
      ...{ state: "withdrawn", summary: `Withdrawn: ${reason}`, withdrawnReason: reason },
      ...{ evidence: [], working: [], reply: "We said so.", repliedBy: "Leader", repliedOn: "2026-11-20" },
    });
    expect(JSON.stringify(flag)).not.toContain("£");
    expect(flag?.history.map(({ kind, reason: said }) => [kind, said])).toEqual([
      ["raised", undefined],
      ["withdrawn", reason],
    ]);
    const listed = (await listFlags(context, { dfeCode: "X01" })).find(({ id }) => id === ABOVE);
    expect(flagShape.parse(listed)).toMatchObject({ state: "withdrawn", evidence: [] });
  });

  it("counts for nothing", async () => {
    const open = await listFlags(context, { dfeCode: "X01", state: "open" });
    expect((await exampleshire()).openFlags).toBe(open.length);
    expect(open.map(({ id }) => id)).not.toContain(ABOVE);
  });

  it("is in feeds with its withdrawal alone", async () => {
    const told = (await flagNews(context, { limit: 50 })).filter(({ flagId }) => flagId === ABOVE);
    expect(told).toMatchObject([{ kind: "withdrawn", summary: `We have withdrawn this. ${reason}` }]);
  });

  it("restored, says it all again, and the feed its whole course", async () => {
    await restoreFlag(context, { flagId: ABOVE, reason: "It was right." });
    const flag = await flagWithHistory(context, ABOVE);
    expect(flag).toMatchObject({ state: "open", summary: expect.stringContaining("£22 million") });
    expect(flag?.evidence).toHaveLength(3);
    const told = (await flagNews(context, { limit: 50 })).filter(({ flagId }) => flagId === ABOVE);
    expect(told.map(({ kind }) => kind)).toEqual(["restored", "withdrawn", "raised"]);
  });
});

describe("a council's replies to a flag", () => {
  const SHORT = "X01-in-year-balance-missed";
  const reply = (text: string) =>
    recordReply(context, {
      ...{ flagId: SHORT, text, saidBy: "Leader", saidOn: "2026-11-20", url: null, reason: "By letter." },
    });
  const takeDown = () => takeReplyDown(context, { flagId: SHORT, reason: "At the council's request." });

  it.each<
    [what: string, step: () => Promise<unknown>, stands: string | undefined, earlier: readonly string[]]
  >([
    ["one", () => reply("First."), "First.", []],
    ["a newer one stands over it", () => reply("Second."), "Second.", ["First."]],
    ["one that is taken down is shown nowhere", takeDown, undefined, ["First."]],
    ["another one stands over what wasn't", () => reply("Third."), "Third.", ["First."]],
    ["and over that", () => reply("Fourth."), "Fourth.", ["Third.", "First."]],
  ])("%s", async (_, step, stands, earlier) => {
    await step();
    const flag = await flagWithHistory(context, SHORT);
    expect(flag?.reply).toBe(stands);
    expect(flag?.earlierReplies.map(({ text }) => text)).toEqual(earlier);
  });
});

/** What a run that is only tried would do is shown in the admin room alone, where nothing is hidden. */
const FOR_ADMINS = ["what-would-change.ts"];

/** Read models ask through `currentFigures`, or what is hidden would show. */
it("no read model asks for what we make of figures behind the back of that rule", () => {
  const folder = new URL(".", import.meta.url);
  const behind = readdirSync(folder)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts") && !FOR_ADMINS.includes(name))
    .filter((name) =>
      /database\.(?:flag|flagChange|verdict|councilStatus)\b/.test(
        readFileSync(new URL(name, folder), "utf8").replaceAll("reading.database.flag.findUnique", ""),
      ),
    );
  expect(behind).toEqual([]);
});
