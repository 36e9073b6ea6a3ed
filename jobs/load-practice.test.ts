import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BackTests } from "@/components/methodology/back-tests";
import { RuleShown } from "@/components/practice/rule-shown";
import { VerdictShown } from "@/components/practice/verdict-shown";
import { RULES } from "@/domain/flags/flag";
import { RULE_BY_NAME } from "@/domain/flags/rules";
import { VERDICT_WORDS } from "@/domain/verdicts/verdict";
import { practiceStages } from "@/io/practice-stages";
import { authorityProfile } from "@/present/authority-profile";
import { listAuthorities } from "@/present/list-authorities";
import { presentMethodology } from "@/present/methodology";
import { presentPracticeGuide } from "@/present/practice-guide";
import { practiceGuideShape } from "@/shapes/practice-shape";
import { createTestDatabase, type TestDatabase } from "@/testing/database";
import { createTestContext, type TestContext } from "@/testing/test-context";
import { verdictMeaning } from "@/wording/verdict";
import { EXPECTED } from "../scripts/practice/expected";
import { JobProblem, type JobSettings } from "./job";
import { loadPractice, refuseOtherCountry } from "./load-practice";

let database: TestDatabase;
let context: TestContext;
const said: string[] = [];

const settings = (runId: string): JobSettings => ({
  context,
  databaseUrl: database.url,
  runId,
  args: [],
  sourceMode: "practice",
  trigger: "test",
  signal: new AbortController().signal,
  progress: (line) => said.push(line),
});

beforeAll(async () => {
  database = await createTestDatabase();
  context = await createTestContext(database.url);
  await loadPractice(settings("first"));
});
afterAll(async () => {
  await context.close();
  await database.drop();
});

describe("loadPractice", () => {
  it("lets the stages happen in order, each on its day", async () => {
    const runs = await context.database.ingestionRun.findMany({ orderBy: { startedAt: "asc" } });
    expect(runs.map(({ startedAt }) => startedAt.toISOString().slice(0, 10))).toEqual(
      practiceStages().map(({ day }) => day),
    );
  });

  it("does nothing the second time", async () => {
    const runs = await context.database.ingestionRun.count();
    expect(await loadPractice(settings("second"))).toMatchObject({ status: "ok", sources: [] });
    expect(said.at(-1)).toBe("The practice archive has been loaded before.");
    expect(await context.database.ingestionRun.count()).toBe(runs);
  });

  it("reads only the last stage again when the practice archive has changed since", async () => {
    const runs = await context.database.ingestionRun.findMany();
    for (const { id, trigger } of runs) {
      const older = trigger.replace(/\S+$/, "0000000000000000");
      await context.database.ingestionRun.update({ where: { id }, data: { trigger: older } });
    }
    said.length = 0;
    await loadPractice(settings("third"));
    expect(said.filter((line) => line.startsWith("Practice, as on"))).toEqual(["Practice, as on 2026-11-23"]);
  });

  it("keeps invented councils and real ones apart", async () => {
    await expect(refuseOtherCountry(context, true)).resolves.toBeUndefined();
    await expect(refuseOtherCountry(context, false)).rejects.toThrow(JobProblem);
    await expect(refuseOtherCountry(context, false)).rejects.toThrow(/invented councils/);
  });
});

/** Two councils are at risk by their trend alone: without an assessment that reckons trends they are on track. */
async function hasTrends(): Promise<boolean> {
  const rows = await context.database.councilStatus.findMany({ select: { trend: true } });
  return rows.some(({ trend }) => trend !== null);
}

describe("as it's shown", () => {
  it("a dozen councils, and no other", async () => {
    const listed = await listAuthorities(context);
    expect(listed.map(({ dfeCode, name }) => `${dfeCode} ${name}`).sort()).toEqual(
      EXPECTED.councils.map(({ dfeCode, name }) => `${dfeCode} ${name}`),
    );
  });

  it.each([
    ["exampleshire", [6]],
    ["oldshire", [5, 6]],
    ["mockham", [7, 7]],
    ["testbury", [5]],
    ["draftshire", [5, 0]],
    ["madeupham", []],
  ])("%s: each version of its agreement, the original first, with its profile", async (slug, points) => {
    const profile = await authorityProfile(context, slug);
    expect(profile?.agreements.map((agreement) => agreement.profile.length)).toEqual(points);
    expect(profile?.agreements.map(({ current }) => current)).toEqual(
      points.map((_, index) => index === points.length - 1),
    );
  });
});

/** What is read on a page, without its markup. */
function textOf(markup: string): string {
  const text = markup.replace(/<[^>]*>/g, " ").replace(/&#x27;/g, "'");
  return text.replace(/&amp;/g, "&").replace(/&gt;/g, ">").replace(/\s+/g, " ");
}

describe("the guide to it", () => {
  const guide = () => presentPracticeGuide(context);

  it("has every verdict and every rule there is, in order", async () => {
    const all = await guide();
    expect(practiceGuideShape.parse(all)).toEqual(all);
    expect(all.verdicts.map(({ word }) => word)).toEqual(VERDICT_WORDS);
    expect(all.rules.map(({ rule }) => rule)).toEqual(RULES);
  });

  it.each(VERDICT_WORDS)(
    "%s stands on a council of the dozen, with what was compared, and is explained",
    async (word) => {
      const shown = (await guide()).verdicts.find((one) => one.word === word)?.shown ?? [];
      const [first] = shown;
      if (!first) throw new Error(`No council shows ${word}.`);
      expect(shown.every(({ verdict }) => verdict.verdict === word)).toBe(true);
      expect(EXPECTED.councils.map(({ name }) => name)).toContain(first.authority.name);
      expect(first.verdict.evidence.length).toBeGreaterThan(0);
      const markup = renderToStaticMarkup(createElement(VerdictShown, { word, shown }));
      expect(markup).toContain(`/authorities/${first.authority.slug}#verdicts`);
      expect(textOf(markup)).toContain(verdictMeaning(word));
      expect(textOf(markup)).toContain(first.verdict.summary);
    },
  );

  it.each(RULES)(
    "%s is raised on a council of the dozen, with what it rests on, and is explained",
    async (rule) => {
      const flags = (await guide()).rules.find((one) => one.rule === rule)?.flags ?? [];
      const [first] = flags;
      if (!first) throw new Error(`No council shows ${rule}.`);
      expect(EXPECTED.councils.map(({ name }) => name)).toContain(first.authority.name);
      const markup = renderToStaticMarkup(createElement(RuleShown, { rule, flags }));
      for (const { id } of flags) expect(markup).toContain(`/flags/${id}`);
      expect(markup).toContain(`/authorities/${first.authority.slug}`);
      expect(textOf(markup)).toContain(RULE_BY_NAME[rule].meaning);
      expect(textOf(markup)).toContain(first.summary);
    },
  );

  it("a verdict that counts is shown before signing years and agreements that were replaced", async () => {
    for (const { word, shown } of (await guide()).verdicts) {
      const counts = shown.map(({ verdict }) => !verdict.baseline && verdict.against !== "original");
      expect(counts, word).toEqual(counts.toSorted((a, b) => Number(b) - Number(a)));
    }
  });

  it("Madeupham alone has six year ends: its trend is tried on the past, a table by years ahead", async () => {
    const { backTests } = await presentMethodology(context);
    expect(backTests).toEqual([
      {
        ...{ basis: "net", councils: 1 },
        horizons: [1, 2, 3].map((yearsAhead) => ({
          yearsAhead,
          tried: 4 - yearsAhead,
          withinRange: expect.any(Number),
          medianErrorGbp: expect.any(Number),
        })),
      },
    ]);
    const text = textOf(renderToStaticMarkup(createElement(BackTests, { backTests })));
    expect(text).toContain("1 council that never signed, after DfE money");
    expect(textOf(renderToStaticMarkup(createElement(BackTests, { backTests: [] })))).toContain(
      "No council has 6 year ends on one footing yet",
    );
  });
});

describe("what the rules make of it, held against what was reckoned by hand", () => {
  const inMillions = (pence: bigint | null) => (pence === null ? undefined : Number(pence) / 100_000_000);

  it.each(EXPECTED.councils.map((council) => [council.name, council] as const))(
    "%s: verdicts",
    async (_, { dfeCode, verdicts }) => {
      const rows = await context.database.verdict.findMany({ where: { dfeCode, currentUntil: null } });
      const found = rows.map((row) => ({
        year: row.financialYear,
        against: row.against,
        ...(row.baseline ? { baseline: true } : {}),
        verdict: row.verdict,
        ...(row.reason === null ? {} : { reason: row.reason }),
        promised: inMillions(row.promisedPence),
        ...(row.actualLowPence === null ? {} : { low: inMillions(row.actualLowPence) }),
        ...(row.actualHighPence === null ? {} : { high: inMillions(row.actualHighPence) }),
      }));
      const inOrder = (list: readonly { year: string; against: string }[]) =>
        list.toSorted((a, b) => `${a.against} ${a.year}`.localeCompare(`${b.against} ${b.year}`));
      expect(inOrder(found)).toEqual(inOrder(verdicts));
    },
  );

  it.each(EXPECTED.councils.map((council) => [council.name, council] as const))(
    "%s: flags",
    async (_, { dfeCode, openFlags, clearedFlags, neverFlags }) => {
      const rows = await context.database.flag.findMany({ where: { dfeCode } });
      const inState = (state: string) => rows.filter((row) => row.state === state);
      const trends = await hasTrends();
      for (const { rule, year, checked } of openFlags) {
        if (rule === "in-year-balance-at-risk" && !trends) continue;
        expect(inState("open")).toContainEqual(
          expect.objectContaining({
            rule,
            ...(year === undefined ? {} : { financialYear: year }),
            ...(checked === undefined ? {} : { checked }),
          }),
        );
      }
      for (const { rule } of clearedFlags) {
        expect(inState("cleared").map((row) => row.rule)).toContain(rule);
        expect(inState("open").map((row) => row.rule)).not.toContain(rule);
      }
      expect(inState("open").filter(({ rule }) => neverFlags.includes(rule))).toEqual([]);
    },
  );

  it("each council's status", async () => {
    const rows = await context.database.councilStatus.findMany({ orderBy: { dfeCode: "asc" } });
    const trends = await hasTrends();
    expect(rows.map(({ dfeCode, status }) => `${dfeCode} ${status}`)).toEqual(
      EXPECTED.councils.map(
        ({ dfeCode, status, openFlags }) =>
          `${dfeCode} ${!trends && openFlags.some(({ rule }) => rule === "in-year-balance-at-risk") ? "on-track" : status}`,
      ),
    );
  });

  it("no flag was raised later than the stage that gave cause for it", async () => {
    const raised = await context.database.flag.findMany({
      where: { dfeCode: "X05", rule: "target-moved" },
      select: { raisedAt: true, clearedAt: true },
    });
    expect(
      raised.map(({ raisedAt, clearedAt }) =>
        [raisedAt, clearedAt].map((at) => at?.toISOString().slice(0, 10)),
      ),
    ).toEqual([["2025-01-31", "2026-01-31"]]);
  });
});
